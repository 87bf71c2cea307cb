"""The tab "Uncertainty": models, sentences, strips and tables of what many draws say."""

from typing import Any

import pytest

from explorer.election.panels.test_tables import tables
from explorer.page import Page
from explorer.part import Part
from valgforbund import Scenario, ScenarioError, Swing, count, simulate
from valgforbund.baselines import Baseline
from valgforbund.explorer.election.panels.uncertainty import Uncertainty, bloc
from valgforbund.sources.bundled import load

NAESTVED, ALLIANCE = load("KV2025", "Næstved"), "C-I-M-O-V-Æ"
SEATS = dict(zip(NAESTVED.letters, count(NAESTVED).certain, strict=True))


def opened(scenario: Scenario = NAESTVED, language: str = "da") -> Page:
    page = Page(scenario, language)
    if scenario is NAESTVED:
        page.state.look(focus=frozenset(ALLIANCE.split("-")))
    page.open(Uncertainty)
    return page


def panel(page: Page) -> Part:
    return page.open(Uncertainty)


def lines(page: Page) -> list[str]:
    return panel(page).said


def notes(page: Page) -> str:
    return panel(page).text.partition(page.words("simulation.assumptions"))[2]


def control(page: Page, key: str) -> Any:
    return panel(page).find(f"simulation.control_{key}")


def picture(page: Page) -> str:
    (found,) = panel(page).pictures
    return found


def test_the_sentences_are_what_the_simulation_found() -> None:
    page = opened()
    sim = simulate(NAESTVED, ALLIANCE, model=Swing(), draws=10_000)
    saves = round(100 * sim.chances.loc["saves", "probability"])
    mean = f"{sim.members.loc[ALLIANCE, 'saved']:.1f}".replace(".", ",")
    assert lines(page)[0].startswith(
        f"{ALLIANCE} redder mindst ét mandat i {saves} ud af 100 tilfælde"
    )
    assert lines(page)[0].endswith(f"I gennemsnit {mean} mandater.")
    assert lines(page)[1].startswith(f"{ALLIANCE} får flertal (mindst 16 af 31 mandater) i ")
    assert "svinger 6 procentpoint" in notes(page)


def test_the_tables_say_what_the_picture_shows() -> None:
    page = opened()
    sim = simulate(NAESTVED, ALLIANCE, model=Swing(), draws=10_000)
    found = tables(page)
    rows = {row[0].split(" ")[0]: row for row in found["Hvad listerne kan vente"]}
    for letter, row in sim.lists.iterrows():
        now, mean, between, seat = rows[letter][1:5]
        assert now == str(SEATS[letter])
        assert mean == f"{row['mean_with']:.2f}".replace(".", ",")
        low, high = int(row["low_with"]), int(row["high_with"])
        assert between in (f"{low}–{high}", str(low))
        assert "%" in seat
    saved = {row[0]: row[1] for row in found[f"Mandater, som {ALLIANCE} redder"]}
    assert saved["+1"] == page.words.share(sim.saved.loc[1, "probability"]).replace("\xa0", " ")
    members = {row[0]: row[1:] for row in found["I gennemsnit, liste for liste"]}
    assert set(members) == {*ALLIANCE.split("-"), ALLIANCE}
    assert members[ALLIANCE][1] == f"+{sim.members.loc[ALLIANCE, 'closed_form']:.2f}".replace(
        ".", ","
    )
    numbers = {
        row[0]: row[1:] for row in found["Chance for hvert antal mandater, med valgforbundet"]
    }
    assert len(numbers) == len(NAESTVED.letters)
    likeliest = int(sim.seats_with.loc["A"].idxmax())
    assert f"A {likeliest} (" in picture(page)


def test_a_poll_has_controls_of_its_own_and_is_less_uncertain() -> None:
    page = opened()
    wide = picture(page)
    control(page, "kind").value = "poll"
    assert not panel(page).sees("simulation.control_points")
    assert panel(page).sees("simulation.control_sample")
    assert "1.000 adspurgte" in notes(page)
    control(page, "sample").value = "2.400"
    control(page, "effect").value = "1,2"
    control(page, "undecided").value = "10"
    assert "1.800 tilfældigt udvalgte" in notes(page)
    assert picture(page) != wide
    page.assert_in_step()


@pytest.mark.parametrize(
    ("key", "text", "part"),
    [
        ("points", "51", "Udsving i procentpoint skal være et tal fra 0 til 12"),
        ("points", "mange", "højst seks decimaler"),
        ("bloc", "C-Q", "ingen liste Q"),
        ("bloc", " ", "Nævn den eller de lister"),
    ],
)
def test_what_cannot_be_is_told_and_the_field_shows_what_holds(
    key: str, text: str, part: str
) -> None:
    page = opened()
    before = control(page, key).value
    control(page, key).value = text
    assert part in page.alert
    assert control(page, key).value == before


