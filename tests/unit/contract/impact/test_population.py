"""Populations: two forms, one meaning, each fault with its line, and no more memory for more holders."""

import datetime as dt
import tracemalloc
from pathlib import Path

import pytest

from engine.contract.impact import Holder, read_population
from engine.findings import UsageError
from engine.model.decisions import Holding

EXPECTED = [
    Holder("a, b", (Holding("core", 5), Holding("login-rights", 1, dt.date(2027, 1, 31))), (("dashboards", 2),), 2),
    Holder("c", (), (), 3),
]


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_csv(tmp_path: Path) -> None:
    text = 'holder,holds,usage\n"a, b",core=5;login-rights@2027-01-31,dashboards=2\nc,,\n'
    assert list(read_population(write(tmp_path / "x.csv", text))) == EXPECTED
    assert list(read_population(write(tmp_path / "x.csv", "\ufeff" + text.replace("\n", "\r\n")))) == EXPECTED


def test_the_usage_column_may_be_missing_and_columns_stand_in_any_order(tmp_path: Path) -> None:
    (holder,) = read_population(write(tmp_path / "x.csv", "holds,holder\ncore,a\n"))
    assert holder == Holder("a", (Holding("core"),), (), 2)


def test_json_lines(tmp_path: Path) -> None:
    text = (
        '\n{"holder": "a, b", "holds": ["core=5", "login-rights@2027-01-31"], "usage": {"dashboards": 2}}\n'
        '{"holder": "c", "holds": {}}\n'
    )
    assert list(read_population(write(tmp_path / "x.jsonl", text))) == EXPECTED


@pytest.mark.parametrize(
    ("name", "text", "where", "what"),
    [
        ("x.csv", "", ":1", "lacks `holder` or `holds`"),
        ("x.csv", "holder,holds,age\n", ":1", "`age` is no column"),
        ("x.csv", "holder,holds\na,core,x\n", ":2", "3 values for 2 columns"),
        ("x.csv", "holder,holds\na,core=many\n", ":2", "`core=many`"),
        ("x.csv", "holder,holds\na,core\nb,core@soon\n", ":3", "`soon` is no date"),
        ("x.csv", "holder,holds,usage\na,core,dashboards\n", ":2", "`dashboards`"),
        ("x.jsonl", '{"holder": "a", "holds": []}\n{\n', ":2", ""),
        ("x.jsonl", '{"holder": "a"}\n', ":1", "an object has"),
        ("x.jsonl", '{"holder": "a", "holds": [1]}\n', ":1", "`holds`"),
        ("x.jsonl", '{"holder": "a", "holds": [], "usage": {"dashboards": -1}}\n', ":1", "`usage`"),
        ("x.jsonl", "[" * 100_000 + "\n", ":1", ""),
        ("x.xlsx", "", "x.xlsx", "`.csv` or `.jsonl`"),
    ],
)
def test_a_fault_tells_its_line(name: str, text: str, where: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as error:
        list(read_population(write(tmp_path / name, text)))
    assert str(error.value.where).endswith(where)
    assert what in error.value.what


def test_a_file_that_is_not_there_or_no_text_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        list(read_population(tmp_path / "none.csv"))
    (tmp_path / "x.csv").write_bytes(b"holder,holds\n\xff\xfe,\n")
    with pytest.raises(UsageError):
        list(read_population(tmp_path / "x.csv"))


def test_holders_pass_one_by_one_and_progress_is_told(tmp_path: Path) -> None:
    lines = (f"h{n},core={n % 9} login-rights,dashboards={n % 5}\n" for n in range(50_000))
    path = write(tmp_path / "x.csv", "holder,holds,usage\n" + "".join(lines))
    told: list[tuple[int, int]] = []
    tracemalloc.start()
    number = sum(1 for _ in read_population(path, lambda done, total: told.append((done, total))))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 50_000
    assert len(told) == 5
    assert told == sorted(told)
    assert told[-1][1] == path.stat().st_size
    assert peak < 2_000_000
