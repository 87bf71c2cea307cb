"""The night at a time, by what stands on the page."""

from __future__ import annotations

import pandas as pd
import pytest
from ipywidgets import HTML, Widget
from nights import of_2025

from explorer.night.page import NightPage
from explorer.page import Tool
from explorer.part import classes, is_hidden
from valgforbund import count, load, official_seats, read
from valgforbund.explorer import Explorer
from valgforbund.explorer.night.country import Map
from valgforbund.explorer.night.results import LATEST
from valgforbund.explorer.workbench import elsewhere
from valgforbund.explorer.workbench.table import Table
from valgforbund.people.given import unknown
from valgforbund.wording import words
from valgforbund.wording.night import event, odds

LYNGBY, NÆSTVED, LÆSØ = "173", "370", "825"


def at(time: str) -> pd.Timestamp:
    return pd.Timestamp(f"2025-11-18 {time}", tz="UTC")


# ---- the clock ----


def test_the_clock_is_danish_and_tells_what_is_counted() -> None:
    page = NightPage(time="21:47")
    assert page.clock == "22:47"
    counted = of_2025().at("2025-11-18 21:47").councils["counted"].sum()
    assert page.read("vf-night-counted") == f"{counted} af 1.314 steder talt"


def test_all_that_is_shown_is_of_the_time_on_the_clock() -> None:
    page = NightPage(time="20:00")
    for minutes, shown in ((30, "20:30"), (125, "22:05"), (0, "20:00"), (360, "02:00")):
        page.drag(minutes)
        assert page.clock == shown
        assert shown in page.read("vf-night-parties")
        assert not page.events or f"til kl. {shown}" in page.read("vf-night-events")
        assert shown in page.map.name
        assert page.tool.time == at("19:00") + pd.Timedelta(minutes=minutes)


def test_all_of_a_picture_leaves_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a page shows the new time beside chances of an earlier one while the rest is counted."""
    page = NightPage()
    page.press_map(LYNGBY)
    said: list[str] = []

    def send(widget: Widget, *_: object, **__: object) -> None:
        if isinstance(widget, HTML | Table | Map):
            said.append("sent")

    last = page.tool._parts[-1]
    show = last.show
    monkeypatch.setattr(last, "show", lambda results: (show(results), said.append("counted")))
    monkeypatch.setattr(Widget, "send_state", send)
    page.go("21:30")
    assert said[0] == "counted"
    assert said.count("sent") > 5


def test_the_line_goes_from_20_to_2_and_what_comes_later_is_one_press_away() -> None:
    page = NightPage()
    page.press("night.late")
    assert page.clock == "10:09 den 25. nov."
    assert page.read("vf-night-counted") == "1.314 af 1.314 steder talt"


def test_the_line_stands_on_its_steps_whatever_the_second() -> None:
    """A page moves a slider to the nearest step, which would come back as a move of the person."""
    page = NightPage()
    for second in range(1, 25, 7):
        page.tool.time = at("20:00") + pd.Timedelta(seconds=second)
        assert page.line.value % page.line.step == 0
        assert page.tool.time == at("20:00") + pd.Timedelta(seconds=second)


def test_play_and_pause_are_one_button_and_what_is_opened_again_stands_still() -> None:
    page = NightPage()
    page.press("night.play")
    assert page.sees("night.pause")
    again = NightPage()
    again.state.remind(page.tool.shape.read(page.tool.shape.write(page.state))[0])
    assert again.sees("night.play")
    assert again.tool.time == page.tool.time
    page.press("night.pause")
    assert page.sees("night.play")
    assert not page.sees("night.pause")


def test_at_the_end_it_plays_from_the_beginning() -> None:
    page = NightPage()
    page.drag(360)
    page.press("night.play")
    assert page.clock == "20:00"


# ---- the country ----


def test_the_map_has_a_shade_and_words_for_every_municipality() -> None:
    page = NightPage(time="21:47")
    rows = of_2025().at("2025-11-18 21:47").councils.set_index("code")
    assert set(page.map.levels) == set(page.map.labels) == set(page.map.outlines) == set(rows.index)
    for code, row in rows.to_dict("index").items():
        label = page.map.labels[code].replace("\xa0", " ")
        assert label.startswith(f"{row['place']}: ")
        assert page.words.share(row["share_counted"], 0).replace("\xa0", " ") in label
        assert (page.map.levels[code] == 0) == (row["counted"] == 0)
        assert (page.map.levels[code] == 6) == (row["counted"] == row["areas"])


def test_the_map_shows_how_sure_a_majority_is_when_it_is_asked() -> None:
    """Nobody's is a shade of its own: it is as well known as any other."""
    page = NightPage(time="21:03")
    page.choose("night.shows", "hvor sikkert et flertal er")
    rows = of_2025().at("2025-11-18 21:03").councils.set_index("code")
    assert {"Tønder", "Ringkøbing-Skjern"} <= set(rows.query("bloc.isna()")["place"])
    for code, row in rows.iterrows():
        level, label = page.map.levels[code], page.map.labels[code]
        assert (level == "nobody") == (row["majority"] == 0)
        assert ("intet valgforbund ser ud til at få flertal" in label) == (level == "nobody")
        if level != "nobody":
            assert (level == 6) == (row["majority"] >= 0.99)
            assert (level >= 2) == (row["majority"] >= 0.5)
    assert "ukendt" not in page.read("vf-night-country")
    page.press_map("550")
    assert "Ingen liste og intet valgforbund ser ud til at få" in page.read("vf-night-council")


