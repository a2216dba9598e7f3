"""Injecting mutations one by one and asking the checks."""

import difflib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
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
from engine.checks import run_checks
from engine.findings import Finding
from engine.rules import Docs

Progress = Callable[[int, int], None]

Planned = tuple[Manuscript, Mutation]
"""A mutation with the file that it changes."""


class Injection:
    """A docs folder with its findings while nothing is changed."""

    def __init__(self, space: Workspace) -> None:
        self._space = space
        self._before = run_checks(space.docs)
        self.manuscripts = tuple(manuscripts(space.docs))
        self._by_key: dict[str, list[Manuscript]] = {}
        for manuscript in self.manuscripts:
            self._by_key.setdefault(manuscript.key, []).append(manuscript)

    def plan(
        self, kinds: Sequence[Kind], seed: int, languages: Collection[str] = ()
    ) -> dict[tuple[str, str], list[Planned]]:
        """Every mutation, by language and kind, in an order that depends on nothing but the files and the seed.

        Args:
            languages: change only the files of these; empty for all.
        """
        plan: dict[tuple[str, str], list[Planned]] = {}
        for manuscript in self.manuscripts:
            for kind in kinds if not languages or manuscript.language in languages else ():
                random = Random(f"{seed} {manuscript.path} {kind.name}")  # noqa: S311 - a seed is wanted
                for change in kind.find(manuscript, random):
                    mutation = Mutation(kind.name, kind.family, manuscript.language, manuscript.path, change)
                    plan.setdefault((manuscript.language, kind.name), []).append((manuscript, mutation))
        for group, planned in plan.items():
            Random(f"{seed} {group}").shuffle(planned)  # noqa: S311
        return dict(sorted(plan.items()))

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
            loud = tuple(f for f in added(self._before, run_checks(docs)) if f.severity != "note")
            aside = UNSEEN if after.text == before.text else ""
            return Result(mutation, diff, found=not loud, findings=loud, cascade=len(loud), aside=aside)
        if self._reads_the_same(manuscript, docs):
            return Result(mutation, diff, found=False, aside=UNSEEN)
        if is_twin(manuscript, mutation.change):
            return Result(mutation, diff, found=False, aside=REPEATED)
        return self._judged(manuscript, mutation, diff, run_checks(docs), others)

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


def run(
    injection: Injection,
    plan: Mapping[tuple[str, str], Sequence[Planned]],
    sample: int | None = None,
    progress: Progress | None = None,
) -> Iterator[Result]:
    """Inject a plan's mutations.

    Args:
        sample: so many that count per language and kind; None for all.
        progress: told (done, in all).
    """
    total = sum(min(len(planned), sample or len(planned)) for planned in plan.values())
    done = 0
    for planned in plan.values():
        counted = 0
        for manuscript, mutation in planned:
            if sample is not None and counted == sample:
                break
            result = injection.inject(manuscript, mutation)
            counted += not result.aside
            done += 1
            if progress is not None:
                progress(min(done, total), total)
            yield result


def _diff(before: str, after: str, path: str) -> str:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), path, path, n=0, lineterm="")
    return "\n".join(lines)
