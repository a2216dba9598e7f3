"""How long `charter build` takes beside Hugo: `make bench-site`, or `python -m tests.benchmarks.site_speed [DOCS]`.

Both get the same pages, in the same run, turn by turn, so that ratios hold on a busy machine too. Hugo's pages are made
fit for it first (one encoding, no includes, front matter it can read), and its layout writes what Charter's does:
navigation, breadcrumbs, what is on the page, languages, the pages before and after, an index to search.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from engine.cache.place import VARIABLE
from tests.benchmarks.check_speed import FILES, REAL, ROOT, Case, Run, machine, middling_page, repeated, timed

HUGO = Path(__file__).with_name("hugo")
"""The layout that Hugo is given."""
_FRONT_MATTER = re.compile(r"\A(?:\s*<!--.*?-->)*\s*---\s*\n(.*?)^---\s*$\n?(.*)\Z", re.DOTALL | re.MULTILINE)


def for_hugo(docs: Path, target: Path) -> int:
    """Make a site for Hugo of a docs folder.

    Args:
        docs: holds the folders of the languages.
        target: is made.
    Returns:
        How many pages it has, redirect stubs included.
    """
    shutil.copytree(HUGO, target)
    languages = sorted(path.name for path in docs.iterdir() if path.is_dir() and not path.name.startswith(("_", ".")))
    config = ['baseURL = "https://example.test/"', "uglyURLs = true", "defaultContentLanguageInSubdir = true"]
    config += ['disableKinds = ["taxonomy", "term", "RSS"]', f'defaultContentLanguage = "{languages[0]}"']
    config += ["[markup.goldmark.renderer]", "unsafe = true", "[outputs]", 'home = ["HTML", "JSON"]']
    for language in languages:
        config += [f"[languages.{language}]", f'contentDir = "content/{language}"', f'languageName = "{language}"']
    (target / "config.toml").write_text("\n".join(config), "utf-8")
    count = 0
    for source in sorted(docs.rglob("*")):
        path = source.relative_to(docs)
        if source.suffix not in (".md", ".mdx") or "includes" in path.parts or path.parts[0] not in languages:
            continue
        named = "_index.md" if source.stem == "index" else f"{source.stem}.md"
        page = target / "content" / path.parent / named
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_for_hugo(_text(source), source.stem), "utf-8")
        count += 1
    return count


def _for_hugo(text: str, stem: str) -> str:
    found = _FRONT_MATTER.match(text)
    head, body = found.groups() if found else ("", re.sub(r"\A(?:\s*<!--.*?(?:-->|\Z))+", "", text, flags=re.DOTALL))
    try:
        values = yaml.load(head, Loader=yaml.CBaseLoader) or {}
    except yaml.YAMLError:
        values = {}
    values = values if isinstance(values, dict) else {}
    kept = {"title": str(values.get("title") or stem), "description": str(values.get("description") or "")}
    if values.get("redirect_url"):
        kept |= {"layout": "redirect", "target": str(values["redirect_url"])}
    # Braces in pairs are Hugo's own language.
    return f"{json.dumps(kept)}\n\n{body.replace('{{', '&#123;&#123;')}"


def _text(path: Path) -> str:
    data = path.read_bytes()
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace").replace("\r\n", "\n")


def measure(docs: Path, folder: Path, runs: int) -> list[Case]:
    """Measure everything, turn by turn.

    Args:
        docs: a folder that may be edited.
        folder: an empty one to work in.
        runs: how often.
    """
    hugo, cache, out = folder / "hugo", folder / "cache", folder / "site"
    for_hugo(docs, hugo)
    page = middling_page(docs)
    build = [str(Path(sys.executable).with_name("charter")), "build", str(docs), "--out", str(out)]

    def charter() -> Run:
        return timed(build, {**os.environ, VARIABLE: str(cache)}, ROOT)

    def hugo_run() -> Run:
        shutil.rmtree(hugo / "public", ignore_errors=True)
        return timed(["hugo", "--quiet"], dict(os.environ), hugo)

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

    situations: dict[str, Callable[[int], Run]] = {
        "Hugo": lambda run: hugo_run(),
        "Charter, nothing known": cold,
        "Charter, empty folder": empty,
        "Charter, 1 page edited": edited,
        "Charter, nothing changed": lambda run: charter(),
    }
    taken: dict[str, list[Run]] = {name: [] for name in situations}
    for run in range(runs):
        for name, turn in situations.items():
            taken[name].append(turn(run))
    return [Case(name, tuple(found)) for name, found in taken.items()]


def table(cases: Sequence[Case]) -> str:
    """The cases as text, each beside the first."""
    lines = [f"{'':26} {'median':>8} {'to Hugo':>8} {'CPU':>8} {'memory':>10}"]
    peer = statistics.median(run.seconds for run in cases[0].runs)
    for case in cases:
        seconds = statistics.median(run.seconds for run in case.runs)
        cpu = statistics.median(run.cpu for run in case.runs)
        memory = max(run.megabytes for run in case.runs)
        lines.append(f"{case.name:26} {seconds:6.2f} s {seconds / peer:8.2f} {cpu:6.1f} s {memory:7.0f} MB")
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("docs", nargs="?", type=Path, help="the real help pages, or else the project's own, repeated")
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    if shutil.which("hugo") is None:
        sys.exit("there is no Hugo here: apt-get install hugo")
    version = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "docs"
        if arguments.docs is None and not REAL.is_dir():
            repeated(ROOT / "docs", copy, FILES)
            shown = f"docs, repeated to {FILES} files"
        else:
            shown = str(arguments.docs or REAL)
            shutil.copytree(arguments.docs or REAL, copy)
        pages = sum(path.suffix in (".md", ".mdx") for path in copy.rglob("*"))
        print(
            f"charter build {shown}: {pages} files; Hugo {version}; {machine()}; {arguments.runs} runs each", flush=True
        )
        print(table(measure(copy, Path(folder) / "work", arguments.runs)))


if __name__ == "__main__":
    main()
