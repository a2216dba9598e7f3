"""Names of codes as people write them: `R005`, `rule-differs`, or `R` for a whole family."""

from engine.findings.codes import CODES

_BY_NAME = {row.name: row.code for row in CODES.values()}


def codes_named(name: str) -> frozenset[str]:
    """The codes that a code, a name or the letter of a family stands for; empty when it is none of them."""
    if name in _BY_NAME:
        return frozenset({_BY_NAME[name]})
    wanted = name.upper()
    if wanted in CODES:
        return frozenset({wanted})
    return frozenset(code for code in CODES if code[0] == wanted)


def nearest_code(name: str) -> str:
    """The code or name that is spelt most alike."""
    # Loaded where it is needed: most runs do without.
    from rapidfuzz import process

    found = process.extractOne(name.lower(), {spelt: spelt.lower() for spelt in (*_BY_NAME, *CODES)})
    return str(found[2]) if found else next(iter(_BY_NAME))
