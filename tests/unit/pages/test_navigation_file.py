import json

import pytest

from engine.pages.navigation_file import Navigation, NavigationItem, read_docs_json

from .conftest import Write


def test_every_language_has_its_tree(write: Write) -> None:
    english = {"tab": "Help", "groups": [{"group": "Start", "root": "en/index", "pages": ["en/a", "GET /users"]}]}
    nested = {"group": "More", "pages": ["/sv/b", {"group": "Deep", "pages": ["sv/c"]}]}
    languages = [{"language": "en", "tabs": [english]}, {"language": "sv", "groups": [nested]}]
    files = {"en/index.mdx": "", "en/a.md": "", "sv/b/index.mdx": "", "sv/c.mdx": ""}
    root = write({**files, "docs.json": json.dumps({"navigation": {"languages": languages}})})
    start = NavigationItem("Start", "en/index.mdx", (NavigationItem("", "en/a.md"),))
    more = (NavigationItem("", "sv/b/index.mdx"), NavigationItem("Deep", None, (NavigationItem("", "sv/c.mdx"),)))
    assert read_docs_json(root) == Navigation(
        {"en": (NavigationItem("Help", None, (start,)),), "sv": (NavigationItem("More", None, more),)}
    )


def test_one_tree_in_other_files(write: Write) -> None:
    root = write(
        {
            "docs.json": '{"navigation": {"$ref": "./config/all.json"}}',
            "config/all.json": '{"pages": ["en/a", {"$ref": "more.json"}, {"$ref": "/docs2.json"}]}',
            "config/more.json": '"en/b"',
            "docs2.json": '{"group": "G", "pages": []}',
            "en/a.mdx": "",
            "en/b.mdx": "",
        }
    )
    items = (NavigationItem("", "en/a.mdx"), NavigationItem("", "en/b.mdx"), NavigationItem("G", None))
    assert read_docs_json(root) == Navigation({"": items})


def test_no_file_is_no_fault(write: Write) -> None:
    assert read_docs_json(write({})) == Navigation({})


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("{\n  a", "docs.json:2:3", "Expecting property name"),
        ("[]", "docs.json:1:1", "`navigation`"),
        ('{"navigation": {\n"$ref": "./gone.json"}}', "docs.json:2:9", "no file `./gone.json`"),
        ('{"navigation": {"$ref": "../x.json"}}', "docs.json:1:25", "no file"),
        ('{"navigation": {"$ref": "docs.json"}}', "docs.json:1:1", ""),
        ('{"navigation": {"pages": [\n "en/none"]}}', "docs.json:2:2", "no page `en/none`"),
        ('{"navigation": {"pages": ["../../etc/passwd"]}}', "docs.json:1:27", "no page"),
        ('{"navigation": {"pages": ' + '[{"pages":' * 60 + "[]" + "}]" * 60 + "}}", "docs.json:1:1", "too deeply"),
        ("[" * 100_000, "docs.json:1:1", ""),
        ('{"navigation": ' + "1" * 5000 + "}", "docs.json:1:1", ""),
    ],
)
def test_faults_are_findings(write: Write, text: str, place: str, reason: str) -> None:
    navigation = read_docs_json(write({"docs.json": text}))
    if reason:
        (finding,) = navigation.findings
        assert (finding.code, str(finding.span)) == ("F009", place)
        assert reason in finding.arguments["reason"]


@pytest.mark.parametrize("value", [1, None, "a b", [], [[1, None]], {"languages": [1, {"language": 2}]}])
def test_odd_values_are_passed_over(write: Write, value: object) -> None:
    navigation = read_docs_json(write({"docs.json": json.dumps({"navigation": value})}))
    assert navigation.findings == ()
