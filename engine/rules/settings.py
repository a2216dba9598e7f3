"""`docs/charter.toml`: settings of a docs folder."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from engine.findings import UsageError
from engine.findings.naming import codes_named, nearest_code
from engine.model.rulesets import Ruling
from engine.rules.front_matter import FrontMatterKeys
from engine.rules.settings_faults import explained, line_of

FILE = "charter.toml"

Codes = Annotated[
    str | tuple[str, ...],
    Meta(description="A code, a name, the letter of a family, or a list of them: `R005`, `rule-differs`, `R`."),
]
Reason = Annotated[str, Meta(pattern=r"\w", description="Why this is all right; shown to whoever asks.")]


class SeveritySetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How grave findings are; where several fit, the last one holds."""

    code: Codes
    level: Annotated[
        Literal["error", "warning", "note", "off"], Meta(description="How grave they are; `off` does not tell them.")
    ]
    language: Annotated[str, Meta(description="Only in this language: its tag, or the name of its folder.")] | None = (
        None
    )
    folder: Annotated[str, Meta(description="Only below this folder of a language: `admin/license`.")] | None = None


class AllowSetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Findings that are let pass."""

    code: Codes
    reason: Reason
    path: Annotated[str, Meta(description="Files, with `*` for any characters: `sv/admin/*`.")] = "*"
    until: Annotated[dt.date, Meta(description="The last day on which it holds: 2027-01-31.")] | None = None


class CodeSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The source code that enforces the rules."""

    paths: Annotated[
        tuple[str, ...], Meta(description="Files and folders of source code, relative to the docs folder: `../src`.")
    ] = ()
    calls: Annotated[tuple[str, ...], Meta(description="Names of functions whose texts are ids: `may`.")] = ()
    elsewhere: Annotated[
        tuple[str, ...], Meta(description="Capabilities that other means enforce, with `*` for any characters.")
    ] = ()


class RulingSetting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which language is right where pages disagree, so that it can be decided until the other pages are mended."""

    page: Annotated[str, Meta(description="Path below the folder of a language: `admin/license/index.md`.")]
    about: Annotated[str, Meta(description="Id that is disagreed on.")]
    holds: Annotated[str, Meta(description="Tag of the right language.")]
    reason: Reason
    since: Annotated[dt.date, Meta(description="Since: 2026-05-31.")]


class SiteSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The help site."""

    url: (
        Annotated[
            str,
            Meta(
                pattern=r"^https?://[^\s?#\"<>]+$",
                description="Where the site will stand: `https://help.example.com/`. Sitemaps need it.",
            ),
        ]
        | None
    ) = None
    search: Annotated[
        Literal["built-in", "pagefind", "off"],
        Meta(description="Which search: `pagefind` needs its package and suits large sites."),
    ] = "built-in"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Settings of a docs folder of Charter."""

    front_matter: FrontMatterKeys = FrontMatterKeys()
    severity: tuple[SeveritySetting, ...] = ()
    allow: tuple[AllowSetting, ...] = ()
    code: CodeSettings = CodeSettings()
    ruling: tuple[RulingSetting, ...] = ()
    site: SiteSettings = SiteSettings()

    @property
    def rulings(self) -> tuple[Ruling, ...]:
        """The rulings as records."""
        return tuple(Ruling(r.page, r.about, r.holds, r.reason, r.since.isoformat()) for r in self.ruling)


def load_settings(docs: Path) -> Settings:
    """The settings of a docs folder; the defaults where it has no `charter.toml`.

    Raises:
        UsageError: the file cannot be read, is no TOML, or holds an unknown key or code, or a wrong value; says which
            and where.
    """
    path = docs / FILE
    if not path.is_file():
        return Settings()
    try:
        text = path.read_text(encoding="utf-8-sig")
        settings = msgspec.convert(tomllib.loads(text), Settings)
    except OSError as error:
        raise UsageError(f"cannot read the file: {error.strerror}", where=str(path)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"not valid TOML: {error}", where=str(path)) from None
    except msgspec.ValidationError as error:
        raise explained(str(error), path, text, settings_schema()) from None
    named = [("severity", n, entry.code) for n, entry in enumerate(settings.severity)]
    named += [("allow", n, entry.code) for n, entry in enumerate(settings.allow)]
    for table, number, codes in named:
        for name in names_in(codes):
            if not codes_named(name):
                raise UsageError(
                    f"there is no code or name `{name}`",
                    where=f"{path}:{line_of(text, table, number, 'code')}",
                    help=f"write one that `charter explain` lists; nearest: `{nearest_code(name)}`",
                )
    return settings


def table_lines(docs: Path, table: str, count: int) -> tuple[int, ...]:
    """The line of each of several tables of one name, such as `[[allow]]`, in the settings of a docs folder.

    Args:
        docs: the docs folder.
        table: the name.
        count: how many there are.
    """
    if not count:
        return ()
    text = (docs / FILE).read_text(encoding="utf-8-sig")
    return tuple(line_of(text, table, number) for number in range(count))


def names_in(codes: str | tuple[str, ...]) -> tuple[str, ...]:
    """The names of a setting that is one or a list."""
    return (codes,) if isinstance(codes, str) else codes


def settings_schema() -> dict[str, object]:
    """The JSON Schema of `charter.toml`."""
    schema: dict[str, Any] = msgspec.json.schema(Settings)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Settings of a docs folder of Charter: charter.toml",
        "description": "Begin charter.toml with the line `#:schema PATH`, where PATH leads to this file.",
    }
    return {**head, **schema}


def schema_text() -> str:
    """The same as the text of `charter.schema.json`."""
    return msgspec.json.format(msgspec.json.encode(settings_schema()), indent=2).decode() + "\n"
