"""Markup: whatever a person typed stays text."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from valgforbund.explorer.workbench.markup import badge, cut, element, table
from valgforbund.parties import Party

NASTY = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["<img src=x onerror=alert(1)>", '"><script>', "{0}", "{x}", "%s", "</p>", "&amp;", "a'b"]
    ),
)


class Reader(HTMLParser):
    """Tags, attributes and text as a browser takes them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(str(text))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@given(NASTY, NASTY)
def test_an_element_has_one_tag_whatever_it_holds(content: str, value: str) -> None:
    made = Reader(element("p", content, class_="x", aria_label=value))
    assert made.tags == ["p"]
    assert dict(made.attributes) == {"class": "x", "aria-label": value}
    assert made.text == content


@given(NASTY, NASTY)
def test_a_badge_is_two_marks_and_no_more(letter: str, name: str) -> None:
    party = Party("k", name, name, "#123456", "#ffffff")
    made = Reader(badge(letter, party))
    assert made.tags == ["span"]
    assert dict(made.attributes)["title"] == f"{letter} {name}"
    assert made.text == cut(letter, 3)


@given(st.lists(st.lists(NASTY, min_size=2, max_size=2), min_size=1, max_size=3), NASTY)
def test_a_table_has_as_many_cells_as_it_was_given(rows: list[list[str]], caption: str) -> None:
    made = Reader(table(["a", "b"], rows, caption))
    assert made.tags.count("td") == len(rows)
    assert made.tags.count("th") == 2 + len(rows)
    assert made.tags.count("tr") == 1 + len(rows)
    assert made.text == caption + "ab" + "".join(cell for row in rows for cell in row)


def test_markup_is_not_escaped_twice() -> None:
    assert element("b", element("i", "<")) == Markup("<b><i>&lt;</i></b>")


@given(st.text(), st.integers(2, 30))
def test_cut_is_never_longer_than_asked(text: str, length: int) -> None:
    assert len(cut(text, length)) <= length
    assert cut(text, length) == text or cut(text, length).endswith("…")
