"""Adding, removing and pasting lists."""

import pytest

from explorer.page import Page
from valgforbund import Scenario, load

SMALL = Scenario({"A": 600, "B": 300, "C": 100}, 9, [["B", "C"]], place="Et sted")
REAL = "KV2025"


@pytest.fixture
def page() -> Page:
    return Page(SMALL)


def add(page: Page, letter: str, name: str = "") -> None:
    page.type("tools.add_letter", letter)
    page.type("tools.add_name", name)
    page.press("tools.add_button")


def paste(page: Page, text: str) -> None:
    page.type("tools.pasted", text)
    page.press("tools.paste_button")


def test_a_list_is_added_last_alone_and_without_votes(page: Page) -> None:
    add(page, " d ", "Delta")
    assert page.scenario == SMALL.with_list("d", name="Delta")
    assert page.find("tools.add_letter").value == ""
    assert page.find("tools.add_name").value == ""
    assert page.before("d") == "ny liste"
    page.assert_in_step()
    page.votes("d", "250")
    page.ally("d", "B-C")
    page.assert_in_step()


def test_a_letter_that_is_taken_is_told_and_what_was_typed_stays(page: Page) -> None:
    add(page, "B", "En anden")
    assert page.alert == "Bogstavet B bruges af to lister; hver liste skal have sit eget."
    assert page.scenario == SMALL
    assert page.find("tools.add_name").value == "En anden"


def test_the_same_letter_typed_in_another_way_is_the_same() -> None:
    page = Page(Scenario({"Å": 1, "B": 2}, 3))
    add(page, "A\u030a")  # A and a ring
    assert page.alert.startswith("Bogstavet Å bruges af to lister")


def test_a_list_needs_a_letter(page: Page) -> None:
    add(page, "   ")
    assert page.alert.startswith("En liste skal have et bogstav")
    add(page, "x" * 101)
    assert "100" in page.alert
    assert page.scenario == SMALL


def test_at_most_99_lists() -> None:
    page = Page(Scenario({f"L{i}": i for i in range(98)}, 31))
    add(page, "X")
    assert len(page.scenario.letters) == 99
    page.assert_in_step()
    add(page, "Y")
    assert page.alert == "Der kan højst være 99 lister."
    assert len(page.scenario.letters) == 99


@pytest.mark.parametrize(
    "letter",
    ["<b>", "{x}", "%s", r"$\frac$", '"', "'", "+1", "-", "A-B", "Liste 1", "_X", "&amp;", "😀",
     "<img src=x onerror=alert(1)>", "others", "new", "=1+1"],
)  # fmt: skip
def test_hostile_letters_are_lists_like_others(letter: str) -> None:
    page = Page(Scenario({"E": 600, "F": 300}, 9))
    add(page, letter, letter)
    assert page.alert == ""
    page.votes(letter, "290")
    page.ally(letter, "Nyt valgforbund med F")
    assert page.alert == ""
    for label in ("Helt uden valgforbund", "Uden dette valgforbund (de andre består)"):
        page.choose("view.baseline", label)
    for measure in ("unrepresented", "remainder", "wasted"):
        page.find("measure.label").value = measure
        assert page.alert == ""
    page.choose("app.language", "English")
    page.slide(page.slider.max)
    page.assert_in_step()
    assert "<img src=x" not in page.html


def test_a_list_is_removed(page: Page) -> None:
    page.choose("tools.remove", "C C")
    page.press("tools.remove_button")
    assert page.scenario.letters == ("A", "B")
    assert page.scenario.alliances == ()
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == SMALL


def test_the_last_list_stays(page: Page) -> None:
    for _ in "ABC":
        page.press("tools.remove_button")
    assert len(page.scenario.letters) == 1
    assert page.alert == "Et valg skal have mindst én liste."
    page.assert_in_step()


# ---- pasting ----


def test_numbers_in_the_order_of_the_table(page: Page) -> None:
    paste(page, "1.000\n\n500\r\n  250 \n")
    assert page.scenario == SMALL.with_votes({"A": 1000, "B": 500, "C": 250})
    assert page.find("tools.pasted").value == ""
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == SMALL  # one step


