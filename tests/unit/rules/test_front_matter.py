"""What front matter says of a page's availability, and the settings that tell how it is meant."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from engine.checks.run import run_checks
from engine.findings import UsageError
from engine.localedata import Locales
from engine.model.rules import AnyRule, Available
from engine.rules import Docs, read_docs

Files = Mapping[str, str]
Read = Callable[[Files], Docs]
Make = Callable[[Files], Path]

PAGE = "page:topic/guide"
KEY = "topic/guide.md"


def page(*lines: str) -> str:
    return "\n".join(("---", "title: Guide", *lines, "---", "", "# Guide", ""))


def rules_of(docs: Docs) -> set[AnyRule]:
    return set(docs.rules.rules)


def found(docs: Docs) -> list[tuple[str, int, str]]:
    return [(f.code, f.span.line, next(iter(f.arguments.values()))) for f in docs.findings]


@pytest.mark.parametrize("folder", ["en", "sv", "nl"])
@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("tier: core", Available(PAGE, "core")),
        ("tier: Growth", Available(PAGE, "growth")),
        ("license: salespremium", Available(PAGE, None, (("sales-premium",),))),
        ("license: Sales Premium", Available(PAGE, None, (("sales-premium",),))),
        ("license: [marketing-essentials]", Available(PAGE, None, (("marketing-essentials",),))),
    ],
)
def test_a_plan_or_licence_in_front_matter_is_what_the_page_is_for(
    read_files: Read, folder: str, line: str, rule: Available
) -> None:
    docs = read_files({f"{folder}/{KEY}": page("author: somebody", line)})
    (statement,) = docs.rules.statements
    assert (statement.rule, docs.findings) == (rule, ())
    assert (statement.span.line, statement.span.column, statement.quote) == (4, 1, line)


@pytest.mark.parametrize("line", ["tier:", "tier: ''", "license: ''", "license: []", "tiers: core"])
def test_an_empty_value_and_another_key_state_nothing(read_files: Read, line: str) -> None:
    docs = read_files({f"en/{KEY}": page(line)})
    assert (rules_of(docs), docs.findings) == (set(), ())


def test_the_plan_and_the_licences_are_two_rules(read_files: Read) -> None:
    docs = read_files({f"en/{KEY}": page("license: salespremium", "tier: growth")})
    assert rules_of(docs) == {Available(PAGE, "growth"), Available(PAGE, None, (("sales-premium",),))}


@pytest.mark.parametrize("suffix", ["md", "mdx"])
def test_both_flavours_of_a_page_say_the_same(read_files: Read, suffix: str) -> None:
    assert rules_of(read_files({f"en/topic/guide.{suffix}": page("tier: core")})) == {Available(PAGE, "core")}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("license: aiplatform, categorization", "aiplatform, categorization"),
        ("license: [aiplatform, categorization]", "aiplatform, categorization"),
        ("license: salespremium, servicepremium, cep", "salespremium, servicepremium, cep"),
    ],
)
def test_a_list_of_licences_is_a_finding_and_no_guess_at_what_its_comma_means(
    read_files: Read, line: str, value: str
) -> None:
    docs = read_files({f"en/{KEY}": page(line)})
    assert rules_of(docs) == set()
    assert [(f.code, f.span.line, f.arguments) for f in docs.findings] == [
        ("R007", 3, {"value": value, "key": "license"})
    ]


@pytest.mark.parametrize(
    ("means", "needs"),
    [("any", (("ai-platform", "categorization"),)), ("all", (("ai-platform",), ("categorization",)))],
)
def test_the_settings_say_what_a_list_of_licences_means(
    read_files: Read, means: str, needs: tuple[tuple[str, ...], ...]
) -> None:
    docs = read_files(
        {
            "charter.toml": f'[front_matter]\nlicence_list = "{means}"\n',
            f"en/{KEY}": page("license: aiplatform, categorization"),
            "en/single.md": page("license: cep"),
        }
    )
    assert docs.findings == ()
    assert rules_of(docs) == {Available(PAGE, None, needs), Available("page:single", None, (("cep",),))}


def test_the_settings_may_name_other_keys(read_files: Read) -> None:
    settings = '[front_matter]\nplan = "edition"\nlicences = "needs"\n'
    docs = read_files({"charter.toml": settings, f"en/{KEY}": page("edition: plus", "needs: cep", "tier: core")})
    assert rules_of(docs) == {Available(PAGE, "plus"), Available(PAGE, None, (("cep",),))}


@pytest.mark.parametrize(
    ("line", "name", "suggestion"),
    [
        ("tier: groth", "groth", "growth"),
        ("tier: sales-premium", "sales-premium", ""),
        ("license: salespremum", "salespremum", "sales-premium"),
        ("license: cep, salespremum", "salespremum", "sales-premium"),
    ],
)
def test_a_name_that_no_term_knows_is_a_finding_at_its_line(
    read_files: Read, line: str, name: str, suggestion: str
) -> None:
    docs = read_files({f"en/{KEY}": page("author: somebody", line)})
    assert rules_of(docs) == set()
    (finding,) = docs.findings
    assert (finding.code, finding.span.line, finding.arguments["name"]) == ("R002", 4, name)
    assert not suggestion or finding.arguments["suggestion"] == suggestion


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("front_matter = [", "TOML"),
        ('[front_matter]\nlicence_list = "some"\n', "some"),
        ("[front_matter]\nplan = 3\n", "plan"),
        ('[front_matter]\nkind = "x"\n', "kind"),
        ("[frontmatter]\n", "frontmatter"),
    ],
)
def test_wrong_settings_are_refused_with_file_and_reason(
    make_docs: Make, locales: Locales, text: str, says: str
) -> None:
    docs = make_docs({"charter.toml": text, f"en/{KEY}": page()})
    with pytest.raises(UsageError) as error:
        read_docs(docs, locales)
    assert str(error.value.where).partition("charter.toml")[0] == f"{docs}/"
    assert says in str(error.value)


def test_settings_in_another_encoding_are_refused(make_docs: Make, locales: Locales) -> None:
    docs = make_docs({f"en/{KEY}": page()})
    (docs / "charter.toml").write_bytes("[front_matter]\n".encode("utf-16"))
    with pytest.raises(UsageError):
        read_docs(docs, locales)


def checked(docs: Docs) -> list[tuple[str, str, int]]:
    return [
        (f.code, f.span.path.split("/")[0], f.span.line) for f in run_checks(docs) if f.code not in ("P001", "R004")
    ]


def test_a_key_that_one_language_lacks_is_a_warning_and_another_value_an_error(read_files: Read) -> None:
    with_core, with_plus, without = page("tier: core"), page("tier: plus"), page("author: somebody")
    assert checked(read_files({f"en/{KEY}": with_core, f"sv/{KEY}": with_core, f"nl/{KEY}": with_core})) == []
    lacking = read_files({f"en/{KEY}": with_core, f"sv/{KEY}": with_core, f"nl/{KEY}": without})
    assert [code for code, language, _ in checked(lacking) if language == "nl"] == ["F010"]
    assert {f.severity for f in run_checks(lacking) if f.code == "F010"} == {"warning"}
    differing = read_files({f"en/{KEY}": with_core, f"sv/{KEY}": with_core, f"nl/{KEY}": with_plus})
    assert checked(differing) == [("R005", "nl", 3)]
    (error,) = (f for f in run_checks(differing) if f.code == "R005")
    assert {related.quote for related in error.related} >= {"tier: core", "tier: plus"}


def test_a_page_that_a_language_does_not_have_lacks_no_key(read_files: Read) -> None:
    assert checked(read_files({f"en/{KEY}": page("tier: core"), "sv/other.md": page()})) == []