def test_a_sample_of_nobody_is_told_by_the_name_of_its_field() -> None:
    page = opened()
    control(page, "kind").value = "poll"
    control(page, "sample").value = "0"
    assert "Adspurgte" in page.alert
    assert control(page, "sample").value == "1.000"


def test_a_bloc_of_ones_own_stays_until_one_of_its_lists_is_gone() -> None:
    page = opened()
    control(page, "bloc").value = "aøfbå"
    assert control(page, "bloc").value == "A-B-F-Ø-Å"
    assert lines(page)[1].startswith("A-B-F-Ø-Å får flertal")
    page.state.change(page.scenario.without_list("Å"))
    page.state.look(focus=frozenset("CIMOVÆ"))
    assert control(page, "bloc").value == ALLIANCE
    assert lines(page)[1].startswith(f"{ALLIANCE} får flertal")


def test_our_list_has_a_sentence_for_its_seats_and_for_one_more() -> None:
    page = opened()
    page.state.look(ours="V")
    seats = SEATS["V"]
    assert lines(page)[0].startswith(f"V får mindst {seats} mandater i ")
    assert lines(page)[1].startswith(f"V får mindst {seats + 1} mandater i ")


@pytest.mark.parametrize(
    ("baseline", "start"),
    [
        (Baseline("none"), f"{ALLIANCE} redder mindst ét mandat"),
        (Baseline("out", "Æ"), f"At Æ er med i {ALLIANCE}, giver Æ flere mandater"),
        (Baseline("in", "A"), f"Hvis A kom med i {ALLIANCE}, fik A flere mandater"),
    ],
)
def test_the_other_world_is_the_one_in_focus(baseline: Baseline, start: str) -> None:
    page = opened()
    page.state.look(baseline=baseline)
    assert lines(page)[0].startswith(start)
    assert page.alert == ""


def test_lists_that_swing_together_make_the_alliance_less_sure() -> None:
    page = opened()
    apart = lines(page)[1]
    control(page, "moves").value = "together"
    assert "halvdelen af deres udsving" in notes(page)
    assert lines(page)[1] != "" != apart


def test_a_list_without_a_past_is_a_guess() -> None:
    page = opened()
    page.state.change(page.scenario.with_list("Y"))
    assert "Y har ingen stemmer" in notes(page)
    page.state.change(page.scenario.with_votes({"Y": 900}))
    assert "Y havde ingen stemmer før" in notes(page)
    control(page, "kind").value = "poll"
    assert "Y havde ingen stemmer før" not in notes(page)  # its share was asked for, too


def test_alliances_that_nobody_recorded_are_not_said_to_be_none() -> None:
    page = opened(load("KV2021", "Læsø"))
    assert "er ikke registreret" in lines(page)[0]


def test_without_alliances_there_are_chances_all_the_same() -> None:
    page = opened(Scenario({"A": 500, "B": 300, "C": 90}, seats=9))
    assert lines(page)[0].startswith("Der er ingen valgforbund endnu")
    assert "Hvad listerne kan vente" in tables(page)
    assert not any(caption.startswith("Mandater, som") for caption in tables(page))


def test_without_votes_a_sentence_asks_for_them() -> None:
    page = opened(Scenario({"A": 0, "B": 0}, seats=9))
    assert page.alert == ""
    assert panel(page).text == page.words("simulation.empty")
    page.state.change(page.scenario.with_votes({"A": 5, "B": 3}))
    assert page.words("simulation.empty") not in panel(page).text
    assert lines(page)


def test_english_and_hostile_letters() -> None:
    page = opened(Scenario({"<b>": 500, "$x$": 400}, seats=9, alliances=[["<b>", "$x$"]]), "en")
    assert "<b>-" not in panel(page).html
    assert lines(page)[0].startswith("&lt;b&gt;") or "<b>-$x$ saves" in lines(page)[0]
    assert page.alert == ""


def test_letters_of_a_bloc_are_read_together_or_apart() -> None:
    lists = Scenario({"A": 3, "B": 2, "C": 1, "L1": 1}, 3)
    assert bloc("c, A", lists) == ("A", "C")
    assert bloc("l1+C", lists) == ("C", "L1")
    with pytest.raises(ScenarioError, match="no list AQ"):
        bloc("AQ", lists)


def test_the_draws_are_those_of_the_menu() -> None:
    page = opened()
    control(page, "draws").value = 1_000
    assert "1.000 trækninger" in notes(page)
