"""The lesson piece by piece, as a class works through it."""

import re

import ipywidgets as widgets
import pytest
from slow_count import outcomes

from explorer.lesson.page import PIECES, LessonPage
from explorer.part import HTML, classes
from valgforbund.wording import LANGUAGES


@pytest.fixture
def page() -> LessonPage:
    return LessonPage()


def _html(widget: widgets.Widget) -> str:
    return widget.value if isinstance(widget, HTML) else ""


def guess(page: LessonPage, seats: str) -> None:
    for letter, n in zip(page.room.scenario.letters, seats, strict=True):
        page.type("lesson.guess.of", n, letter=letter)


# ---- the vote ----


def test_every_change_of_the_vote_is_counted_at_once_everywhere(page: LessonPage) -> None:
    page.press("lesson.hand.all")
    assert page.seats() == {
        "A": "3 mandater", "B": "ét mandat", "C": "ét mandat", "D": "intet mandat",
        "E": "intet mandat",
    }  # fmt: skip
    page.type("lists.votes_of", "14", letter="B")
    page.type("lists.name_of", "Dans", letter="B")
    page.type("lesson.vote.seats", 3)
    page.press("lesson.hand.all")
    counted = dict(next(iter(outcomes(page.room.scenario.without_alliances()))))
    assert page.seats()["B"] == page.words.seats(counted["B"])
    for piece in ("by_hand", "guess"):
        assert "Dans" in page.text(piece)
    assert "36 stemmer i alt" in page.text("vote")
    assert page.find("lesson.hand.seats_field", letter="A", n=0)


def test_more_and_fewer_lists(page: LessonPage) -> None:
    page.type("lesson.vote.lists", 7)
    page.type("lists.votes_of", "9", letter="G")
    assert list(page.seats()) == list("ABCDEFG")
    page.type("lesson.vote.lists", 2)
    assert list(page.seats()) == ["A", "B"]
    assert "Sæt mindst to lister i valgforbund" in page.text("guess")


def test_nothing_shows_the_seats_before_the_class_has_found_them(page: LessonPage) -> None:
    """Part 2 asks for them: no square, no number, no sentence elsewhere gives them away."""
    seats = re.compile(r"\d mandat|(?:ét|intet) mandat|lodtrækning", re.IGNORECASE)
    page.type("lists.votes_of", "7", letter="C")
    page.type("lesson.vote.seats", 2)  # B and C are equal: that is a part of the answer, too
    for piece in ("vote", "guess", "why"):
        assert not seats.search(page.text(piece)), page.text(piece)
    assert page.seats() == dict.fromkeys("ABCDE", "?")
    assert "når tabellen i del 2 er regnet ud" in page.text("vote")
    assert "Et eksempel" in page.text("draw")
    assert not [w for piece in PIECES for w in page.widgets(piece) if "<svg" in _html(w)]
    for letter, n in zip("ABCDE", "10100", strict=True):
        for divisor in (2, 3):
            if page.room.sheet.mark((letter, divisor)) is None:
                page.press("lesson.hand.help")
        page.type("lesson.hand.seats_field", n, letter=letter, n=0)
    while not page.room.sheet.is_done:
        page.press("lesson.hand.help")
    assert page.seats() == {
        "A": "ét mandat", "B": "0 eller 1 mandat", "C": "0 eller 1 mandat", "D": "intet mandat",
        "E": "intet mandat",
    }  # fmt: skip
    assert "Lodtrækning mellem B og C" in page.text("vote")
    page.type("lists.votes_of", "8", letter="C")  # another vote is another question
    assert page.seats() == dict.fromkeys("ABCDE", "?")


def test_the_whole_table_can_be_shown_and_taken_back(page: LessonPage) -> None:
    page.press("lesson.hand.all")
    assert "20 af 20 felter er rigtige" in page.text("by_hand")
    page.press("bar.undo")
    assert "0 af 20 felter er rigtige" in page.text("by_hand")


