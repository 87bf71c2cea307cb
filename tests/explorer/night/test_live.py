"""A night that comes in: a folder that something else fills is followed, and shown as it grows."""

from __future__ import annotations

from pathlib import Path

import evenings
import feeds
import pytest

import valgforbund as vf
from explorer.night.page import NightPage
from explorer.part import is_hidden
from valgforbund.errors import ScenarioError
from valgforbund.explorer import Night

SENT = evenings.sent(*evenings.PLACES)
HALF = len(SENT) // 2


def put(folder: Path, sent: tuple[evenings.Sent, ...]) -> None:
    for each in sent:
        feeds.written(folder, {each.path: each.content})


def follow(page: NightPage, folder: Path) -> None:
    page.type("night.source", str(folder))
    page.press("night.source_follow")


def look(page: NightPage) -> None:
    """What the tool does now and then by itself."""
    source = page.tool._source
    source._look(source._following)


def shown(page: NightPage) -> list[str]:
    """Which parts that tell of a night can be seen."""
    return [name for name, part in page.tool.panels.items() if not is_hidden(part.children[-1])]


def test_while_it_waits_no_numbers_of_another_night_are_shown(tmp_path: Path) -> None:
    page = NightPage()
    page.press_map("370")
    page.press("night.play")
    parts = shown(page)
    assert "parties" in parts
    follow(page, tmp_path)
    assert "Venter på de første optællinger" in page.read("vf-night-followed")
    assert "tælles nu" in page.read("vf-night-which")
    assert shown(page) == []
    assert page.tool.carried() == ""
    with pytest.raises(ScenarioError, match="Choose a place"):
        page.tool.report(page.tool.bench.results, "txt")
    put(tmp_path, tuple(each for each in SENT if "kandidat" in each.path))
    look(page)
    assert "3 filer er læst. Venter på" in page.read("vf-night-followed")
    assert shown(page) == []
    assert page.alert == ""
    put(tmp_path, SENT[:HALF])
    look(page)
    assert "tælles nu" in page.read("vf-night-which")
    assert "Venter" not in page.read("vf-night-followed")
    assert shown(page) == parts
    assert not page.tool._clock.playing


def test_it_tells_when_it_last_looked_and_what_it_put_aside(tmp_path: Path) -> None:
    put(tmp_path, SENT[:HALF])
    page = NightPage()
    assert is_hidden(page.part("vf-night-followed").root)
    follow(page, tmp_path)
    seen = page.tool._source._following.status.last_success
    assert f"kl. {seen.tz_convert('Europe/Copenhagen'):%H:%M}" in page.read("vf-night-followed")
    assert "Lagt til side" not in page.read("vf-night-followed")
    torn = "valgresultater-Kommunalvalg-Odder-1-181120252359.json"
    (tmp_path / torn).write_text('{"Kommune"')
    look(page)
    (why,) = (why for _, why in page.tool._source._following.status.put_aside)
    told = page.read("vf-night-followed")
    assert "Lagt til side: én fil, der ikke kan læses." in told
    assert f"{torn}: {page.words.error(why)}" in told
    (tmp_path / torn).unlink()
    look(page)
    assert "Lagt til side" not in page.read("vf-night-followed")


def test_what_comes_is_shown_at_the_time_of_the_newest_count(tmp_path: Path) -> None:
    put(tmp_path, SENT[:HALF])
    page = NightPage("Venstre")
    follow(page, tmp_path)
    with vf.follow(tmp_path) as f:
        f.poll()
        first = f.night
    assert page.tool.time >= first.ends
    counted = first.at(first.ends).councils["counted"].sum()
    assert page.read("vf-night-counted") == f"{counted} af {_areas(first)} steder talt"
    assert set(page.map.levels) == {"727", "269", "825"} & set(page.map.levels)
    before = [*page.events]
    put(tmp_path, SENT[HALF:])
    look(page)
    with vf.follow(tmp_path) as f:
        f.poll()
        whole = f.night
    counted = whole.at(whole.ends).councils["counted"].sum()
    assert page.read("vf-night-counted") == f"{counted} af {_areas(whole)} steder talt"
    assert counted == 14
    assert [each for each in page.events if each in before] == before
    assert any("Læsø: " in each for each in page.events)


def test_who_is_elected_comes_from_the_feed(tmp_path: Path) -> None:
    put(tmp_path, SENT)
    page = NightPage()
    follow(page, tmp_path)
    page.press_map("825")
    with vf.follow(tmp_path) as f:
        f.poll()
        given = f.feed.candidates("Læsø")
        wanted = vf.elected(f.feed["Læsø"], given)["name"].dropna()
    said = page.read("vf-night-council")
    assert len(wanted)
    assert all(name in said for name in wanted)


def _areas(night: vf.Night) -> int:
    return sum(len(council.areas) for council in night.councils)


