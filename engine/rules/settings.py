"""`docs/charter.toml`: settings of a docs folder."""

import tomllib
from pathlib import Path

import msgspec

from engine.findings import UsageError
from engine.rules.front_matter import FrontMatterKeys

FILE = "charter.toml"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a docs folder says about itself."""

    front_matter: FrontMatterKeys = FrontMatterKeys()


def load_settings(docs: Path) -> Settings:
    """The settings of a docs folder; the defaults where it has no `charter.toml`.

    Raises:
        UsageError: the file is no TOML, or holds an unknown key or a wrong value; says which.
    """
    path = docs / FILE
    if not path.is_file():
        return Settings()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8-sig")), Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"not valid TOML: {error}", where=str(path)) from None
    except msgspec.ValidationError as error:
        raise UsageError(str(error), where=str(path), help="see the README for the settings") from None
