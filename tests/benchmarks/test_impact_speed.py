"""The benchmark of impact runs wherever the project does. What it measures is not tested."""

from pathlib import Path

from . import impact_speed


def test_it_measures_generated_holders(tmp_path: Path) -> None:
    population = tmp_path / "holders.csv"
    impact_speed.write_population(population, 500)
    assert population.read_text().count("\n") == 501
    run = impact_speed.measure(population, impact_speed.SETTINGS[0])
    assert run.summary.startswith("500 holders in ")
    assert run.megabytes > 1
