"""Names that no term knows."""

from engine.rules.collector import Collector


def nearest_name(collector: Collector, kind: str, name: str) -> str:
    """The id whose name is spelt most like this one; empty when none comes near."""
    # Loaded where it is needed: most runs do without.
    from rapidfuzz import fuzz, process

    names = {
        surface: term.id for term in collector.grammar.locale.terms if term.kind == kind for surface in term.surfaces
    }
    found = process.extractOne(name, names.keys(), scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=75)
    return names[found[0]] if found else ""
