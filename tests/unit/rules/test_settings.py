"""`charter.toml`: its keys, one clear error for each fault, and the schema that editors use."""

import datetime as dt
import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from engine.findings import UsageError
from engine.rules.settings import AllowSetting, Settings, SeveritySetting, load_settings, schema_text, settings_schema

from ...conftest import ROOT

GOOD = """
#:schema charter.schema.json
[front_matter]
plan = "tier"
licence_list = "any"

[[severity]]
code = ["rule-missing", "F"]
level = "off"
language = "nl"
folder = "marketing"

[[allow]]
code = "rule-differs"
path = "sv/admin/*"
reason = "the licence is renamed in May"
until = 2027-01-31
"""

ONE = "[[severity]]\ncode = 'R'\nlevel = 'note'\n"


def settings(folder: Path, text: str) -> Settings:
    (folder / "charter.toml").write_text(text, encoding="utf-8")
    return load_settings(folder)


def test_no_file_and_an_empty_one_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == settings(tmp_path, "") == Settings()


def test_severities_and_allowances_are_read(tmp_path: Path) -> None:
    read = settings(tmp_path, GOOD)
    assert read.severity == (SeveritySetting(("rule-missing", "F"), "off", "nl", "marketing"),)
    assert read.allow == (
        AllowSetting("rule-differs", "the licence is renamed in May", "sv/admin/*", dt.date(2027, 1, 31)),
    )


@pytest.mark.parametrize(
    ("text", "line", "what", "help"),
    [
        ("[severty]\n", 1, "unknown key `severty`", "nearest: `severity`"),
        ("\n[front_matter]\nplann = 'x'\n", 3, "unknown key `plann` in `front_matter`", "nearest: `plan`"),
        (f"{ONE}[[severity]]\ncode = 'R'\nlevl = 'note'\n", 6, "unknown key `levl` in `severity`", "nearest: `level`"),
        ("[[severity]]\ncode = 'R'\nlevel = 'loud'\n", 3, "`severity.level`", "error, note, off, warning"),
        ("[front_matter]\nlicence_list = 'some'\n", 2, "`front_matter.licence_list`", "all, any"),
        ("[[severity]]\nlevel = 'note'\n", 1, "missing required field `code`", "charter schema"),
        ("[[allow]]\ncode = 'R'\n", 1, "missing required field `reason`", "charter schema"),
        ("[[allow]]\ncode = 'R'\nreason = ' '\n", 3, "`allow.reason`", "charter schema"),
        ("[[allow]]\ncode = 'R'\nreason = 'x'\nuntil = 'May'\n", 4, "`allow.until`", "charter schema"),
        ("[[allow]]\ncode = 'rule-difers'\nreason = 'x'\n", 2, "no code or name", "nearest: `rule-differs`"),
        ("[[severity]]\ncode = ['R', 'Q']\nlevel = 'note'\n", 2, "no code or name `Q`", "nearest: "),
        ("allow = 3\n", 1, "`allow`", "charter schema"),
    ],
)  # fmt: skip
def test_a_fault_is_one_error_with_its_line_and_the_way_out(
    tmp_path: Path, text: str, line: int, what: str, help: str
) -> None:
    with pytest.raises(UsageError) as error:
        settings(tmp_path, text)
    assert error.value.where == f"{tmp_path / 'charter.toml'}:{line}"
    assert what in error.value.what
    assert help in (error.value.help or "")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "charter.toml").touch()

    def refuse(*arguments: object, **options: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(UsageError, match="cannot read the file: Permission denied"):
        load_settings(tmp_path)


def test_the_published_schema_is_that_of_the_settings() -> None:
    published = (ROOT / "engine" / "charter.schema.json").read_text(encoding="utf-8")
    assert published == schema_text(), "write it anew: charter schema --out engine/charter.schema.json"
    assert json.loads(published) == json.loads(json.dumps(settings_schema()))


def test_the_schema_is_one_and_takes_what_is_read(tmp_path: Path) -> None:
    schema = settings_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for text in (GOOD, (ROOT / "docs" / "charter.toml").read_text(encoding="utf-8"), ""):
        # TOML has dates; JSON Schema sees them as texts, as editors show them.
        jsonschema.validate(json.loads(json.dumps(tomllib.loads(text), default=str)), schema)


@pytest.mark.parametrize(
    "data",
    [
        {"severty": []},
        {"severity": [{"code": "R", "level": "loud"}]},
        {"severity": [{"level": "note"}]},
        {"allow": [{"code": "R"}]},
        {"allow": [{"code": "R", "reason": " "}]},
    ],
)
def test_the_schema_refuses_what_loading_refuses(data: object) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, settings_schema())


def test_every_key_has_a_description_for_editors() -> None:
    for name, record in settings_schema()["$defs"].items():  # type: ignore[attr-defined]
        for key, value in record["properties"].items():
            options = value.get("anyOf", [value])
            assert name == "Settings" or any("description" in option for option in (value, *options)), key


def test_the_settings_of_our_own_docs_name_the_schema() -> None:
    first = (ROOT / "docs" / "charter.toml").read_text(encoding="utf-8").partition("\n")[0]
    assert (ROOT / "docs" / first.removeprefix("#:schema ")).resolve() == ROOT / "engine" / "charter.schema.json"