def test_the_table_says_the_same_as_the_map() -> None:
    page = NightPage(time="21:47")
    fold = page.part("vf-night-country").part("vf-fold")
    assert "Næstved" not in fold.html
    fold.root.selected_index = 0
    assert len(fold.pressable()) == 98
    fold.press_row("Næstved")
    assert page.state.view.place == NÆSTVED


# ---- what happens ----


def test_events_are_the_night_s_the_newest_first() -> None:
    page = NightPage(time="21:00")
    events = of_2025().events()
    told = events[events["time"] <= at("21:00")].iloc[::-1]
    html = page.read("vf-night-events")
    for row in told.head(LATEST).itertuples():
        assert f"{row.place}: {event(page.words, row)}" in html
    hidden = len(told) - LATEST
    assert f"{hidden} hændelser ligger længere tilbage." in page.read("vf-night-story")


@pytest.mark.parametrize("place", ["Lyngby-Taarbæk", "Vejen"])
def test_events_of_one_place(place: str) -> None:
    page = NightPage(time="23:30")
    page.choose("night.near", place)
    assert page.events
    assert all(f"{place}: " in each for each in page.events)


def test_events_of_one_party_and_of_ours() -> None:
    page = NightPage("Slesvigsk Parti", "20:30")
    every = len(page.events)
    page.choose("night.about", "KD")
    assert 0 < len(page.events) < every
    page.choose("night.about", page.words("night.all_parties"))
    page.tick("night.ours_only", True, party="Slesvigsk")
    ours = {"Haderslev", "Sønderborg", "Tønder", "Aabenraa"}
    assert all(any(f"{each}: " in row for each in ours) for row in page.events)
    assert len(page.events) < every


def test_an_event_leads_to_its_council() -> None:
    page = NightPage(time="21:00")
    page.press_event(1)
    place = page.tool.bench.results.councils[page.state.view.place].place
    assert f"{place}: " in page.events[1]
    assert f"{place} kl. 22:00" in page.read("vf-night-council")


# ---- ours ----


def test_the_headline_is_the_sums_of_our_lists() -> None:
    page = NightPage("Alternativet", "21:47")
    mine = of_2025().at("2025-11-18 21:47").party("Alternativet")
    sure, possible = mine["sure"].sum(), mine["possible"].sum()
    assert f"Alternativet: {sure} mandater sikre, {possible - sure} i spil." in page.read(
        "vf-night-story"
    )


def test_our_places_are_followed_and_let_go() -> None:
    page = NightPage()
    page.type("night.watch", "læsø")
    assert page.state.evening.watched[-1] == LÆSØ
    assert "stiller ikke op" in page.read("vf-night-ours")
    page.press("bar.undo")
    assert LÆSØ not in page.state.evening.watched
    page.type("night.watch", "Lyngby")
    assert LYNGBY not in page.state.evening.watched
    page.type("night.watch", "Atlantis")
    assert "Atlantis" in page.alert
    assert page.state.evening.watched == ("101", "370", "751")


