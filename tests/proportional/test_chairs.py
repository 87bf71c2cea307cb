"""The second election: chair and vice chair among those who are on the board."""

from hypothesis import assume, given
from hypothesis import strategies as st

from valgforbund.proportional import Candidate, Election, Slate, on_board, second_election, slate

BOARD = (slate("1", 7, "A B C D"), slate("2", 5, "E F G"), slate("3", 1, "H"))


def test_published_board_chooses_as_was_agreed() -> None:
    """The highest numbers of the board are the highest among its members."""
    chairs = second_election(Election(BOARD, 5))
    assert [(each.name, each.votes) for each in chairs.slates] == [("1", 7), ("2", 5)]
    assert (chairs.chair, chairs.vice_chair) == ("A", "E")


def test_a_list_with_twice_the_votes_has_both() -> None:
    chairs = second_election(Election((slate("1", 9, "A B C"), slate("2", 4, "D E")), 3))
    assert (chairs.chair, chairs.vice_chair) == ("A", "B")


def test_substitutes_do_not_stand() -> None:
    pair = Candidate("A", "Z", "woman", "man")
    board = Election([Slate("1", 3, (pair, Candidate("B")))], 2)
    assert second_election(board).slates[0].candidates[0] == Candidate("A", "", "woman")


def test_members_who_change_lists() -> None:
    board = Election(BOARD, 5)
    chairs = Election([slate("women", 7, "E A"), slate("men", 6, "B F")], 2, officers=True)
    assert on_board(chairs, board) is chairs
    assert (chairs.chair, chairs.vice_chair) == ("E", "B")


@given(st.lists(st.integers(0, 20), min_size=1, max_size=4), st.integers(2, 7))
def test_officers_are_those_of_an_agreement(votes: list[int], posts: int) -> None:
    """With the same votes the second election gives what an agreement would have given."""
    slates = [slate(str(i), n, [f"{i}-{j}" for j in range(posts)]) for i, n in enumerate(votes)]
    agreed = Election(slates, posts, officers=True)
    board = Election(slates, posts)
    assume(board.elected and not board.lot and not agreed.lot)
    chairs = second_election(board)
    assert (chairs.chair, chairs.vice_chair) == (agreed.chair, agreed.vice_chair)
