"""Language tags, BCP 47: `no` is accepted and is `nb` inside."""

_ALIASES = {"no": "nb"}
"""Norwegian help trees are named by the macrolanguage; CLDR's data and the pages themselves are Bokmål."""


def normalise_tag(tag: str) -> str:
    """A language tag in the one form used inside: `NO` -> `nb`, `nb_NO` -> `nb-NO`.

    Source: BCP 47, section 2.1.1 (case carries no meaning). Babel releases differ over `no`, so it is
    mapped here.
    """
    parts = tag.replace("_", "-").split("-")
    primary = parts[0].lower()
    rest = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in parts[1:]]
    return "-".join([_ALIASES.get(primary, primary), *rest])