def test_whose_we_are_is_said_where_our_party_stands_nowhere(tmp_path: Path) -> None:
    page = NightPage("Alternativet")
    page.choose("night.near", "Næstved")
    page.choose("night.about", "Radikale")
    put(tmp_path, SENT)
    follow(page, tmp_path)
    menu = page.find("night.we_are")
    assert menu.label == "Vi er Alternativet"
    assert page.tool.party == "Alternativet"
    assert "Alternativet stiller ikke op" in page.read("vf-night-story")
    assert any("Læsø: " in each for each in page.events)  # what is told is not about Næstved


def test_a_live_night_has_no_line_to_drag_and_leads_back_to_the_replay(tmp_path: Path) -> None:
    put(tmp_path, SENT)
    page = NightPage()
    follow(page, tmp_path)
    assert is_hidden(page.find("night.line", time=page.clock))
    assert is_hidden(page.button("night.play"))
    source = page.tool._source
    before = source._following
    page.press("night.source_back")
    assert "genspil" in page.read("vf-night-which")
    assert page.clock == "22:00"
    assert not is_hidden(page.button("night.play"))
    source._look(before)  # nothing is followed any more
    assert page.clock == "22:00"


@pytest.mark.parametrize("typed", ["/nowhere/at/all", "https://valg.dk", ""])
def test_what_cannot_be_followed_is_told_and_the_night_stays(typed: str) -> None:
    page = NightPage()
    page.type("night.source", typed)
    page.press("night.source_follow")
    assert page.alert
    assert "genspil" in page.read("vf-night-which")
    assert page.clock == "22:00"


def test_a_password_in_an_address_does_not_stay_in_the_field() -> None:
    """What is typed is kept with the page, and comes back with it."""
    page = NightPage()
    page.type("night.source", "sftp://me:secret@valg.example/data")
    page.press("night.source_follow")
    assert page.alert
    assert page.find("night.source").value == ""


def test_a_torn_file_takes_nothing_away(tmp_path: Path) -> None:
    put(tmp_path, SENT[:HALF])
    page = NightPage()
    follow(page, tmp_path)
    shown = page.read("vf-night-counted")
    (tmp_path / "valgresultater-Kommunalvalg-Odder-1-181120252359.json").write_text('{"Kommune"')
    look(page)
    assert page.read("vf-night-counted") == shown
    assert page.alert == ""


def test_what_was_followed_is_asked_for_after_a_reload_and_no_other_night_is_shown(
    tmp_path: Path,
) -> None:
    put(tmp_path, SENT)
    page = NightPage()
    follow(page, tmp_path)
    kept = page.tool.shape.write(page.state)
    assert str(tmp_path) not in kept.decode()
    again = NightPage()
    again.state.remind(again.tool.shape.read(kept)[0])
    assert not again.tool.feed.is_live
    assert shown(again) == []
    assert "Her blev en optælling fulgt" in again.read("vf-night-followed")
    again.press("night.source_again")
    assert again.alert  # nobody has said where
    again.type("night.source", str(tmp_path))
    again.press("night.source_again")
    assert again.tool.feed.is_live
    assert again.tool.time == page.tool.time
    assert shown(again) == shown(page) != []


def test_after_a_reload_one_press_leads_to_the_replay(tmp_path: Path) -> None:
    page = NightPage()
    follow(page, tmp_path)
    again = NightPage()
    again.state.remind(again.tool.shape.read(page.tool.shape.write(page.state))[0])
    again.press("night.source_back")
    assert is_hidden(again.part("vf-night-followed").root)
    assert "genspil" in again.read("vf-night-which")
    assert again.clock == "22:00"
    assert shown(again)


def test_one_thing_is_followed_at_a_time(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir(), second.mkdir()
    put(second, SENT)
    page = NightPage()
    follow(page, first)
    before = page.tool._source._following
    follow(page, second)
    counted = page.read("vf-night-counted")
    put(first, SENT[:HALF])
    page.tool._source._look(before)  # what was still to come of it
    assert page.read("vf-night-counted") == counted


def test_a_night_that_is_followed_in_python_is_handed_in(tmp_path: Path) -> None:
    put(tmp_path, SENT)
    with vf.follow(tmp_path) as f:
        tool = Night(follow=f)
        assert tool.feed.is_live
        assert tool.feed.night is f.night


def test_what_the_page_kept_of_another_time_does_not_hide_a_night_that_is_handed_in(
    tmp_path: Path,
) -> None:
    put(tmp_path, SENT)
    kept = NightPage().tool.shape.write(NightPage(time="20:00").state)
    with vf.follow(tmp_path) as f:
        tool = Night(follow=f)
        time = tool.time
        tool.state.remind(tool.shape.read(kept)[0])
        assert tool.feed.is_live
        assert tool.time == time
        assert not tool.bench.results.waits
