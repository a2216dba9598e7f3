"""Code recognises or writes no word of a help page except through `locales/`.

Looked for are the surface forms of the locales: those of several words, and the single words of every language but
English. Interface words are ordinary gettext and exempt, as are docstrings.
"""

import pytest

from .sources import ROOT, module_paths
from .words import in_python, in_template, phrases, single_words, templates, words_in


@pytest.mark.parametrize("module", sorted(module_paths()))
def test_a_module_holds_no_word_of_a_help_page(module: str) -> None:
    assert in_python(module_paths()[module].read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [str(path.relative_to(ROOT)) for path in templates()])
def test_a_template_holds_no_word_of_a_help_page(path: str) -> None:
    assert in_template((ROOT / path).read_text(encoding="utf-8")) == []


def test_words_are_looked_for_in_every_language() -> None:
    assert len(phrases()) > 300
    assert len(single_words()) > 100
    for word in ("maximumaantal", "systeemlicenties", "toegang", "behöver", "mogelijk", "benutzerlizenz", "muliggør"):
        assert words_in(f"… {word.upper()} …") >= {word}, word


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("x = 'Erforderlich'", [(1, "erforderlich")]),
        ("x = 1\nif 'a user licence for' in text: pass", [(2, "a user"), (2, "licence for"), (2, "user licence")]),
        ("x = f'{n} satellietdatabases'", [(1, "satellietdatabases")]),
        ("x = re.compile(r'\\bonder andere\\b')", [(1, "onder andere")]),
        ("TABLE = {'SYSTEMLICENSER FOR': 1, 'ACCESS TO': 2}", [(1, "access to")]),
        ("x = 'log-in   rights'", [(1, "log in rights"), (1, "in rights")]),
        ("other.format('Bland annat åtkomst till')", [(1, "bland annat"), (1, "åtkomst till")]),
    ],
)
def test_a_word_of_a_help_page_in_code_is_found(source: str, found: list[tuple[int, str]]) -> None:
    expected = {word for _, word in found}
    assert {word for _, word in in_python(source)} & expected
    assert {line for line, _ in in_python(source)} == {line for line, _ in found}


@pytest.mark.parametrize(
    "source",
    [
        "'''Access to Standard CRM, as Erforderlich.'''",
        "class A:\n    x: str\n    '''A user licence.'''",
        "x = _('User licences')",
        "x = _(N_('needs a user licence'))",
        "x = locale.messages.format('needs a user licence', id=1)",
        "x = messages.get('User licences')",
        "x = 'licence'; y = 'system'; z = ('or', 'plan', 'standard-crm-user')",
    ],
)
def test_docstrings_ids_and_interface_words_are_no_words_of_help_pages(source: str) -> None:
    assert in_python(source) == []


def test_a_word_of_a_help_page_in_a_template_is_found() -> None:
    source = "<p>{{ _('User licences') }}</p>\n<p>User licences</p>\n{% if x == 'Lizenz' %}{% endif %}\n"
    source += "<i title='Sale module'>"
    assert {line for line, _ in in_template(source)} == {2, 3, 4}
    assert {word for _, word in in_template(source)} >= {"user licences", "lizenz", "sale module"}
    assert in_template("{% trans %}User licences{% endtrans %}<p>{{ name }}</p>") == []
