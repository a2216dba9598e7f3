"""Injecting mutations one by one and asking the checks."""

import difflib
from collections.abc import Collection, Iterable, Sequence
from random import Random

from engine.change.mutation.counterparts import counterparts
from engine.change.mutation.edits import applied, line_map
from engine.change.mutation.judging import added, judge
from engine.change.mutation.manuscript import Manuscript, manuscripts
from engine.change.mutation.records import Kind, Mutation
from engine.change.mutation.tally import ALONE, REPEATED, TOLD_BEFORE, UNSEEN, Result
from engine.change.mutation.twins import is_twin
from engine.change.mutation.visible import seen
from engine.change.mutation.workspace import Workspace
from engine.checks.run import CHECKS, Check, run_checks
from engine.findings import Finding
from engine.rules import Docs

Planned = tuple[Manuscript, Mutation]
"""A mutation with the file that it changes."""

Group = tuple[str, str]
"""A language and the name of a kind: so many mutations of each are sampled."""

_OF_ONE_LANGUAGE = ("terms", "typography")
"""Families of checks that look at a language by itself: they find no drift, and are asked about harmless edits only."""


class Injection:
    """A docs folder with its findings while nothing is changed."""

    def __init__(self, space: Workspace, checks: Sequence[Check] | None = None) -> None:
        """
        Args:
            space: the copy to inject into.
            checks: those that are asked; None for the whole table.
        """
        checks = CHECKS if checks is None else checks
        self._space = space
        self._checks = tuple(checks)
        self._comparing = tuple(c for c in checks if c.__module__.split(".")[-2] not in _OF_ONE_LANGUAGE)
        self._before = run_checks(space.docs, self._comparing)
        self._before_all = run_checks(space.docs, self._checks)
        self.manuscripts = tuple(manuscripts(space.docs))
        self._by_key: dict[str, list[Manuscript]] = {}
        for manuscript in self.manuscripts:
            self._by_key.setdefault(manuscript.key, []).append(manuscript)

    def groups(self, kinds: Iterable[Kind], languages: Collection[str] = ()) -> list[Group]:
        """The languages and kinds to go through, in order.

        Args:
            languages: change only the files of these; empty for all.
        """
        present = sorted({manuscript.language for manuscript in self.manuscripts})
        return [(tag, kind.name) for tag in present if not languages or tag in languages for kind in kinds]

    def plan(self, language: str, kind: Kind, seed: int) -> list[Planned]:
        """Every mutation of a kind in a language, in an order that depends on nothing but the files and the seed."""
        planned: list[Planned] = []
        for manuscript in self.manuscripts:
            if manuscript.language == language:
                random = Random(f"{seed} {manuscript.path} {kind.name}")  # noqa: S311 - a seed is wanted
                for change in kind.find(manuscript, random):
                    planned.append((manuscript, Mutation(kind.name, kind.family, language, manuscript.path, change)))
        Random(f"{seed} {language} {kind.name}").shuffle(planned)  # noqa: S311
        return planned

    def inject(self, manuscript: Manuscript, mutation: Mutation) -> Result:
        """Change a file, run the checks, put the file back."""
        before, edits = manuscript.file, mutation.change.edits
        after = before.with_text(applied(before.text, edits))
        diff = _diff(before.text, after.text, manuscript.path)
        others = [other for other in self._by_key[manuscript.key] if other.language != manuscript.language]
        if mutation.family != "harmless" and not others:
            return Result(mutation, diff, found=False, aside=ALONE)
        docs = self._space.changed(manuscript.path, after.encoded())
        if mutation.family == "harmless":
            fresh = added(self._before_all, run_checks(docs, self._checks))
            loud = tuple(finding for finding in fresh if finding.severity != "note")
            aside = UNSEEN if after.text == before.text else ""
            return Result(mutation, diff, found=not loud, findings=loud, cascade=len(loud), aside=aside)
        if self._reads_the_same(manuscript, docs):
            return Result(mutation, diff, found=False, aside=UNSEEN)
        if is_twin(manuscript, mutation.change):
            return Result(mutation, diff, found=False, aside=REPEATED)
        return self._judged(manuscript, mutation, diff, run_checks(docs, self._comparing), others)

    def _judged(
        self,
        manuscript: Manuscript,
        mutation: Mutation,
        diff: str,
        findings: Sequence[Finding],
        others: Sequence[Manuscript],
    ) -> Result:
        change = mutation.change
        after = manuscript.file.with_text(applied(manuscript.file.text, change.edits))
        places = (change.span, *change.also)
        verdict = judge(
            self._before,
            findings,
            manuscript.path,
            line_map(manuscript.file, after, change.edits),
            places,
            [there for place in places for there in counterparts(manuscript, others, place)],
        )
        aside = TOLD_BEFORE if verdict.told_before and not verdict.found else ""
        fresh = (*verdict.found, *verdict.elsewhere)
        loud = sum(finding.severity != "note" for finding in fresh)
        return Result(mutation, diff, bool(verdict.found), aside, fresh, max(0, loud - 1))

    def _reads_the_same(self, manuscript: Manuscript, docs: Docs) -> bool:
        after = {page.path: page for page in docs.tree.pages}
        before = {page.path: page for page in manuscript.siblings}
        return all(path in after and seen(after[path]) == seen(before[path]) for path in manuscript.readers)


def run(injection: Injection, language: str, kind: Kind, seed: int = 0, sample: int | None = None) -> list[Result]:
    """Inject the mutations of a kind in a language.

    Args:
        seed: the same seed gives the same mutations.
        sample: so many that count; None for all.
    """
    results: list[Result] = []
    counted = 0
    for manuscript, mutation in injection.plan(language, kind, seed):
        if sample is not None and counted == sample:
            break
        results.append(injection.inject(manuscript, mutation))
        counted += not results[-1].aside
    return results


def _diff(before: str, after: str, path: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, n=0, lineterm="")
    return "\n".join(lines)