def test_pressing_a_party_makes_it_ours() -> None:
    page = NightPage("Alternativet")
    page.part("vf-night-parties").press_row("VVenstre")
    assert page.tool.party == "Venstre"
    assert "Venstre:" in page.read("vf-night-story")
    page.press("bar.undo")
    assert page.tool.party == "Alternativet"


def test_the_curves_end_where_the_chances_are_now() -> None:
    page = NightPage("Alternativet", "21:47")
    text = page.read("vf-night-curves")
    standing = of_2025().at("2025-11-18 21:47").party("Alternativet").set_index("place")
    row = standing.loc["København"]
    assert f"København, mandat {row['in_play']}: " in text
    ours = page.read("vf-night-ours")
    assert odds(page.words, row["chance"]) in ours
    assert "ingen chance" not in text + ours
    page.go("19:05")  # before the first count
    assert "Chancer for Alternativet til kl. 20:05" in page.read("vf-night-curves")


# ---- one council ----


def test_a_council_is_opened_by_its_press_and_closed_again() -> None:
    page = NightPage(time="21:47")
    card = page.part("vf-night-council").root.children[0]
    assert is_hidden(card)
    page.press_map(NÆSTVED)
    assert not is_hidden(card)
    assert page.map.current == NÆSTVED
    assert "vf-looking" in classes(page.tool)
    text = page.read("vf-night-council")
    assert "Næstved kl. 22:47" in text
    assert "Hvad de manglende steder plejer at stemme" in text
    assert "dagen efter" in text  # who is elected
    page.press("night.close")
    assert is_hidden(card)
    page.press_map("nowhere")
    assert is_hidden(card)


def test_in_the_end_it_tells_who_was_elected() -> None:
    page = NightPage()
    page.press("night.late")
    page.press_map(LÆSØ)
    text = page.read("vf-night-council")
    assert "Thomas W. Olsen" in text
    assert "lod mellem nr. 2 og Jens Fjeldal (nr. 5)" in text  # as V's last seat was drawn
    assert "Alle steder er talt" in text
    assert "Læsø kl. 10:09 den 25. nov." in text
    seats = official_seats("KV2025", "Læsø")
    lists = of_2025().at(of_2025().ends).council("Læsø").lists.set_index("letter")
    assert lists["seats_now"].to_dict() == {each: seats[each] for each in lists.index}


@pytest.mark.parametrize("projected", [False, True])
def test_its_votes_open_in_the_explorer(projected: bool) -> None:
    """The same goes along to a page of its own, and into the explorer below."""
    page = NightPage(time="21:47")
    page.press_map(NÆSTVED)
    way = page.way("night.open_expected" if projected else "night.open_now")
    way.press()
    standing = of_2025().at("2025-11-18 21:47")
    below = page.below()
    assert isinstance(below, Explorer)
    counted, areas = standing.council("Næstved").councils[["counted", "areas"]].iloc[0]
    stood = "2025-11-18T21:47Z"
    in_part = [f"counted_in_part:{counted}/{areas}", f"as_of:{stood}"]
    assert below.scenario.with_notes(()) == standing.scenario("Næstved", projected)
    assert read(way.said["code"]) == below.scenario
    told = [f"expected_at:{stood} {counted}/{areas}"] if projected else in_part
    assert [*below.scenario.notes] == told
    # nobody knew the result then, nor who was elected: nothing is held against it
    assert below.state.original == below.scenario
    assert below.state.previous is None
    said = Tool(below, lambda: words("da")).banner
    at_ = f"kl. 22:47 den 18. nov. var {counted} af {areas} steder talt"
    if projected:
        assert f"Stemmerne er ventede, ikke talte: {at_}" in said
    else:
        assert "Stemmerne er dem, der var talt kl. 22:47 den 18. nov." in said
    assert "»officielt«" not in said
    assert unknown(count(below.scenario), None) == "not_counted"
    assert not below.state.view.asking
    assert "følger ikke uret" in page.read("vf-night-council")
    page.way("night.open_now").press()
    assert page.below() is below
    assert [*below.scenario.notes] == in_part
    page.go("22:30")
    assert "22:47" in page.read("vf-night-council")  # what was opened says of when it is
    page.press("night.close")
    assert is_hidden(page.part("vf-night-council").part("vf-tool-below").root)
    page.press_map(NÆSTVED)
    assert page.below() is below
    assert not is_hidden(page.part("vf-night-council").part("vf-tool-below").root)


