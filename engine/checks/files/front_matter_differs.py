"""A front matter value that differs between languages, of a key that agrees on nearly all other pages.

Why: what goes by the value (filters, navigation, an audience) treats one language's page unlike the others.
Fix: set the value that is right in all languages.
"""

from collections import Counter
from collections.abc import Iterator

from engine.checks.front_matter import key_span, neutral_keys, plain_value
from engine.findings import Finding, Related
from engine.rules import Docs


def check(docs: Docs) -> Iterator[Finding]:
    """One finding per page and key, at the first language outside of the largest group that agrees."""
    for one in neutral_keys(docs):
        groups = Counter(one.values.values())
        if len(groups) < 2:
            continue
        usual = groups.most_common(1)[0][0]
        languages = sorted(one.having, key=lambda tag: (one.values[tag] == usual, tag))
        here, others = languages[0], languages[1:]
        other = next(tag for tag in others if one.values[tag] != one.values[here])
        places = [key_span(one.having[tag], one.key) for tag in others]
        yield Finding(
            "F019",
            key_span(one.having[here], one.key),
            {
                "key": one.key,
                "language": here,
                "here": plain_value(one.having[here], one.key),
                "other": other,
                "there": plain_value(one.having[other], one.key),
            },
            tuple(Related(s, plain_value(one.having[tag], one.key)) for s, tag in zip(places, others, strict=True)),
        )
