"""The whole explorer: one action one recount, languages, banners, strange scenarios, failures."""

import re

import pytest

from explorer.page import Page
from explorer.part import plain
from valgforbund import Scenario, ScenarioError, count
from valgforbund.baselines import Baseline
from valgforbund.explorer import Explorer
from valgforbund.explorer.election import explorer
from valgforbund.explorer.election.panels.headline import Headline
from valgforbund.explorer.election.questions import Questions
from valgforbund.explorer.workbench.markup import cut
from valgforbund.sources.bundled import load, official_seats

BRAND = "Valgforbund"
SMALL = Scenario(
    {"A": 600, "B": 300, "C": 100, "D": 90},
    9,
    [["B", "C"]],
    names={"A": "Alfa", "B": "Beta", "C": "Gamma", "D": "Delta"},
)

# What a person can do, each one action.
ACTIONS = {
    "votes": lambda page: page.votes("A", "601"),
    "name": lambda page: page.type("lists.name_of", "Anna", letter="A"),
    "candidates": lambda page: page.type("lists.candidates_of", "2", letter="A"),
    "leave": lambda page: page.alone("C"),
    "join": lambda page: page.ally("D", "B-C"),
    "new alliance": lambda page: page.ally("A", "Nyt valgforbund med D"),
    "slider": lambda page: page.slide(page.slider.value + 3),
    "typed": lambda page: page.type("slider.votes", "17"),
    "moved list": lambda page: page.choose("slider.list", "D Delta"),
    "source": lambda page: page.choose("slider.source", "alle andre, forholdsmæssigt"),
    "seats": lambda page: page.type("bar.seats", "11"),
    "place": lambda page: page.type("bar.place", "Næstved"),
    "election": lambda page: page.choose("bar.election", "Kommunalvalg 2013"),
    "example": lambda page: page.choose("bar.examples", "Lejre 2021: formularen, der kom for sent"),
    "empty": lambda page: page.choose("bar.examples", "Nyt, tomt valg"),
    "language": lambda page: page.choose("app.language", "English"),
    "baseline": lambda page: page.choose("view.baseline", "Helt uden valgforbund"),
    "ours": lambda page: page.choose("view.ours", "A Alfa"),
    "measure": lambda page: page.choose("measure.label", "Stemmer på lister uden mandat"),
    "per cent": lambda page: page.choose("tools.unit", "Procent af"),
    "add": lambda page: (
        page.type("tools.add_letter", "X"),
        page.press("tools.add_button"),
    ),
    "remove": lambda page: page.press("tools.remove_button"),
    "paste": lambda page: (
        page.type("tools.pasted", "1\n2\n3\n4"),
        page.press("tools.paste_button"),
    ),
}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One entry for each recount and one for each time the sentences are shown."""
    seen: list[object] = []
    results, show = explorer.Results, Headline.show
    monkeypatch.setattr(explorer, "Results", lambda *args: seen.append("counted") or results(*args))
    monkeypatch.setattr(
        Headline, "show", lambda self, shown: seen.append("shown") or show(self, shown)
    )
    return seen


@pytest.mark.parametrize("action", ACTIONS)
def test_one_action_is_one_recount(action: str, counted: list[object]) -> None:
    page = Page(SMALL)
    counted.clear()
    ACTIONS[action](page)
    assert counted == ["counted", "shown"]
    assert page.alert == ""
    page.assert_in_step()
    if page.state.can_undo:
        counted.clear()
        page.press("bar.undo")
        assert counted == ["counted", "shown"]
        assert page.scenario == SMALL
        page.assert_in_step()


def test_a_mistake_or_the_same_value_is_no_recount(counted: list[object]) -> None:
    page = Page(SMALL)
    counted.clear()
    page.votes("A", "12.7")
    page.votes("A", " 600 ")
    page.type("bar.seats", "09")
    assert counted == []
    page.assert_in_step()


def test_what_the_first_action_got_wrong_is_taken_back() -> None:
    page = Page(SMALL)
    page.votes("A", "12.7")
    assert page.find("lists.votes_of", letter="A").value == "600"


def test_another_cell_may_change_the_scenario() -> None:
    page = Page(SMALL)
    page.explorer.state.change(SMALL.with_votes({"A": 700}))
    page.assert_in_step()
    page.votes("A", "x")
    assert page.find("lists.votes_of", letter="A").value == "700"


# ---- failures ----


def test_an_unexpected_failure_is_told_and_nothing_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(SMALL)
    page.votes("A", "610")
    before, sentences = page.scenario, page.sentences

    def fail(*_: object) -> None:
        raise RuntimeError("<b>boom</b>")

    with monkeypatch.context() as broken:
        broken.setattr(Questions, "show", fail)
        page.votes("A", "5000")
        assert "Uventet fejl (RuntimeError): <b>boom</b>. Intet er ændret." in page.alert
        assert "<b>boom" not in page.html
    assert page.scenario == before
    assert page.sentences == sentences
    page.assert_in_step()
    page.votes("A", "5000")  # and it goes on
    assert page.alert == ""
    assert page.scenario.votes["A"] == 5000
    page.press("bar.undo")
    assert page.scenario == before
    page.press("bar.undo")
    assert page.scenario == SMALL


def test_a_way_to_look_that_cannot_be_shown_is_told_and_left() -> None:
    """If C stayed out, A and B would have the name of another list."""
    s = Scenario({"A": 60, "B": 50, "C": 40, "A-B": 30}, 9, [["A", "B", "C"]])
    page = Page(s)
    page.choose("view.baseline", "Hvis C stod udenfor")
    assert page.alert == "To valgforbund, eller et valgforbund og en liste, ville begge hedde A-B."
    assert page.find("view.baseline").value == Baseline("dissolved")
    page.assert_in_step()
    page.votes("A", "61")
    assert page.alert == ""
    page.assert_in_step()


# ---- languages ----


def own_words(text: str, names: set[str]) -> list[str]:
    """Words that are neither names nor marks."""
    shown = plain(text)
    for name in sorted(names, key=len, reverse=True):
        shown = shown.replace(name, "")
    return re.findall("[A-Za-zÆØÅæøå]{2,}", shown)


@pytest.mark.parametrize("place", [("KV2025", "Næstved"), ("KV2013", "Samsø"), ("KV2021", "Lejre")])
def test_another_language_changes_every_text(place: tuple[str, str]) -> None:
    page = Page(load(*place))
    page.votes("A", "9123")
    page.type("bar.seats", "32")
    danish = page.texts()
    page.choose("app.language", "English")
    english = page.texts()
    page.assert_in_step()
    s = page.scenario
    names = {BRAND, "Dansk", "English", s.place, *(a.name for a in s.alliances)}
    parties = s.parties.values()
    for name in (*s.names, *(party.name for party in parties)):
        names |= {name, cut(name), cut(name, 38)}
    for before, after in zip(danish, english, strict=True):
        if before == after and not before.startswith("<style"):
            assert own_words(before, names) == []
    ours = re.compile("og|får|mandat|stemmer|uden|liste|valgforbund|lod|flertal", re.IGNORECASE)
    for text in english:
        if not text.startswith("<style"):
            assert not [each for each in own_words(text, names) if ours.fullmatch(each)], text
    page.choose("app.language", "Dansk")
    assert page.texts() == danish


def test_the_explorer_opens_in_english() -> None:
    page = Page(language="en")
    assert page.first.startswith("Alliance I-M-O-V saves one seat")
    page.votes("A", "12.7")
    assert page.alert == ("Votes for list A: a whole number from 0 to 1,000,000,000; got '12.7'.")


# ---- what is assumed ----


def test_official_seats_stand_beside_ours_in_næstved_2021() -> None:
    page = Page(load("KV2021", "Næstved"))
    official = official_seats("KV2021", "Næstved")
    for letter, seats in official.items():
        assert page.row(letter)[1] == str(seats)
    assert page.row("A")[0] != str(official["A"])  # that is why it matters
    assert "ikke det officielle resultat" in page.banner
    assert "De officielle mandater står i kolonnen »officielt«." in page.banner
    assert "officielt" in page.html_with("vf-head")


def test_where_no_official_seats_are_known_the_banner_stands_alone() -> None:
    page = Page(load("KV2013", "Næstved"))
    assert "ikke det officielle resultat" in page.banner
    assert "officielt." not in page.banner
    assert len(page.row("A")) == 1  # no official seats, and without an alliance nothing to compare


def test_2025_needs_no_banner() -> None:
    page = Page(load("KV2025", "Næstved"))
    assert page.banner == ""
    assert len(page.row("A")) == 3


# ---- scenarios of a person's own ----


def test_a_scenario_of_ones_own_with_notes_of_ones_own() -> None:
    page = Page(Scenario({"A": 2, "B": 1}, 3, notes=["Kilde: en <b>måling</b>"]))
    assert "Kilde: en" in page.banner
    assert "<b>måling" not in page.html


def test_inner_groups_are_shown_and_one_level_is_edited() -> None:
    s = Scenario(
        {"A": 500, "B": 300, "C": 200, "D": 150, "E": 90}, 9, [["B", ["C", "D"]], ["A", "E"]]
    )
    page = Page(s)
    assert page.seats() == {x: str(n) for x, n in count(s).seats.items()}
    labels = [option[0] for option in page.find("view.focus").options]
    assert "B-(C-D)" in labels
    assert "Listeforbund inde i et valgforbund blev afskaffet før 2025." in "".join(page.texts())
    page.assert_in_step()
    for _, baseline in page.find("view.baseline").options:
        page.find("view.baseline").value = baseline
        assert page.alert == ""
    page.alone("D")  # the inner group of one is no group
    assert [a.structure for a in page.scenario.alliances] == ["A-E", "B-C"]
    page.press("bar.undo")
    page.ally("C", "A-E")
    assert [a.structure for a in page.scenario.alliances] == ["A-C-E", "B-D"]
    page.press("bar.undo")
    page.ally("E", "B-(C-D)")
    assert [a.structure for a in page.scenario.alliances] == ["B-(C-D)-E"]
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == s


def test_what_cannot_be_opened_is_an_error_that_says_so() -> None:
    with pytest.raises(ScenarioError, match="Næstved"):
        Explorer("Næstved")  # type: ignore[arg-type]  # that is the mistake
    with pytest.raises(ScenarioError, match="There is no language 'sv'"):
        Explorer(language="sv")


def test_the_explorer_does_not_change_the_scenario_it_was_given() -> None:
    s = Scenario({"A": 2, "B": 1}, 3)
    shown = Explorer(s)
    shown.state.change(s.with_votes({"A": 9}))
    assert s.votes.to_dict() == {"A": 2, "B": 1}
    assert shown.scenario.votes["A"] == 9


@pytest.mark.parametrize(
    "s",
    [
        Scenario({"A": 0}, 1),
        Scenario({"A": 0, "B": 0}, 9, [["A", "B"]]),
        Scenario({"A": 1, "B": 1, "C": 1}, 999, [["A", "B"]]),
        Scenario({"A": 5, "B": 3}, 9, candidates={"A": 1, "B": 1}),
        Scenario({"+1": 5, "-": 3, "=1": 2, "@": 1}, 9, [["+1", "-"], ["=1", "@"]]),
        Scenario({"x" * 100: 5, "y" * 100: 3}, 9, [["x" * 100, "y" * 100]]),
        Scenario({"others": 5, "new": 3, "alone": 2}, 9, [["others", "new"]]),
        Scenario({"A": 10**30, "B": 10**30 - 1, "C": 7}, 9, [["B", "C"]]),
        Scenario({"A": 1}, 10**6),
    ],
    ids=[
        "one empty list", "no votes", "999 seats", "empty places", "signs", "long letters",
        "words of ours", "huge", "a million seats",
    ],
)  # fmt: skip
def test_strange_scenarios_can_be_shown_and_edited(s: Scenario) -> None:
    page = Page(s)
    page.assert_in_step()
    for key in ("slider.list", "slider.source", "view.focus", "view.baseline", "view.ours"):
        menu = page.find(key)
        for _, value in menu.options:
            menu.value = value
            assert page.alert == "", (key, value)
    page.find("slider.source").value = "new"
    page.slide(page.slider.max)
    page.slide(page.slider.min)
    assert page.alert == ""
    page.choose("app.language", "English")
    assert page.alert == ""
    page.assert_in_step()