@pytest.mark.parametrize("text", ["12.7", "-5", "mange", ""])
def test_what_is_no_number_is_told_and_the_old_votes_stay(page: LessonPage, text: str) -> None:
    page.type("lists.votes_of", text, letter="A")
    assert page.room.scenario.ballots[0] == 11
    assert page.find("lists.votes_of", letter="A").value == "11"
    assert "Stemmer på liste A: et helt tal fra 0 til" in page.text("vote")
    page.type("lists.votes_of", "12", letter="A")
    assert "et helt tal" not in page.text("vote")


# ---- by hand ----


def test_a_field_marks_itself_and_says_why(page: LessonPage) -> None:
    field = page.find("lesson.hand.field", letter="A", n=2)
    for text, kind, says in (
        ("5,5", "vf-right", "11 : 2 = 5,5"),
        ("22", "vf-wrong", "22 er 11 gange 2"),
        ("5", "vf-wrong", "mindst én decimal"),
        ("", "vf-empty", "Del stemmerne med 2, 3"),
    ):
        field.value = text
        assert kind in classes(field)
        assert says in page.text("by_hand")
    field.value = "halvseks"
    assert field.value == ""
    assert "Skriv et tal med højst seks decimaler" in page.text("by_hand")


def test_help_fills_the_table_and_it_then_says_who_got_the_last_seat(page: LessonPage) -> None:
    for _ in range(20):
        page.press("lesson.hand.help")
    assert "20 af 20 felter er rigtige" in page.text("by_hand")
    assert "Det sidste mandat gik til A: 11 : 3 = 3,67" in page.text("by_hand")
    page.press("lesson.again")
    assert "0 af 20 felter er rigtige" in page.text("by_hand")


def test_by_hand_a_lot_is_a_lot(page: LessonPage) -> None:
    page.type("lists.votes_of", "11", letter="B")
    page.type("lesson.vote.seats", 1)
    for n in (0, 1):
        page.type("lesson.hand.seats_field", str(n), letter="A", n=0)
        assert "lodtrækning" in page.text("by_hand")
    for _ in range(10):
        page.press("lesson.hand.help")
    assert "Lodtrækning mellem A og B om ét mandat" in page.text("by_hand")


# ---- guess first, then see ----


def test_nothing_shows_the_truth_before_the_guess_is_locked(page: LessonPage) -> None:
    for piece in ("guess", "why"):
        assert "redder" not in page.text(piece)
        assert "✓" not in page.text(piece)
    lock = page.find("lesson.guess.lock")
    assert lock.disabled
    guess(page, "31100")
    page.press("lesson.guess.lock")
    assert "3 af 5 lister er gættet rigtigt" in page.text("guess")
    assert "redder ét mandat: D får ét mere, A ét færre" in page.text("guess")
    assert page.find("lesson.guess.of", letter="A").disabled
    assert "3 + 2 = 5 stemmer" in page.text("why")
    assert "E's 2 stemmer gav D ét" in page.text("why")


def test_a_guess_must_give_out_every_seat_once(page: LessonPage) -> None:
    for seats, says in (
        ("1", "4 mandater tilbage"),
        ("31", "ét mandat tilbage"),
        ("31111", "delt 2 mandater for meget ud"),
        ("311  ", "Skriv 0"),
        ("31100", "Lås det"),
    ):
        for letter, n in zip("ABCDE", seats.ljust(5), strict=True):
            page.type("lesson.guess.of", n.strip(), letter=letter)
        assert says in page.text("guess")
        assert page.find("lesson.guess.lock").disabled == (seats != "31100")


def test_an_alliance_is_put_together_list_by_list(page: LessonPage) -> None:
    for letter in "DE":
        page.type("lesson.guess.inside", False, letter=letter)
    assert "Sæt mindst to lister i valgforbund" in page.text("guess")
    page.type("lesson.guess.inside", True, letter="A")
    assert page.find("lesson.guess.inside", letter="A").value
    assert "Sæt mindst to lister i valgforbund" in page.text("guess")
    page.type("lesson.guess.inside", True, letter="C")
    assert [each.name for each in page.room.scenario.alliances] == ["A-C"]
    assert "A-C går i valgforbund" in page.text("guess")


