"""`charter needs`: the minimal sets, by id or by name, the cheapest first."""

import json
from collections.abc import Callable

import pytest

from ...conftest import ROOT
from .conftest import Result

Run = Callable[..., Result]


@pytest.fixture
def needs(charter: Run) -> Run:
    return lambda *arguments: charter("needs", *arguments, "--docs", ROOT / "docs")


def test_each_set_is_a_line_of_ids_the_smallest_first(needs: Run) -> None:
    assert needs("sale-module") == (0, "complete-crm-user\nsales-user + standard-crm-user\n", "")


@pytest.mark.parametrize(
    ("language", "last"),
    [("sv", "Säljanvändare och Standard CRM-användare"), ("de", "Verkaufsbenutzer und Standard-CRM-Benutzer")],
)
def test_names_are_a_list_of_the_language(needs: Run, language: str, last: str) -> None:
    assert needs("sale-module", "--language", language).out.splitlines()[-1] == last


def test_prices_put_the_cheapest_first(needs: Run) -> None:
    prices = ("--price", "complete-crm-user=90.5", "--price", "sales-user=40", "--price", "standard-crm-user=50")
    result = needs("sale-module", *prices, "--format", "json")
    assert json.loads(result.out)["needs"] == [["sales-user", "standard-crm-user"], ["complete-crm-user"]]


def test_what_is_no_longer_sold_can_be_left_out(needs: Run) -> None:
    assert needs("sale-module", "--no-legacy") == (1, "", "")


@pytest.mark.parametrize("price", ["x", "=3", "sales-user=", "sales-user=-1", "sales-user=nan", "sales-user=inf"])
def test_a_malformed_price_is_misuse(needs: Run, price: str) -> None:
    result = needs("sale-module", "--price", price)
    assert result.status == 2
    assert f"`--price {price}` is malformed" in result.err


def test_an_unknown_capability_has_no_sets_and_suggests_the_nearest(needs: Run) -> None:
    assert needs("sale-modul") == (1, "", "did you mean `sale-module`?\n")


def test_a_holder_may_be_named_and_the_wrong_one_does_not_count(needs: Run) -> None:
    assert needs("quotes", "--hold", "system:sales-quote-management").status == 1
    assert needs("quotes", "--hold", "user:sales-quote-management").out == "sales-quote-management\n"
    assert needs("quotes", "--hold", "nobody:sales-quote-management").status == 2
