"""Pasted tables: what is understood, what is left out and why, and what is refused."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valgforbund import Scenario, ScenarioError
from valgforbund.parsing import ENGLISH, SEATS, Nobody, fit, read
from valgforbund.parties import usual_letter

LISTS = Scenario(
    {"A": 1, "B": 1, "F": 1, "Ø": 1},
    9,
    names={
        "A": "Socialdemokratiet",
        "B": "Radikale Venstre",
        "F": "SF – Socialistisk Folkeparti",
        "Ø": "Enhedslisten",
    },
)
FULL = (
    ("A", "Socialdemokratiet", "8.123", "65,2 %", "6"),
    ("B", "Radikale Venstre", "4.040", "32,4 %", "3"),
    ("F", "Socialistisk Folkeparti", "303", "2,4 %", "0"),
)
VOTES = {"A": 8123, "B": 4040, "F": 303}


def votes(text: str, lists: Scenario = LISTS, marks: str = ".") -> dict[str, int]:
    return fit(read(text, lists, marks), lists).values


def table(columns: tuple[int, ...], sign: str, *head: str) -> str:
    rows = [sign.join(row[i] for i in columns) for row in FULL]
    return "\n".join([*head, *rows])


@pytest.mark.parametrize("sign", ["\t", ";", " | ", "; "])
@pytest.mark.parametrize(
    "columns",
    [(0, 2), (1, 2), (0, 1, 2), (0, 1, 2, 3, 4), (1, 2, 3, 4), (1, 0, 2), (2, 0), (4, 3, 2, 1, 0)],
    ids=lambda columns: "".join("lnvps"[i] for i in columns),
)
def test_columns_in_any_order_and_between_any_signs(columns: tuple[int, ...], sign: str) -> None:
    assert votes(table(columns, sign)) == VOTES


@pytest.mark.parametrize(
    "columns", [(0, 2), (1, 2), (0, 1, 2), (0, 1, 2, 3, 4), (1, 2, 3, 4)], ids=str
)
def test_words_and_numbers_with_blanks_between(columns: tuple[int, ...]) -> None:
    assert votes(table(columns, " ")) == VOTES


@pytest.mark.parametrize(
    ("head", "marks"),
    [
        ("Bogstav\tParti\tStemmer\tProcent\tMandater", "."),
        ("Liste\tListenavn\tAntal stemmer\tStemmer i %\tAntal mandater", "."),
        ("Letter\tParty\tVotes\tVotes (%)\tSeats", "."),
        ("Bokstav\tNamn\tRöster\tAndel\tMandat", "."),
        ("\tParti\tStemmer\t%\tPladser", "."),
    ],
)
def test_a_header_in_danish_english_and_swedish(head: str, marks: str) -> None:
    pasted = read(table((0, 1, 2, 3, 4), "\t", head), LISTS, marks)
    assert fit(pasted, LISTS).values == VOTES
    assert [(each.line, each.why) for each in pasted.asides] == [(1, "header")]
    assert fit(read(table((0, 1, 2, 3, 4), "\t", head), LISTS, marks, SEATS), LISTS).values == {
        "A": 6,
        "B": 3,
        "F": 0,
    }


def test_a_header_says_which_of_many_columns_is_meant() -> None:
    text = "Liste\t2021\tStemmer\tÆndring\nA\t9.000\t8.123\t-877\nB\t12\t4.040\t4.028"
    assert votes(text) == {"A": 8123, "B": 4040}


def test_a_title_above_the_table_is_left_out_and_told() -> None:
    pasted = read("Resultat for Næstved Kommune\nParti Stemmer\nSF 303\nA 8.123", LISTS)
    assert [(each.line, each.why) for each in pasted.asides] == [(1, "title"), (2, "header")]
    assert fit(pasted, LISTS).values == {"F": 303, "A": 8123}


def test_a_file_with_commas_and_quotes() -> None:
    text = 'letter,party,votes\nA,"Socialdemokratiet","8,123"\nB,Radikale Venstre,4040'
    assert votes(text, marks=ENGLISH) == {"A": 8123, "B": 4040}
    assert votes("A,8123\nB,4040") == {"A": 8123, "B": 4040}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1\n2\n3\n4", {"A": 1, "B": 2, "F": 3, "Ø": 4}),
        ("8.123\r\n8 123\r\n0\r\n7\r\n", {"A": 8123, "B": 8123, "F": 0, "Ø": 7}),
        ("\n1\n\n2\n3\n\n4\n", {"A": 1, "B": 2, "F": 3, "Ø": 4}),
        ("8.123 4.040 303 7", {"A": 8123, "B": 4040, "F": 303, "Ø": 7}),
        ("1\n2\n3\n4\n10", {"A": 1, "B": 2, "F": 3, "Ø": 4}),  # the last is their sum
        ("Ø\t30\nA\t10", {"Ø": 30, "A": 10}),
        ("A; 1.000\nB: 7\nØ 12", {"A": 1000, "B": 7, "Ø": 12}),
        ("A 9, B 3, I alt 12", {"A": 9, "B": 3}),
        ("A: 9; B: 3", {"A": 9, "B": 3}),
        ("A = 9\nB - 3", {"A": 9, "B": 3}),
        ("\ufeffA 8123\nB 2", {"A": 8123, "B": 2}),
        ("a 8123", {"A": 8123}),
        ("A. Socialdemokratiet 8.123", {"A": 8123}),
        ("Socialdemokratiet (A) 8.123", {"A": 8123}),
        ("A – Socialdemokratiet\t8.123", {"A": 8123}),
        ("A\u030a\t4", {"Å": 4}),
        ("Nr\tListe\tStemmer\n1\tA\t3\n2\tB\t4", {"A": 3, "B": 4}),
    ],
)
def test_what_people_paste(text: str, found: dict[str, int]) -> None:
    lists = LISTS.with_list("Å") if "Å" in found else LISTS
    assert votes(text, lists) == found


def test_lists_that_are_called_by_numbers() -> None:
    assert votes("01\t5\n02\t6", Scenario({"01": 1, "02": 1}, 3)) == {"01": 5, "02": 6}


@pytest.mark.parametrize(
    ("label", "why"),
    [
        *(
            (each, "total")
            for each in ("I alt", "Ialt", "I ALT:", "Total", "Sum", "Summa", "Totalt")
        ),
        *((each, "total") for each in ("Gyldige stemmer i alt", "Valid votes", "Giltiga röster")),
        *((each, "blank") for each in ("Blanke stemmer", "Blanke", "Blank votes", "Blanka röster")),
        *((each, "invalid") for each in ("Ugyldige stemmer", "Andre ugyldige stemmer", "Invalid")),
        ("Afgivne stemmer", "cast"),
        ("Stemmeberettigede", "eligible"),
    ],
)
@pytest.mark.parametrize("sign", ["\t", " ", ": "])
def test_numbers_that_are_no_lists_are_left_out_and_told(label: str, why: str, sign: str) -> None:
    pasted = read(f"A{sign}8.123\n{label}{sign}8.123\nB{sign}0", LISTS)
    assert fit(pasted, LISTS, new=True).values == {"A": 8123, "B": 0}
    assert [(each.line, each.why, each.value) for each in pasted.asides] == [(2, why, 8123)]


def test_a_list_that_is_called_total_is_a_list() -> None:
    lists = Scenario({"Total": 1, "B": 1}, 3)
    assert votes("Total 5\nB 6", lists) == {"Total": 5, "B": 6}


@pytest.mark.parametrize(
    ("total", "is_right"), [("12.466", True), ("12.589", True), ("12.467", False), ("0", False)]
)
def test_a_total_is_that_of_the_lists_with_or_without_blank_votes(
    total: str, is_right: bool
) -> None:
    pasted = read(f"A 8.123\nB 4.040\nF 303\nBlanke stemmer 123\nI alt {total}", LISTS)
    assert (pasted.wrong_total is None) == is_right


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("", "column_empty", "Nothing was pasted"),
        ("1\n2", "column_length", "2 numbers were pasted, but there are 4 lists"),
        ("1\n12.7\n3\n4", "column_no_whole", "Line 2: .*'12.7'"),
        ("A 1\nB x", "column_line", "Line 2 .*'B x'"),
        ("A x", "column_line", "Line 1 "),
        ("A 1\nB -5", "column_line", "Line 2 "),
        ("A\t9\tB\t3", "column_line", "Line 1 "),
        ("A 1\nA 2", "column_repeated", "List A occurs twice .*line 2"),
        ("A 1\na 2", "column_repeated", "List A occurs twice .*line 2"),
        ("A 1\nSocialdemokratiet 2", "column_repeated", "List A occurs twice .*line 2"),
        ("A 1\nQ 2", "letter_unknown", "no list Q; the lists are A, B, F, Ø"),
        ("A\tRadikale Venstre\t5", "column_two_lists", "Line 1 .*A and B"),
        ("A\t9\t812\t55\nB\t1\t2\t3", "column_unclear", "3 columns of numbers"),
        ("A 1000000001", "number_too_large", "at most 1000000000"),
    ],
)
def test_what_cannot_be_understood_is_refused(text: str, code: str, says: str) -> None:
    with pytest.raises(ScenarioError, match=says) as error:
        fit(read(text, LISTS), LISTS)
    assert error.value.code == code


@pytest.mark.parametrize(
    ("text", "values", "names"),
    [
        ("Q 7", {"Q": 7}, {"Q": ""}),
        ("Q\tByens Liste\t7", {"Q": 7}, {"Q": "Byens Liste"}),
        ("Q. Byens Liste 7", {"Q": 7}, {"Q": "Byens Liste"}),
        ("Byens Liste (Q) 7", {"Q": 7}, {"Q": "Byens Liste"}),
        ("Byens Liste 7", {"Byens Liste": 7}, {"Byens Liste": ""}),
        ("Venstre 7\nSF 3", {"V": 7, "F": 3}, {"V": "Venstre", "F": "SF"}),
    ],
)
def test_lists_that_are_not_there_yet(
    text: str, values: dict[str, int], names: dict[str, str]
) -> None:
    fitted = fit(read(text), Nobody(), new=True, letter_of=usual_letter)
    assert (fitted.values, fitted.names) == (values, names)


@pytest.mark.parametrize(
    ("text", "letter", "other"),
    [("a 8123", "a", "A"), ("A 9\nQ 1\nq 2", "q", "Q"), ("OE 3", "OE", "Ø")],
)
def test_whether_a_look_alike_is_the_same_list_is_asked(text: str, letter: str, other: str) -> None:
    own = Scenario({"A": 1, "B": 1, "Ø": 1}, 9)
    with pytest.raises(ScenarioError, match=rf"Is {letter} the same list as {other}\?"):
        fit(read(text, own), own, new=True)


def test_a_party_whose_usual_letter_is_another_list_here_is_asked_about() -> None:
    own = Scenario({"V": 1}, 9, names={"V": "Vores by"})
    with pytest.raises(ScenarioError, match=r"Is Venstre the same list as V\?"):
        fit(read("Venstre 5", own), own, new=True, letter_of=usual_letter)


@given(
    st.dictionaries(
        st.sampled_from([*"ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"]), st.integers(0, 10**9), min_size=1
    ),
    st.sampled_from(["\t", ";", ": ", " "]),
    st.booleans(),
    st.booleans(),
)
def test_what_is_written_as_a_table_is_read_again(
    held: dict[str, int], sign: str, has_marks: bool, has_total: bool
) -> None:
    def written(n: int) -> str:
        return f"{n:,}".replace(",", ".") if has_marks else str(n)

    lists = Scenario(held, 9)
    rows = [f"{letter}{sign}{written(n)}" for letter, n in held.items()]
    total = [f"I alt{sign}{written(min(sum(held.values()), 10**9))}"] * has_total
    pasted = read("\n".join([*rows, *total]), lists)
    assert fit(pasted, lists).values == held
    assert len(pasted.asides) == has_total


@given(st.text(alphabet='AB aø1290.,;:\t\n%-–()|"I alt', max_size=60))
def test_any_text_is_understood_or_refused_in_words(text: str) -> None:
    with suppress(ScenarioError):
        pasted = read(text, LISTS)
        assert sum(fit(pasted, LISTS, new=True).values.values()) == pasted.sum
        told = {each.line for each in (*pasted.rows, *pasted.asides)}
        lines = [n for n, line in enumerate(text.split("\n"), 1) if line.strip()]
        assert told == ({*lines} if len(lines) > 1 else {1})  # no line is lost
