"""Where the locales are."""

from pathlib import Path


def installed_locales() -> Path:
    """The locales that came with this installation: inside the wheel, or beside `engine/` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    carried = package / "locales"
    return carried if carried.is_dir() else package.parent / "locales"
