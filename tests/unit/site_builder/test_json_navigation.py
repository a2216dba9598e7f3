import json

from tests.unit.site_builder.conftest import Build

PAGES = {
    "sv/index.md": "# Start",
    "sv/b.md": "# Bilar",
    "sv/a.md": "# Apor",
    "sv/c.md": "# Cyklar",
    "en/a.md": "# Apes",
    "en/b.md": "# Cars",
}


def lines(text: str) -> list[str]:
    """The titles of the menu, in order."""
    menu = text[text.index("<nav") : text.index("</nav>")]
    return [part.partition(">")[2].partition("<")[0] for part in menu.split("<a ")[1:]]


def docs_json(navigation: object) -> str:
    return json.dumps({"navigation": navigation})


def test_the_order_and_the_groups_of_a_language_are_its_own(build: Build) -> None:
    listed = [
        {"language": "sv", "groups": [{"group": "Fordon", "pages": ["sv/b", "sv/missing"]}]},
        {"language": "en", "pages": ["en/b", "en/a"]},
    ]
    site = build({**PAGES, "docs.json": docs_json({"languages": listed})})
    assert lines(site.text("sv/b.html"))[:3] == ["Start", "Fordon", "Bilar"]
    assert {"Apor", "Cyklar"} <= set(lines(site.text("sv/b.html")))
    english = lines(site.text("en/b.html"))
    assert english.index("Cars") < english.index("Apes")


def test_a_list_for_all_languages_gives_each_its_own_pages(build: Build) -> None:
    navigation = {"groups": [{"group": "All", "pages": ["en/b", "sv/c", "sv/a"]}]}
    site = build({**PAGES, "docs.json": docs_json(navigation)})
    swedish = lines(site.text("sv/a.html"))
    assert swedish.index("Cyklar") < swedish.index("Apor")
    assert "Cars" not in swedish


def test_no_file_is_no_navigation(build: Build) -> None:
    assert lines(build(PAGES).text("sv/b.html"))[0] == "Start"
