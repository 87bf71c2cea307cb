"""How many must ask: the published figures, and where the text is open."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import ScenarioError, proportional
from valgforbund.proportional import RULES, request
from valgforbund.ranges import Span


@pytest.mark.parametrize("rule", RULES)
def test_thirteen_present_and_five_posts(rule: str) -> None:
    assert request(rule, 13, 5) == Span(3, 3)


@pytest.mark.parametrize("rule", ["finland", "sweden"])
def test_an_exact_number_is_not_raised(rule: str) -> None:
    assert request(rule, 12, 5) == Span(2, 2)


def test_on_aland_an_exact_number_is_open() -> None:
    assert request("åland", 12, 5) == Span(2, 3)


def meetings(posts: int) -> st.SearchStrategy[tuple[int, int]]:
    """Members present and posts; as often as not where the quotient is a whole number."""
    exact = st.integers(1, 999 // (posts + 1)).map(lambda asking: asking * (posts + 1))
    return st.tuples(exact | st.integers(1, 999), st.just(posts))


@given(st.integers(2, 40).flatmap(meetings))
def test_as_many_as_together_fill_a_post(meeting: tuple[int, int]) -> None:
    """Whoever asks has x of the votes, all others stand together: when does x win a post?"""
    present, posts = meeting
    certain = next(x for x in range(1, present + 1) if x * posts > (present - x))
    lot = next(x for x in range(1, present + 1) if x * posts >= (present - x))
    assert request("åland", present, posts) == Span(lot, certain)


def test_errors() -> None:
    for code, asked in {
        "rule_unknown": ("norge", 13, 5),
        "present_not_whole": ("sweden", 0, 5),
        "posts_not_whole": ("sweden", 13, 1),
    }.items():
        with pytest.raises(ScenarioError) as caught:
            request(*asked)
        assert caught.value.code == code


def test_the_swedish_rule_cites_the_law_in_force() -> None:
    """Lag (2022:629) replaced lag (1992:339) on 1 July 2022."""
    room = Path(proportional.__file__).parent
    rooms = "".join(path.read_text("utf-8") for path in room.glob("*.py"))
    assert "lag (2022:629)" in (proportional.__doc__ or "")
    assert "1992:339" not in rooms
