"""The table of codes: what each says, and that the code that finds it fills in what it says."""

import ast
import functools
import re
import string

import pytest

from engine.findings import CODES, Finding
from engine.findings.codes import ERROR, NOTE, WARNING, Code
from engine.model.spans import Span
from tests.house.sources import module_paths, tree_of

each_code = pytest.mark.parametrize("code", CODES.values(), ids=CODES)


def placeholders(code: Code) -> set[str]:
    """What the message and the help of a code leave to be filled in."""
    texts = (code.message, code.help)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@functools.cache
def found_in_code() -> tuple[tuple[str, set[str], str], ...]:
    """Every place of the source tree that finds something: code, the names it fills in, and where."""
    found = []
    for module in module_paths():
        for call in ast.walk(tree_of(module)):
            if not isinstance(call, ast.Call):
                continue
            literals = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            codes = [literal for literal in literals[:1] if literal in CODES]
            dicts = [a for a in call.args if isinstance(a, ast.Dict)]
            names = {key.value for d in dicts for key in d.keys if isinstance(key, ast.Constant)}
            names |= {keyword.arg for keyword in call.keywords if keyword.arg}
            if codes and not (isinstance(call.func, ast.Name) and call.func.id == "Code"):
                found.append((codes[0], {str(name) for name in names}, f"{module}:{call.lineno}"))
    return tuple(found)


def test_codes_and_names_are_unique_and_the_table_is_sorted() -> None:
    codes = list(CODES)
    assert codes == sorted(codes)
    assert codes == [row.code for row in CODES.values()]
    assert len({row.name for row in CODES.values()}) == len(codes) > 10


@each_code
def test_a_code_is_a_letter_and_three_digits_and_its_name_is_kebab_case(code: Code) -> None:
    assert re.fullmatch(r"[A-Z]\d{3}", code.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code.name)
    assert code.severity in {ERROR, WARNING, NOTE}


@each_code
def test_a_message_starts_in_lower_case_and_has_no_final_stop(code: Code) -> None:
    assert code.message[0].islower() or code.message[0] in "`{"
    assert not code.message.endswith((".", "!", " "))
    assert code.message.count("`") % 2 == 0


@each_code
def test_a_help_begins_with_a_verb_in_lower_case_and_has_no_final_stop(code: Code) -> None:
    assert re.match(r"[a-z]+ ", code.help)
    assert code.help.split()[0] not in {"the", "a", "an", "you", "this", "it", "please"}
    assert not code.help.endswith((".", "!", " "))
    assert code.help != code.message


@each_code
def test_a_code_tells_why_it_matters_in_the_manner_of_a_message(code: Code) -> None:
    assert code.why, "say to whom it does what"
    assert code.why[0].islower() or code.why[0] == "`"
    assert not code.why.endswith((".", "!", " "))
    assert "{" not in code.why
    assert code.why not in (code.message, code.help)


@each_code
def test_a_code_is_filled_in_wherever_something_finds_it(code: Code) -> None:
    for found, names, where in found_in_code():
        assert found != code.code or placeholders(code) <= names, where


def test_no_code_is_left_over() -> None:
    named = {
        node.value
        for module in module_paths()
        if not module.startswith("engine.findings.")
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert set(CODES) - named == set()
    assert len({found for found, _, _ in found_in_code()}) > len(CODES) / 2


@each_code
def test_a_finding_takes_its_name_and_severity_from_its_code(code: Code) -> None:
    finding = Finding(code.code, Span("en/a.md", 1, 1, 1, 2))
    assert (finding.name, finding.severity) == (code.name, code.severity)


def test_findings_are_ordered_by_place_then_code_then_facts() -> None:
    late, early = Span("en/b.md", 1, 1, 1, 1), Span("en/a.md", 9, 1, 9, 1)
    expected = [
        Finding("R001", early, {"sentence": "a"}),
        Finding("R001", early, {"sentence": "b"}),
        Finding("R002", early),
        Finding("F001", late),
    ]
    assert sorted([expected[i] for i in (3, 1, 0, 2)], key=lambda finding: finding.sort_key) == expected
