"""The note and the workbook that a tool gives: what is shown, whatever was done before."""

import io
import json
import random

import openpyxl
import pytest

import valgforbund as vf
from explorer.page import Page
from explorer.test_files import Desk, desk
from explorer.test_memory import SMALL, Make, every_tool, walk
from valgforbund.baselines import Baseline
from valgforbund.explorer.workbench.files import REPORTS

BEGINS = {"pdf": b"%PDF", "html": b"<!doctype html>", "txt": b"", "xlsx": b"PK"}


def made(at: Desk, kind: str) -> tuple[str, bytes]:
    """The name and the bytes of what is downloaded."""
    sent: list[tuple[dict[str, object], list[bytes]]] = []
    at.menu.send = lambda content, buffers=None: sent.append((content, buffers))  # type: ignore[method-assign]  # the page is here
    at.say({"make": {"kind": kind, "number": 9}})
    ((content, (data,)),) = sent
    assert content["number"] == 9
    return str(content["made"]), data


@every_tool
def test_every_tool_gives_each_report_after_whatever_was_done(make: Make) -> None:
    one, chance = make(), random.Random(3)
    assert desk(one).menu.reports == [*REPORTS]
    done = walk(one, chance, 8)
    if getattr(one.state.view, "place", None) == "":  # of a night it is about one council
        one.state.look(place="173")
    held = one.state.current
    for kind in REPORTS:
        name, data = made(desk(one), kind)
        assert name.endswith(f".{kind}"), (done, kind, one.alert())
        assert data.startswith(BEGINS[kind])
        assert len(data) > 500
    assert one.state.current == held


def test_the_explorers_note_is_about_what_is_chosen() -> None:
    page = Page(vf.load("KV2025", "Næstved"))
    page.state.look(focus=frozenset({"A", "B", "F", "Ø", "Å"}), baseline=Baseline("out", "Ø"))
    name, data = made(Desk(page.explorer), "txt")
    assert name == "naestved-2025.txt"
    text = data.decode()
    assert "at Ø er med i valgforbundet A-B-F-Ø-Å" in text
    page.votes("A", "14000")
    assert "Stemmer: A 14.000 i stedet for 14.428." in made(Desk(page.explorer), "txt")[1].decode()
    page.state.look(language="en", baseline=Baseline("in", "V"))
    text = made(Desk(page.explorer), "txt")[1].decode()
    assert "What would it mean if V joined" in text


def test_the_explorers_note_begins_with_our_list() -> None:
    page = Page(vf.load("KV2025", "Næstved"))
    page.state.look(ours="Æ")
    text = " ".join(made(Desk(page.explorer), "txt")[1].decode().split())
    # official: one seat; without C-I-M-O-V-Æ none; 109 votes fewer, and C has it
    ours = text.index("Æ: ét mandat, takket være valgforbundet. Med 109 stemmer færre går")
    assert ours < text.index("Valgforbundet C-I-M-O-V-Æ")
    page.press("variants.keep")
    page.votes("Æ", "1.000")
    text = " ".join(made(Desk(page.explorer), "txt")[1].decode().split())
    assert "Æ: intet mandat nu, ét mandat før ændringerne." in text
    assert "Dette notat" in text


def test_a_variant_that_is_what_is_shown_stands_in_the_note_once() -> None:
    page = Page(vf.load("KV2025", "Næstved"))
    page.press("variants.keep")
    assert "Dette notat" not in made(Desk(page.explorer), "txt")[1].decode()


def test_a_file_holds_the_variants_of_its_own_election() -> None:
    page = Page(vf.load("KV2025", "Næstved"))
    page.press("variants.keep")
    page.type("bar.place", "Lejre")
    page.press("variants.keep")
    document = json.loads(Desk(page.explorer).offer()["file"])
    assert [each["state"]["place"] for each in document["variants"]] == ["Lejre"]


def test_the_explorers_workbook_has_both_worlds_and_the_scenario() -> None:
    page = Page(SMALL)
    _, data = made(Desk(page.explorer), "xlsx")
    names = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert {"Med og uden", "Lister", "Mandater", "Definitioner", "Kilder"} <= {*names}


def test_a_report_that_fails_is_told_and_what_is_shown_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(SMALL)
    before = page.state.remembered

    def fails(*_: object) -> bytes:
        raise vf.ScenarioError("extra_missing", package="typst", extra="app")

    monkeypatch.setattr("valgforbund.explorer.election.explorer.taken", fails)
    name, data = made(Desk(page.explorer), "pdf")
    assert (name, data) == ("", b"")
    assert "typst" in page.alert
    assert page.state.remembered == before


def test_what_nobody_offers_is_not_made() -> None:
    _, data = made(Desk(Page(SMALL).explorer), "exe")
    assert data == b""
