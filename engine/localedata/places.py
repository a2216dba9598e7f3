"""Where the locales are."""

from pathlib import Path


def installed_locales() -> Path:
    """The locales that came with this installation: inside the wheel, or beside `engine/` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    carried = package / "locales"
    return carried if carried.is_dir() else package.parent / "locales"


def locales_beside(docs: Path) -> Path:
    """The locales of a docs folder: those beside it or in the working folder, else the installed ones."""
    beside = (docs.resolve().parent / "locales", Path("locales"))
    return next((folder for folder in beside if (folder / "vocabulary.toml").is_file()), installed_locales())
