"""The accounts beside the pictures."""

import re

from explorer.page import Page
from explorer.part import plain
from valgforbund import Scenario, compare, waste
from valgforbund.sources.bundled import load


def tables(page: Page) -> dict[str, list[list[str]]]:
    """Rows of cells by caption."""
    found = {}
    for each in re.findall(r"<table.*?</table>", page.html, re.DOTALL):
        caption = plain(re.search(r"<caption>(.*?)</caption>", each)[1])
        body = each.split("<tbody>")[1]  # and what is below it
        found[caption] = [
            [plain(cell) for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row)]
            for row in re.findall(r"<tr\b.*?>(.*?)</tr>", body)
        ]
    return found


def test_the_measures_are_those_of_the_engine() -> None:
    page = Page(load("KV2025", "Næstved"))
    page.choose("view.focus", "C-I-M-O-V-Æ")
    rows = {row[0]: row[1:] for row in tables(page)["Stemmerne"]}
    assert rows["Stemmer på lister uden mandat"][:2] == ["843 (1,8 %)", "2.155 (4,7 %)"]
    assert rows["Stemmer på lister uden mandat"][2] == "−1.312"
    k = compare(page.scenario, "C-I-M-O-V-Æ")
    wasted = [int(waste(world).votes["wasted"]) for world in (k.with_, k.without)]
    shown = rows["Spildte stemmer"]
    assert [each.split(" ")[0].replace(".", "") for each in shown[:2]] == [str(n) for n in wasted]


def test_an_open_lot_is_a_range() -> None:
    page = Page(Scenario({"A": 10, "B": 6, "C": 4}, 1, [["B", "C"]]))
    votes = {row[0]: row[1:] for row in tables(page)["Stemmerne"]}
    assert votes["Stemmer på lister med eget mandat"][0] == "6–10"
