"""How long `charter build` takes beside others: `make bench-site`, or `python -m tests.benchmarks.site_speed [DOCS]`.

All get the same pages, in the same run, turn by turn, so that ratios hold on a busy machine too. The pages of peers are
made fit for them first (one encoding, includes put in, front matter they can read). The layout of Hugo writes what
Charter's does: navigation, breadcrumbs, what is on the page, languages, the pages before and after, an index to
search, links that lead to pages, alerts, Open Graph, each page as Markdown too; that of Eleventy leaves out the last
four. MkDocs Material and Sphinx use their own themes, with a site for each language.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from engine.cache.place import VARIABLE
from tests.benchmarks.check_speed import FILES, REAL, ROOT, Case, Run, machine, middling_page, repeated, timed
from tests.benchmarks.peers import PEERS, Peer
from tests.benchmarks.peers.pages import source_pages
from tests.benchmarks.peers.peer import OUTPUT


def measure(docs: Path, folder: Path, runs: int, peers: Mapping[str, Peer]) -> list[Case]:
    """Measure everything, turn by turn.

    Args:
        docs: a folder that may be edited.
        folder: an empty one to work in.
        runs: how often.
        peers: by what they are called in the table. Those after the first take so long that they run once.
    """
    pages = source_pages(docs)
    for name, peer in peers.items():
        peer.prepare(pages, folder / name)
    written = sum(not page.redirect for page in pages)
    cache, out = folder / "cache", folder / "site"
    page = middling_page(docs)
    build = [str(Path(sys.executable).with_name("charter")), "build", str(docs), "--out", str(out)]

    def charter() -> Run:
        return timed(build, {**os.environ, VARIABLE: str(cache)}, ROOT)

    def cold(run: int) -> Run:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.rmtree(out, ignore_errors=True)
        return charter()

    def empty(run: int) -> Run:
        shutil.rmtree(out)
        return charter()

    def edited(run: int) -> Run:
        with page.open("a", encoding="utf-8") as file:
            file.write(f"\n\nAnother sentence, number {run}.\n")
        return charter()

    def whole(name: str) -> Run:
        shutil.rmtree(folder / name / OUTPUT, ignore_errors=True)
        steps = [timed(command, dict(os.environ), folder / name) for command in peers[name].commands(pages)]
        count = sum(1 for _ in (folder / name / OUTPUT).rglob("*.html"))
        if count < written:
            sys.exit(f"{name} wrote {count} pages of {written}")
        return Run(
            sum(step.seconds for step in steps),
            max(step.megabytes for step in steps),
            sum(step.cpu for step in steps),
        )

    first, *others = peers
    situations: dict[str, Callable[[int], Run]] = {
        first: lambda run: whole(first),
        "Charter, nothing known": cold,
        "Charter, empty folder": empty,
        "Charter, 1 page edited": edited,
        "Charter, nothing changed": lambda run: charter(),
    }
    taken: dict[str, list[Run]] = {name: [] for name in situations}
    for run in range(runs):
        for name, turn in situations.items():
            taken[name].append(turn(run))
    taken |= {name: [whole(name)] for name in others}
    return [Case(name, tuple(found)) for name, found in taken.items()]


def table(cases: Sequence[Case]) -> str:
    """The cases as text, each beside the first."""
    width = max(len(case.name) for case in cases)
    peer = statistics.median(run.seconds for run in cases[0].runs)
    lines = [f"{'':{width}} {'median':>9} {'to the first':>13} {'CPU':>9} {'memory':>10}"]
    for case in cases:
        seconds = statistics.median(run.seconds for run in case.runs)
        cpu = statistics.median(run.cpu for run in case.runs)
        memory = max(run.megabytes for run in case.runs)
        lines.append(f"{case.name:{width}} {seconds:7.2f} s {seconds / peer:13.2f} {cpu:7.1f} s {memory:7.0f} MB")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("docs", nargs="?", type=Path, help="the real help pages, or else the project's own, repeated")
    parser.add_argument("--runs", type=int, default=3)
    known = ", ".join(PEERS)
    parser.add_argument("--peers", default="hugo", help=f"names with commas, the one to compare with first: {known}")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "docs"
        if arguments.docs is None and not REAL.is_dir():
            repeated(ROOT / "docs", copy, FILES)
            shown = f"docs, repeated to {FILES} files"
        else:
            shown = str(arguments.docs or REAL)
            shutil.copytree(arguments.docs or REAL, copy)
        count = len(source_pages(copy))
        peers: dict[str, Peer] = {}
        for name in arguments.peers.split(","):
            if name not in PEERS:
                parser.error(f"there is no peer `{name}`; there are {known}")
            peer = PEERS[name]
            peers[f"{peer.name} {peer.install(Path(folder) / 'environment')}"] = peer
        print(f"charter build {shown}: {count} pages; {machine()}; {arguments.runs} runs", flush=True)
        print(table(measure(copy, Path(folder) / "work", arguments.runs, peers)))


if __name__ == "__main__":
    main()
