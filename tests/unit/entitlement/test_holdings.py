"""What is held: every form in which callers give it, and what is refused."""

import datetime as dt

import pytest

from engine import Holding, UsageError, decide
from engine.entitlement import held
from engine.entitlement.holdings import nearest
from engine.model.rules import Grants

from .ruling import stated

GIVES_A = stated(Grants("p", "a", None))


@pytest.mark.parametrize("nothing", [(), [], {}, set(), frozenset()])
def test_nothing_held_is_nothing(nothing: object) -> None:
    assert held(nothing) == frozenset()


@pytest.mark.parametrize(
    "holdings", [{"p"}, ["p"], ("p",), frozenset({Holding("p")}), {Holding("p")}, {"p": 1}, [Holding("p", 1, None)]]
)
def test_every_form_of_one_licence_is_the_same_holding(holdings: object) -> None:
    assert held(holdings) == {Holding("p", 1)}


def test_the_same_id_given_twice_adds_up() -> None:
    assert held(["p", "p", Holding("p", 3)]) == {Holding("p", 5)}


def test_holdings_that_end_on_different_days_stay_apart() -> None:
    day = dt.date(2025, 1, 1)
    assert held([Holding("p", 1, day), Holding("p", 2), Holding("p", 2, day)]) == {
        Holding("p", 3, day),
        Holding("p", 2),
    }


@pytest.mark.parametrize("count", [-1, 1.5, True, "2", None])
def test_a_count_that_is_no_whole_number_from_zero_on_is_refused(count: object) -> None:
    with pytest.raises(UsageError, match="is no count of `p`"):
        held({"p": count})


def test_a_bare_text_is_refused_because_its_letters_are_no_ids() -> None:
    with pytest.raises(UsageError, match="not the text `sales-user`"):
        held("sales-user")


@pytest.mark.parametrize("entry", [3, None, ("p", 1)])
def test_an_entry_of_another_type_is_refused(entry: object) -> None:
    with pytest.raises(UsageError, match="is no holding"):
        held([entry])


@pytest.mark.parametrize("id", ["p", "t", "right", "class"])
def test_licences_rights_and_classes_of_the_vocabulary_may_be_held_even_if_no_rule_names_them(id: str) -> None:
    assert decide(GIVES_A, "a", {id}).allowed == (id == "p")


def test_an_unknown_licence_is_refused_with_the_nearest_id() -> None:
    with pytest.raises(UsageError, match="unknown licence or right `rigth`") as caught:
        decide(GIVES_A, "a", {"p", "rigth"})
    assert caught.value.help == "did you mean `right`?"


def test_an_unknown_id_that_is_near_to_none_lists_what_there_is() -> None:
    with pytest.raises(UsageError) as caught:
        decide(GIVES_A, "a", {"zzzzzz"})
    assert caught.value.help == "use one of: class, p, q, r, right, s, t"


def test_an_unknown_channel_is_refused_with_the_nearest_id() -> None:
    with pytest.raises(UsageError, match="unknown channel `phon`") as caught:
        decide(GIVES_A, "a", {"p"}, channel="phon")
    assert caught.value.help == "did you mean `phone`?"


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("p", ()) is None
    assert nearest("satelite", {"satellite", "system"}) == "satellite"


def test_an_unknown_edition_is_refused_and_does_not_read_as_a_no() -> None:
    with pytest.raises(UsageError, match="unknown edition `window`") as caught:
        decide(GIVES_A, "a", {"p"}, edition="window")
    assert caught.value.help == "did you mean `windows`?"


def test_use_of_an_unknown_metric_is_refused_and_does_not_read_as_unused() -> None:
    with pytest.raises(UsageError, match="unknown metric `whol`") as caught:
        decide(GIVES_A, "a", {"p"}, usage={"a": 1, "whol": 3})
    assert caught.value.help == "did you mean `whole`?"
