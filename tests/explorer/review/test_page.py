"""The page of a party, by the names that are on it: choose, write a remark, take it home."""

import base64
import re
from collections.abc import Iterator
from typing import Any

import ipywidgets as widgets
import pytest

from explorer.part import HTML, Part, plain
from valgforbund import ScenarioError, compare, load, party_review, people_moved
from valgforbund.explorer import PartyReview
from valgforbund.explorer.review.people import people
from valgforbund.parties import named
from valgforbund.wording import words


def parts(page: widgets.Box) -> Iterator[Any]:
    for child in page.children:
        yield child
        yield from parts(child) if hasattr(child, "children") else ()


class Reader:
    """A person at the page."""

    def __init__(self, party: str = "Slesvigsk Parti", language: str = "da") -> None:
        self.page = PartyReview(party, language)
        self.language = language

    def menu(self, name: str) -> Any:
        key = "app.language" if name == "language" else f"review.menu.{name}"
        label = words(self.language)(key)
        (found,) = [p for p in parts(self.page) if getattr(p, "description", None) == label]
        return found

    def choose(self, name: str, value: str) -> None:
        menu = self.menu(name)
        menu.value = dict(menu.options)[value]

    def html(self, css: str) -> str:
        return self.part.part(css).html

    @property
    def text(self) -> str:
        return " ".join(str(p.value) for p in parts(self.page) if isinstance(p, HTML))

    @property
    def part(self) -> Part:
        return Part(self.page, lambda: words(self.language))

    @property
    def places(self) -> list[str]:
        return [*self.part.pressable()]

    def remark(self, place: str, text: str) -> None:
        """Press a council and write."""
        self.part.press_row(place)
        self.part.type("review.remark_on", text, place=place)

    @property
    def file(self) -> str:
        data = re.search(r"base64,([\w+/=]+)\" download=\"", self.html("vf-download"))
        assert data
        return base64.b64decode(data[1]).decode("utf-8")


def test_it_shows_the_review_of_the_party() -> None:
    reader = Reader()
    wanted = party_review("Slesvigsk Parti")
    assert sorted(reader.places) == sorted(wanted.lists["place"])
    for note in wanted.lists["note"]:
        assert note in reader.text
    assert "fik 12 mandater" in reader.text
    for definition in wanted.totals["definition"]:
        assert definition in reader.text


def test_the_sentence_compares_in_words() -> None:
    reader = Reader("SF")
    totals = party_review("SF").totals["value"]
    owed = [int(totals[f"owed_{each}"]) for each in ("dissolved", "none")]
    assert owed[0] > 1 < owed[1]
    assert (
        f"{owed[0]} flere end uden partiets egne valgforbund, "
        f"{owed[1]} flere end helt uden valgforbund." in reader.text
    )
    assert re.search(r"\bmod (hver|slet|netop)", reader.text) is None


def test_only_parties_that_stood_are_offered() -> None:
    names = [name for name, _ in Reader().menu("party").options]
    assert "Slesvigsk Parti" in names
    assert "JuniBevægelsen" not in names


def test_another_party_takes_its_place() -> None:
    reader = Reader()
    reader.choose("party", "Frie Grønne")
    assert reader.page.review.party == named("Frie Grønne")
    assert sorted(reader.places) == sorted(party_review("Frie Grønne").lists["place"])
    assert "Frie Grønne" in reader.html("vf-download")


def test_table_and_file_have_the_same_order() -> None:
    reader = Reader("Alternativet")
    assert [line.split(";")[0] for line in reader.file.splitlines()[1:]] == reader.places


def test_a_remark_stands_in_the_table_and_in_the_file_until_it_is_emptied() -> None:
    reader = Reader()
    reader.remark("Tønder", "  Ring til <A>  ")
    assert "Ring til &lt;A&gt;" in reader.text
    assert "Ring til <A>" in reader.file
    assert reader.page.review.remarks == {"Tønder": "Ring til <A>"}
    reader.part.press_row("Haderslev")
    assert reader.part.value("review.remark_on", place="Haderslev") == ""
    reader.part.press_row("Tønder")
    assert reader.part.value("review.remark_on", place="Tønder") == "Ring til <A>"
    reader.remark("Tønder", "")
    assert "Ring til" not in reader.text + reader.file


def test_remarks_belong_to_their_party_and_page() -> None:
    reader = Reader()
    reader.remark("Tønder", "vores")
    reader.choose("party", "Frie Grønne")  # not in Tønder
    assert not reader.part.sees("review.remark_on", place="")
    reader.choose("party", "Venstre")
    assert "vores" not in reader.text
    reader.choose("party", "Slesvigsk Parti")
    assert "vores" in reader.text
    assert "vores" not in Reader().text


def test_the_language_changes_every_text_but_not_the_choice() -> None:
    reader = Reader()
    order = reader.places
    reader.choose("language", "English")
    reader.language = "en"
    assert "and won 12 seats" in reader.text
    assert "stood with" in reader.text
    assert reader.places == order
    assert reader.file.splitlines()[0].startswith("\ufeffMunicipality;List")


def test_the_chart_has_the_numbers_as_text() -> None:
    (alt,) = re.findall(r'<svg class="vf-chart" role="img" aria-label="(.*?)"', Reader().text)
    assert alt == (
        "Mandater: 12; Givet til partnere: 0; Taget fra partnere: 0; Kunne have fået flere: 1"
    )


def test_years_without_known_alliances_have_no_seats() -> None:
    rows = re.findall(r"<tr\b.*?>(.*?)</tr>", Reader().text)
    years = {year: row for row in rows for year in ("2021", "2013") if f">{year}<" in row}
    assert set(years) == {"2021", "2013"}
    assert all(row.endswith(">–</td>") for row in years.values())


def test_an_unknown_party_or_language_is_an_error() -> None:
    with pytest.raises(ScenarioError, match="no nationwide party"):
        PartyReview("F")
    with pytest.raises(ScenarioError, match="no language"):
        PartyReview("SF", "xx")


def test_the_persons_that_alliances_moved_are_listed_its_own_first() -> None:
    reader = Reader("Danmarksdemokraterne")
    text = plain(reader.text)
    count = int(party_review("Danmarksdemokraterne").totals.loc["seated", "value"])
    assert re.search(rf"Personer, valgforbund gav en plads.*?{count}\D", text)
    table = reader.text.split("Hvem partiets valgforbund flytter")[1]
    rows = re.findall(r"<tr>(.*?)</tr>", table)[1:]
    own = [row for row in rows if "<strong>" in row]
    assert len(own) == count
    assert any("Næstved" in row and "Æ Lizette Laugesen" in row for row in own)
    first = re.search(r"<th[^>]*>(.*?)</th>", rows[0])
    assert first
    assert "<strong>" in rows[0]


def test_where_nobody_moves_or_nobody_is_known_it_says_so_or_nothing() -> None:
    still = load("KV2025", "København").without_alliances().unite("D V")
    assert people_moved(compare(still, "D-V")).empty
    said = people(words("da"), party_review("Venstre", still))
    assert plain(said) == "Partiets valgforbund flytter ingen personer."
    assert people(words("da"), party_review("SF", "EP2024")) == ""
