"""The benchmark of the engine runs, and the engines beside it agree. What it measures is not tested."""

from . import engine_speed


def test_it_measures_and_the_engines_agree() -> None:
    figures = list(engine_speed.measure(80, 1000))
    assert len(figures) == 6
    assert all(figure.ours > 0 for figure in figures[:5])
    assert engine_speed.table(figures).splitlines()[2].startswith("| allows, warm | ")
