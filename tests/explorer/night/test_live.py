"""A night that comes in: a folder that something else fills is followed, and shown as it grows."""

from __future__ import annotations

from pathlib import Path

import evenings
import feeds
import pytest

import valgforbund as vf
from explorer.night.page import NightPage
from explorer.part import is_hidden
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
    page.tool._source._look()


def test_it_waits_for_the_first_counts_and_shows_the_replay_meanwhile(tmp_path: Path) -> None:
    page = NightPage()
    follow(page, tmp_path)
    assert "venter på de første optællinger" in page.read("vf-night-source")
    assert "genspil" in page.read("vf-night-which")
    assert page.alert == ""
    put(tmp_path, SENT[:HALF])
    look(page)
    assert "tælles nu" in page.read("vf-night-which")


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


def _areas(night: vf.Night) -> int:
    return sum(len(council.areas) for council in night.councils)


def test_a_live_night_has_no_line_to_drag_and_leads_back_to_the_replay(tmp_path: Path) -> None:
    put(tmp_path, SENT)
    page = NightPage()
    follow(page, tmp_path)
    assert is_hidden(page.find("night.line", time=page.clock))
    assert is_hidden(page.button("night.play"))
    page.press("night.source_back")
    assert "genspil" in page.read("vf-night-which")
    assert page.clock == "22:00"
    assert not is_hidden(page.button("night.play"))
    look(page)  # nothing is followed any more
    assert page.clock == "22:00"


@pytest.mark.parametrize("typed", ["/nowhere/at/all", "https://valg.dk", ""])
def test_what_cannot_be_followed_is_told_and_the_night_stays(typed: str) -> None:
    page = NightPage()
    page.type("night.source", typed)
    page.press("night.source_follow")
    assert page.alert
    assert "genspil" in page.read("vf-night-which")
    assert page.clock == "22:00"


def test_a_torn_file_takes_nothing_away(tmp_path: Path) -> None:
    put(tmp_path, SENT[:HALF])
    page = NightPage()
    follow(page, tmp_path)
    shown = page.read("vf-night-counted")
    (tmp_path / "valgresultater-Kommunalvalg-Odder-1-181120252359.json").write_text('{"Kommune"')
    look(page)
    assert page.read("vf-night-counted") == shown
    assert page.alert == ""


def test_what_was_followed_is_not_followed_again_by_a_file_or_a_reload(tmp_path: Path) -> None:
    put(tmp_path, SENT)
    page = NightPage()
    follow(page, tmp_path)
    kept = page.tool.shape.write(page.state)
    again = Night()
    again.state.remind(again.shape.read(kept)[0])
    assert not again.feed.is_live
    assert str(tmp_path) not in kept.decode()
    assert again.bench.results.clock == "22:00"


def test_a_night_that_is_followed_in_python_is_handed_in(tmp_path: Path) -> None:
    put(tmp_path, SENT)
    with vf.follow(tmp_path) as f:
        tool = Night(follow=f)
        assert tool.feed.is_live
        assert tool.feed.night is f.night