@pytest.mark.parametrize(
    "text", ["C\t7\nA\t8.123", "C;7\nA;8.123", "C: 7\nA: 8 123", "C 7\nA 8123"]
)
def test_letters_and_numbers(page: Page, text: str) -> None:
    paste(page, text)
    assert page.scenario == SMALL.with_votes({"A": 8123, "C": 7})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1\n2", "Der er indsat 2 tal, men der er 3 lister."),
        ("1\n2\n3\n4", "Der er indsat 4 tal, men der er 3 lister."),
        ("1\n12.7\n3", "Linje 2: Her skal stå et helt tal"),
        ("A 1\nB x", "Linje 2 kan ikke læses"),
        ("A 1\nA 2", "Liste A står der to gange (linje 2)."),
        ("A 1\nB -5", "Linje 2"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(page: Page, text: str, message: str) -> None:
    paste(page, text)
    assert page.alert.startswith(message)
    assert page.scenario == SMALL
    assert page.find("tools.pasted").value == text  # to be mended
    page.assert_in_step()


def test_in_a_real_election_an_unknown_letter_is_an_error() -> None:
    page = Page()
    start = page.scenario
    paste(page, "A 100\nX 5")
    assert page.alert.startswith("Der er ingen liste X; listerne er A, B")
    assert page.scenario == start


@pytest.mark.parametrize("election", ["", "Skolevalget"])
def test_in_an_own_election_new_letters_become_lists(election: str) -> None:
    page = Page(Scenario({"A": 1}, 5, election=election))
    paste(page, "A\t100\nQ\t50\nListe 2\t25")
    assert page.alert == ""
    assert page.scenario.votes.to_dict() == {"A": 100, "Q": 50, "Liste 2": 25}
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario.letters == ("A",)


def test_more_than_99_pasted_lists(page: Page) -> None:
    paste(page, "\n".join(f"L{i}\t{i}" for i in range(97)))
    assert page.alert == "Der kan højst være 99 lister."
    assert page.scenario == SMALL


def test_nothing_pasted_changes_nothing_and_says_so(page: Page) -> None:
    paste(page, "  \n ")
    assert page.scenario == SMALL
    assert "ikke indsat noget" in page.alert


def test_pasted_markup_is_text(page: Page) -> None:
    paste(page, "<img src=x onerror=alert(1)> 5")
    page.assert_in_step()
    assert "<img src=x" not in page.html


# ---- what is no list, and what is said about it ----


def test_a_total_and_blank_votes_are_told_and_are_no_lists() -> None:
    page = Page(Scenario({"A": 1, "B": 1, "C": 1}, 9))
    paste(page, "\ufeffA 8.123\nB 4.040\nC 303\nBlanke stemmer 123\nI alt 12.466")
    assert page.alert == ""
    assert page.scenario.votes.to_dict() == {"A": 8123, "B": 4040, "C": 303}
    assert page.seats() == {"A": "6", "B": "3", "C": "0"}
    assert page.told == (
        "Stemmer indsat for A, B og C, i alt 12.466. "
        "Ikke lister: »Blanke stemmer 123« (blanke stemmer) og »I alt 12.466« (sum)."
    )
    page.votes("A", "1")
    assert page.told == ""


def test_a_total_that_does_not_add_up_is_told(page: Page) -> None:
    paste(page, "A 8.123\nB 40\nC 3\nI alt 9.000")
    assert page.scenario == SMALL.with_votes({"A": 8123, "B": 40, "C": 3})
    assert "»I alt 9.000« passer ikke: Listerne har 8.166 tilsammen." in page.told


def test_a_look_alike_is_asked_about_in_an_own_election_and_meant_in_a_real_one() -> None:
    page = Page(Scenario({"A": 1, "B": 1}, 9))
    paste(page, "a 8123")
    assert page.alert == (
        "Er a den samme liste som A? Så skriv A. Er den ny, så giv den et bogstav, der ikke ligner."
    )
    assert page.scenario.letters == ("A", "B")
    page = Page(load(REAL, "Næstved"))
    paste(page, "a 8123\nsf 77")
    assert page.scenario.votes[["A", "F"]].to_list() == [8123, 77]


def test_a_table_with_names_shares_and_seats(page: Page) -> None:
    page = Page(load(REAL, "Næstved"))
    text = "Parti\tStemmer\tProcent\tMandater\nSocialdemokratiet\t8.123\t65,2\t9\nSF\t77\t1,0\t"
    paste(page, text)
    assert page.scenario.votes[["A", "F"]].to_list() == [8123, 77]
    assert page.told == "Stemmer indsat for A og F, i alt 8.200. Ikke brugt: procent og mandater."


def test_names_become_lists_under_their_usual_letters() -> None:
    page = Page(Scenario({"A": 1}, 9))
    paste(page, "A 5\nVenstre 7\nQ Byens Liste 3")
    assert page.scenario.votes.to_dict() == {"A": 5, "V": 7, "Q": 3}
    assert page.scenario.names == ("A", "Venstre", "Byens Liste")
    assert page.told.endswith("V og Q er nye lister.")
    page.press("bar.undo")
    assert page.scenario.letters == ("A",)


def test_many_lists_are_counted_and_not_named_one_by_one() -> None:
    page = Page(Scenario({f"L{n}": 1 for n in range(12)}, 9))
    paste(page, "\n".join(f"L{n}\t{n}" for n in range(12)))
    assert page.told == "Stemmer indsat for 12 lister, i alt 66."


# ---- a column that is pasted into a field ----


@pytest.mark.parametrize("text", ["8.123 4.040 303", "8123 4040 303", " 8.123\t4.040 303 "])
def test_a_column_in_the_first_field_goes_to_the_lists_below(page: Page, text: str) -> None:
    page.votes("A", text)
    assert page.scenario == SMALL.with_votes({"A": 8123, "B": 4040, "C": 303})
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == SMALL
    page.votes("B", "40 7")
    assert page.scenario == SMALL.with_votes({"B": 40, "C": 7})


def test_a_column_of_shares(page: Page) -> None:
    page.find("tools.unit").value = True
    page.type("lists.per_cent_of", "50 12,5 % 3", letter="A")
    assert page.scenario == SMALL.with_votes({"A": 500, "B": 125, "C": 30})


def test_a_column_that_is_longer_than_the_table_is_refused(page: Page) -> None:
    page.votes("B", "4.040 303 5")
    full = "Der er indsat 3 tal, men fra liste B og ned er der kun plads til 2. Intet er ændret."
    assert page.alert == full
    assert page.scenario == SMALL
    page.votes("B", "4.040 x")
    assert page.alert.startswith("Stemmer på liste B: et helt tal")


END = "\u2028"  # as the page sends the end of a line


@pytest.mark.parametrize("lines", [("8 123", "4 040", "0"), ("8.123", " 4040 ", "0")])
def test_the_lines_of_a_column_are_numbers_as_people_write_them(
    page: Page, lines: tuple[str, ...]
) -> None:
    page.votes("A", END.join(lines))
    assert page.scenario == SMALL.with_votes({"A": 8123, "B": 4040, "C": 0})
    assert page.told == "3 tal udfyldt, fra liste A til liste C."
    page.assert_in_step()
    page.press("bar.undo")
    assert page.scenario == SMALL


@pytest.mark.parametrize(
    ("lines", "number", "wrong"),
    [
        (("12", "x", "13"), 2, "x"),
        (("12", "", "13"), 2, ""),
        (("12", "13", "12,7"), 3, "12,7"),
        (("1000000001", "1"), 1, "1000000001"),
    ],
)
def test_a_line_that_is_no_number_is_named_and_nothing_changes(
    page: Page, lines: tuple[str, ...], number: int, wrong: str
) -> None:
    page.votes("A", END.join(lines))
    told = f"Linje {number} er ikke et tal, der kan stå her: »{wrong}«. Intet er ændret."
    assert page.alert == told
    assert page.scenario == SMALL
    assert not page.state.can_undo
    page.assert_in_step()


def test_a_table_in_a_vote_field_is_told_where_it_belongs(page: Page) -> None:
    page.votes("A", END.join(("A\t12", "B\t13")))
    assert page.alert == (
        "Her er indsat en tabel med flere kolonner: »A 12 B 13«. I feltet kan kun tal stå; en "
        "tabel indsættes under »Indsæt en kolonne med stemmer«. Intet er ændret."
    )
    assert page.scenario == SMALL
    assert not page.state.can_undo


def test_lines_of_shares(page: Page) -> None:
    page.find("tools.unit").value = True
    page.type("lists.per_cent_of", END.join(("50", "12,5 %", "3")), letter="A")
    assert page.scenario == SMALL.with_votes({"A": 500, "B": 125, "C": 30})
    page.type("lists.per_cent_of", END.join(("50", "101")), letter="A")
    assert page.alert.startswith("Linje 2 er ikke et tal, der kan stå her: »101«")


def test_more_lines_than_lists_below_change_nothing(page: Page) -> None:
    page.votes("B", END.join("123"))
    assert "fra liste B og ned er der kun plads til 2" in page.alert
    assert page.scenario == SMALL
