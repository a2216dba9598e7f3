"""The localized help site, written from pages and rules, and proved against them before it is published."""

from site_builder.build import BuildReport, build_site

__all__ = ["BuildReport", "build_site"]
