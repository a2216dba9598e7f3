"""The one error family, where whoever reads pages looks for it: misuse and broken installations."""

from engine.model.errors import CharterError, LocaleError, UsageError

__all__ = ["CharterError", "LocaleError", "UsageError"]
