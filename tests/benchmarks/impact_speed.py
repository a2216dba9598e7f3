"""How long `charter impact` takes for a million holders, and how much memory: `make bench-impact [HOLDERS=N]`.

The population is generated: half of the holders have a plan and use some of what it bounds, the others one to five
licences of the project's own pages. The rules are those of the project's lock.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import psutil

from engine.contract.lock import load_lock
from engine.model.rules import Licence, Plan

ROOT = Path(__file__).resolve().parents[2]
EVERY = 0.02
"""Seconds between two looks at the memory."""
SETTINGS = (
    ("limit:core:active-projects=50",),
    ("grant:sales-user:quotes=yes",),
    ("limit:starter:dashboards=5", "succeed:sales-premium=plus", "include:sales-essentials:sales-guide=yes"),
)


class Run(NamedTuple):
    """One run of the command."""

    settings: tuple[str, ...]
    seconds: float
    processor: float
    """Seconds that a processor worked for it: the same on a busy machine."""
    megabytes: float
    summary: str
    """The last line that the command printed."""


def write_population(path: Path, holders: int) -> None:
    """Write a CSV file of generated holders; the same for the same number."""
    rules = load_lock(ROOT / "docs" / "rules.lock.json").rules
    plans = sorted(rule.plan for rule in rules if isinstance(rule, Plan))
    licences = sorted({rule.licence for rule in rules if isinstance(rule, Licence)} | {"login-rights"})
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write("holder,holds,usage\n")
        for number in range(holders):
            if number % 2:
                used = f"active-projects={chance.randrange(200)} dashboards={chance.randrange(8)}"
                file.write(f"u{number},{chance.choice(plans)} login-rights,{used}\n")
            else:
                file.write(f"u{number},{' '.join(chance.sample(licences, chance.randrange(1, 6)))},\n")


def measure(population: Path, settings: tuple[str, ...]) -> Run:
    """Run the command once, in a process of its own."""
    options = [part for setting in settings for part in ("--set", setting)]
    command = ["impact", *options, "--population", str(population), "--docs", str(ROOT / "docs"), "--ui-language", "en"]
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", "from engine.cli import main; main()", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        watched, most, worked = psutil.Process(process.pid), 0, 0.0
        while process.poll() is None:
            try:
                most = max(most, watched.memory_info().rss)
                times = watched.cpu_times()
                worked = times.user + times.system
            except psutil.Error:
                break
            time.sleep(EVERY)
        out = process.stdout.read() if process.stdout else ""
    if process.returncode not in (0, 1):
        raise SystemExit(f"charter impact ended with exit status {process.returncode}")
    return Run(settings, time.perf_counter() - start, worked, most / 1_000_000, out.splitlines()[-1])


def main() -> None:
    """Measure every setting and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("holders", type=int, nargs="?", default=1_000_000)
    holders = parser.parse_args().holders
    with tempfile.TemporaryDirectory() as folder:
        population = Path(folder) / "holders.csv"
        write_population(population, holders)
        print(f"{'seconds':>8} {'processor':>10} {'MB':>6}  what is set")
        for settings in SETTINGS:
            run = measure(population, settings)
            print(f"{run.seconds:>8.1f} {run.processor:>10.1f} {run.megabytes:>6.0f}  {' '.join(settings)}")
            print(f"{'':>26}  {run.summary}")


if __name__ == "__main__":
    main()