def test_another_alliance_is_another_guess(page: LessonPage) -> None:
    guess(page, "31100")
    page.press("lesson.guess.lock")
    page.press("lesson.guess.again")
    assert page.find("lesson.guess.of", letter="A").value == ""
    page.type("lesson.guess.inside", True, letter="C")
    assert page.room.allied == ("C", "D", "E")
    guess(page, "21200")
    page.press("lesson.guess.lock")
    page.type("lists.name_of", "Dans", letter="A")
    assert page.room.locked
    page.type("lists.votes_of", "15", letter="A")
    assert not page.room.locked
    assert page.find("lesson.guess.of", letter="A").value == ""
    assert "Tallene vises, når gættet ovenfor er låst" in page.text("why")


def test_any_result_that_a_lot_can_give_is_guessed_right(page: LessonPage) -> None:
    page.type("lists.votes_of", "5", letter="C")  # C and D-E are equal for the fifth seat
    page.type("lesson.vote.seats", 4)
    guess(page, "21100")
    page.press("lesson.guess.lock")
    assert "5 af 5 lister er gættet rigtigt" in page.text("guess")
    assert "lodtrækning" in page.text("guess")


# ---- a lot ----


def test_a_draw_shows_what_was_open_who_won_and_how_often(page: LessonPage) -> None:
    assert "Et eksempel: 3 mandater" in page.text("draw")
    assert "1 eller 2 mandater" in page.text("draw")
    assert "0 eller 1 mandat" in page.text("draw")
    page.press("lot.draw")
    assert "Loddet er trukket" in page.text("draw")
    assert "eller" not in page.text("draw")
    page.press("lesson.draw.often", n=100)
    wins = page.lesson.draw.children[1].wins
    assert wins.total() == 101
    assert set(wins) == {"A", "C"}  # a chance of 1 in 2 ** 100 to be wrong
    page.press("lesson.draw.back")
    assert "1 eller 2 mandater" in page.text("draw")


def test_the_lot_of_the_class_itself_is_drawn_if_it_has_one(page: LessonPage) -> None:
    page.type("lists.votes_of", "7", letter="C")
    page.type("lesson.vote.seats", 2)
    page.press("lesson.hand.all")
    assert "Jeres eget valg, hver for sig: 2 mandater" in page.text("draw")
    assert "Lodtrækning mellem B og C" in page.text("draw")
    page.press("lot.draw")
    assert page.room.apart.lots  # it is the class's vote that waits, drawn or not


# ---- exercises ----


def test_exercises_mark_themselves_with_a_reason_and_the_answers_are_folded(
    page: LessonPage,
) -> None:
    assert "0 af 8 opgaver er løst" in page.text("practice")
    page.type("lesson.practice.answer_to", "2", n=1)
    assert "Ikke helt. Det får A, når C og D går sammen" in page.text("practice")
    page.type("lesson.practice.answer_to", "4", n=1)
    assert "Ikke helt. Prøv igen" in page.text("practice")
    page.type("lesson.practice.answer_to", "tre", n=1)
    assert "Her skal stå et helt tal" in page.text("practice")
    for number, each in enumerate(page.lesson.practice.children[1].exercises, 1):
        page.type("lesson.practice.answer_to", each.answer, n=number)
    assert "8 af 8 opgaver er løst" in page.text("practice")
    assert "Ikke helt" not in page.text("practice")
    page.type("lesson.practice.answer_to", "", n=1)
    assert "7 af 8 opgaver er løst" in page.text("practice")
    folded = [w.value for w in page.widgets("practice") if "<details>" in getattr(w, "value", "")]
    assert len(folded) == 8


# ---- all of it ----


def test_the_explorer_opens_with_the_vote_of_the_class(page: LessonPage) -> None:
    page.type("lists.votes_of", "12", letter="A")
    page.press("lesson.workbench.open")
    explorer = page.lesson.workbench.children[-1].children[0]
    assert explorer.scenario == page.room.scenario


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_input_has_a_name_and_no_text_is_read_as_html(language: str) -> None:
    page = LessonPage(language)
    page.type("lists.name_of", "<img src=x onerror=alert(1)>", letter="A")
    guess(page, "31100")
    page.press("lesson.guess.lock")
    for piece in PIECES:
        for widget in page.widgets(piece):
            if hasattr(widget, "description") and not hasattr(widget, "placeholder"):
                assert widget.description
            if isinstance(widget, HTML):
                assert "<img src=x" not in widget.value
