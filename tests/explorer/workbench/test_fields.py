"""Fields: what is entered is told through the guard, and what is held is shown again."""

from typing import Any

import pytest

from valgforbund import ScenarioError
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.wording import words

DA, EN = words("da"), words("en")


class Told:
    """What callbacks and the guard got to hear."""

    def __init__(self) -> None:
        self.entered: list[Any] = []
        self.errors: list[Exception | None] = []
        self.guard = Guard(lambda error, _: self.errors.append(error), lambda _: None)

    def refuse(self, value: object) -> None:
        raise ScenarioError("letter_empty", value=value)


@pytest.fixture
def told() -> Told:
    return Told()


def test_a_field_is_named_and_told_in_one_call(told: Told) -> None:
    field = fields.Text(told.guard, "lists.name_of", told.entered.append, "vf-name")
    field.show(DA, "Moderaterne", letter="M")
    assert (field.description, field.value) == ("Navn på liste M", "Moderaterne")
    assert field._dom_classes == ("vf-name",)
    assert not told.entered  # what we show ourselves is not entered by anybody
    field.value = "Venstre"
    assert (told.entered, told.errors) == (["Venstre"], [None])


def test_a_name_is_no_mathematics(told: Told) -> None:
    field = fields.Text(told.guard, "lists.name_of", told.entered.append)
    field.show(DA, "", letter="$x$")
    assert "$" not in field.description


@pytest.mark.parametrize("kind", [fields.Text, fields.Lines])
def test_what_is_refused_goes_and_the_old_value_comes_back(told: Told, kind: type) -> None:
    field = kind(told.guard, "bar.place", told.refuse)
    field.show(DA, "Næstved")
    field.value = "Odense"
    assert field.value == "Næstved"
    assert str(told.errors[0]) == str(ScenarioError("letter_empty", value="Odense"))


def test_what_is_shown_anew_meanwhile_stays(told: Told) -> None:
    field = fields.Text(told.guard, "bar.place", lambda text: field.show(DA, text.strip()))
    field.show(DA, "Næstved")
    field.value = " Odense "
    assert field.value == "Odense"


@pytest.mark.parametrize("text", ["8.123", "8123", " 8 123 "])
def test_a_whole_number_as_people_write_it(told: Told, text: str) -> None:
    field = fields.Whole(told.guard, "lists.votes_of", told.entered.append)
    field.show(DA, "0", letter="A")
    field.value = text
    assert told.entered == [8123]


@pytest.mark.parametrize("text", ["", "0", "1000", "12.7", "-5", "1e3", "9" * 400, "x", "٣"])
def test_what_is_no_number_here_is_refused_with_what_is_allowed(told: Told, text: str) -> None:
    field = fields.Whole(told.guard, "bar.seats", told.entered.append, least=1, most=999)
    field.show(DA, "25")
    field.value = text
    (error,) = told.errors
    assert isinstance(error, ScenarioError)
    assert DA.error(error).startswith("Mandater: et helt tal fra 1 til 999; ")
    assert (told.entered, field.value) == ([], "25")


def test_the_marks_are_those_of_the_language(told: Told) -> None:
    field = fields.Whole(told.guard, "lists.votes_of", told.entered.append)
    field.show(DA, "0", letter="A")
    field.value = "9,123"
    field.show(EN, "0", letter="A")
    field.value = "9,123"
    assert told.entered == [9123]


@pytest.mark.parametrize("text", ["", " ", "–", "-"])
def test_no_number_where_there_need_be_none(told: Told, text: str) -> None:
    field = fields.Whole(
        told.guard, "lists.candidates_of", told.entered.append, least=1, is_optional=True
    )
    field.show(DA, "7", letter="A")
    field.value = text
    assert told.entered == [None]


def test_a_menu_tells_its_choice_and_falls_back(told: Told) -> None:
    menu = fields.Menu(told.guard, "view.ours", told.entered.append)
    assert menu.show(DA, [("A", "A"), ("B", "B")], "B") == "B"
    menu.value = "A"
    assert menu.show(DA, [("C", "C")], "A") == "C"
    assert told.entered == ["A"]


def test_a_tick_and_a_button(told: Told) -> None:
    tick = fields.Tick(told.guard, "prop.officers", told.entered.append)
    tick.show(DA, True)
    tick.value = False
    button = fields.Button(
        told.guard, "prop.remove", lambda: told.entered.append("pressed"), tip="prop.remove_of"
    )
    button.show(DA, slate="II", seen=False)
    assert button.layout.display == "none"
    assert "II" in button.tooltip
    button.show(DA, slate="II")
    assert button.layout.display == ""
    button.click()
    assert told.entered == [False, "pressed"]


@pytest.mark.parametrize("kind", [fields.Entry, fields.Area, fields.Suggested])
def test_an_entry_keeps_what_is_typed_until_it_is_taken(kind: type) -> None:
    entry = kind("variants.name", "vf-few", hint="variants.name_hint")
    entry.value = "uden F"
    entry.show(DA)
    assert (entry.description, entry.value) == (DA("variants.name"), "uden F")
    assert entry.placeholder == DA("variants.name_hint")
    entry.clear()
    assert entry.value == ""


def test_a_menu_of_a_form_tells_nobody_and_keeps_its_choice(told: Told) -> None:
    menu = fields.Menu(told.guard, "tools.remove")
    menu.show(DA, [("A", "A"), ("B", "B")], menu.value)
    menu.value = "B"
    assert menu.show(DA, [("C", "C"), ("B", "B")], menu.value) == "B"
    assert told.errors == []


def test_a_slide_is_never_out_of_its_range_and_tells_only_what_a_person_moved(told: Told) -> None:
    slide = fields.Slide(told.guard, "slider.slide", told.entered.append)
    seen: list[bool] = []
    slide.observe(lambda _: seen.append(slide.min <= slide.value <= slide.max))
    for low, high, value in ((900, 1000, 950), (0, 10, 5), (7, 7, 7)):
        slide.reach(low, high, value)
        assert (slide.min, slide.value) == (low, value)
    assert slide.disabled
    assert all(seen)
    assert told.entered == []
    slide.reach(0, 10, 5)
    slide.value = 6
    assert told.entered == [6]
