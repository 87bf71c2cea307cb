"""What the class holds: its vote, its alliance, and when a guess is a guess no more."""

import pytest

from valgforbund.explorer.lesson.classroom import LETTERS, MOST_LISTS, Classroom


@pytest.fixture
def room() -> Classroom:
    return Classroom()


def test_it_begins_with_the_example_of_the_explorer_under_letters_of_a_ballot(
    room: Classroom,
) -> None:
    assert room.scenario.letters == tuple("ABCDE")
    assert room.scenario.ballots == (11, 7, 6, 3, 2)
    assert room.scenario.names[0] == "Fodbold"
    # 11; 7; 6; 5,5; 3,67 without, 11; 7; 6; 5,5; 5 with
    assert room.apart.seats.to_dict() == {"A": 3, "B": 1, "C": 1, "D": 0, "E": 0}
    assert room.results.counted.seats.to_dict() == {"A": 2, "B": 1, "C": 1, "D": 1, "E": 0}


def test_lists_come_without_votes_and_go_with_them(room: Classroom) -> None:
    room.stand(MOST_LISTS)
    assert "".join(room.scenario.letters) == LETTERS
    assert room.scenario.ballots == (11, 7, 6, 3, 2, 0, 0, 0)
    room.stand(4)
    assert room.scenario.ballots == (11, 7, 6, 3)
    assert (room.allied, room.scenario.alliances) == (("D",), ())  # E is gone


def test_an_alliance_has_at_least_two_lists(room: Classroom) -> None:
    room.ally("BCE")
    assert [each.letters for each in room.scenario.alliances] == [("B", "C", "E")]
    room.ally("B")
    assert (room.allied, room.scenario.alliances) == (("B",), ())


def test_a_change_that_is_counted_unlocks_the_guess_and_a_name_does_not(room: Classroom) -> None:
    for change in (
        lambda: room.vote("A", 12),
        lambda: room.resize(7),
        lambda: room.stand(6),
        lambda: room.ally("AB"),
    ):
        room.lock()
        before = room.scenario
        change()
        assert not room.is_like(before)
        assert not room.locked
    room.lock()
    before = room.scenario
    room.rename("A", "Dans")
    room.resize(room.scenario.seats)
    assert room.is_like(before)
    assert room.locked


def test_a_list_without_a_name_is_called_by_its_letter(room: Classroom) -> None:
    room.rename("A", "")
    assert room.scenario.names[0] == "A"