def test_where_nothing_is_counted_all_seats_are_in_play() -> None:
    page = NightPage(time="21:03")
    page.press_map("163")  # Herlev, whose three areas came late
    assert "Alle mandater er i spil: her er der ikke talt noget endnu." in page.read(
        "vf-night-council"
    )
    page.press("night.late")
    assert "Ingen mandater er i spil: alt er fintalt." in page.read("vf-night-council")
    assert "mandater. Valgforbund gav" in page.read("vf-night-story")


@pytest.mark.parametrize("place", ["751", NÆSTVED])
def test_where_the_expected_votes_give_other_seats_it_says_so(place: str) -> None:
    """Counted a second time: the expected votes, as the explorer below would."""
    page = NightPage(time="21:47")
    page.press_map(place)
    standing = of_2025().at("2025-11-18 21:47")
    seats = count(standing.scenario(place, projected=True)).seats
    lists = standing.council(place).lists.set_index("letter")["seats"]
    others = [f"{x} {seats[x]}" for x in lists.index if seats[x] != lists[x]]
    said = f"Regner man på de ventede stemmer, bliver mandaterne {page.words.join(others)}."
    assert (said in page.read("vf-night-council")) == bool(others)


def test_what_was_made_below_is_one_step_back_when_other_votes_are_opened() -> None:
    page = NightPage(time="21:47")
    page.press_map(NÆSTVED)
    page.way("night.open_now").press()
    before = "Det, der stod her før, får du igen med Fortryd."
    assert before not in page.read("vf-night-council")
    mine = page.below().scenario.with_votes({"A": 4321})
    page.below().scenario = mine
    page.way("night.open_expected").press()
    assert page.below().scenario != mine
    assert before in page.read("vf-night-council")
    page.below().state.undo()
    assert page.below().scenario == mine


def test_where_the_explorer_is_served_a_way_knows_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = NightPage()
    page.press_map(NÆSTVED)
    assert page.way("night.open_now").notebook == ""
    monkeypatch.setenv(elsewhere.SERVED, "explorer valgaften")
    page = NightPage()
    page.press_map(NÆSTVED)
    assert page.way("night.open_now").notebook == "explorer"


def test_before_anything_is_counted_there_are_no_votes_to_open_and_no_race() -> None:
    page = NightPage(time="19:05")
    page.press_map(NÆSTVED)
    assert page.way("night.open_now").said["code"] == ""
    assert "Alle mandater er i spil" in page.read("vf-night-council")
    page.way("night.open_expected").press()
    assert page.below().scenario.place == load("KV2025", "Næstved").place


def test_a_note_is_on_the_council_that_is_looked_at() -> None:
    page = NightPage(time="21:47")
    page.press_map(NÆSTVED)
    results = page.tool.bench.results
    assert "Næstved" in page.tool.report(results, "txt").decode()
    assert page.tool.report(results, "xlsx")[:2] == b"PK"


def test_english() -> None:
    page = NightPage(language="en")
    page.press_map(NÆSTVED)
    assert "areas counted" in page.read("vf-night-counted")
    assert "What the missing areas usually vote" in page.read("vf-night-council")


def test_an_interval_of_one_number_is_that_number() -> None:
    page = NightPage()
    page.press("night.late")
    shown = page.read("vf-night-parties")
    assert "599" in shown
    assert "599–599" not in shown
    assert "0–0" not in shown


def test_a_note_of_the_night_knows_neither_the_result_nor_who_was_elected() -> None:
    page = NightPage(time="21:47")
    page.press_map(NÆSTVED)
    told = page.tool.report(page.tool.bench.results, "txt").decode()
    assert "Stemmerne er dem, der var talt kl. 22:47 den 18. nov." in told.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    for word in ("Hvem er valgt", "i stedet for 14.428", "ændret i forhold til resultatet"):
        assert word not in told
