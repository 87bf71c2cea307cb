"""The catalogues: the same keys and placeholders, no missing and no dead texts, numbers, words."""

import ast
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from codes import SENTENCES, named_in, raised_in
from markupsafe import Markup

import valgforbund
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.examples import EXAMPLES
from valgforbund.explorer.election.bars import bars
from valgforbund.explorer.election.board import board
from valgforbund.explorer.review import listing
from valgforbund.explorer.workbench import doors, files, table
from valgforbund.explorer.workbench.pulse import TEXTS
from valgforbund.parsing import asides
from valgforbund.ranges import Span
from valgforbund.review import TOTALS
from valgforbund.sources import bundled
from valgforbund.study import figures
from valgforbund.waste import MEASURES
from valgforbund.wording import LANGUAGES, Words, words
from valgforbund.wording.catalogue import COUNCIL_LANGUAGES

SOURCE = Path(valgforbund.__file__).parent
KINDS = ("dissolved", "none", "out", "in")
MANY = ("one", "many")
PLACES = ("", "_inside")  # in the council, inside an alliance

FIGURES = tuple(figure.name for figure in figures.FIGURES)

# What can stand in the gap of every key that the code puts together.
REFERENCES = ("real", "original", "variant")
FAMILIES = {
    "admissions.{}": ("joins", "leaves", "merges"),
    "admissions.caption_{}": ("joins", "leaves", "merges"),
    "admissions.own_{}": ("joins", "leaves", "merges"),
    "admissions.who_{}": ("joins", "leaves", "merges"),
    "bars.{}": bars.SAID,
    "board.{}": board.SAID,
    "bounds.{}": ("list", "now", "fewest", "worst", "most", "best"),
    "goal.{}": ("best", "best_already", "never_lot", "never_today"),
    "goal.kind_{}": ("alone", "today", "joins", "pair", "best"),
    "elsewhere.{}": tuple(doors.notebooks()),
    "elsewhere.{}_hint": tuple(doors.notebooks()),
    "memory.{}": (
        *(
            "kept",
            "afresh",
            "afresh_hint",
            "delete",
            "delete_hint",
            "delete_sure",
            "delete_yes",
            "delete_no",
            "deleted",
            "found",
            "take",
        ),
        *("drop", "aside", "torn", "full", "forbidden", "typed"),
    ),
    "partners.{}": ("best", "best_alone", "best_today", "best_alone_today"),
    "partners.{}.{}": tuple(product(("gain", "lose", "doubt"), MANY)),
    "partners.column_{}": ("coalition", "seats", "missing", "gainers", "losers", "left_behind"),
    "partners.lacks_{}": ("first", "next"),
    "partners.lacks_{}_instead": ("first", "next"),
    "partners.rest_{}": ("gone", "one", "some"),
    "table.{}": table.SAID,
    "error_kind.{}": ("scenario", "proposal", "meeting", "classwork", "remarks", "evening"),
    "agreement.{}": (
        *("kind", "body", "holder", "number", "person", "post", "other", "name", "against"),
    ),
    "agreement.against_{}": ("groups", "lists"),
    "agreement.column_{}": ("group", "members", "agreed", "dhondt", "balance", "left"),
    "agreement.kind_{}": ("mayor", "deputy", "chair", "vice", "member", "outside"),
    "agreement.kinds_{}": ("deputy", "chair", "vice", "places", "outside"),
    "aside.{}": asides.KINDS,
    "pasted.{}": ("votes", "seats"),
    "pasted.{}_many": ("votes", "seats"),
    "pasted.column_{}": (
        *("letter", "name", "share", "votes", "seats", "alliance", "candidates", "place"),
        "area",
    ),
    "reading.kind_{}": ("scenario", "table", "valgdk", "feed", "statbank"),
    "remark.{}": (
        *("lines_more", "encoding", "sheets_left_out", "seats_summed", "seats_assumed"),
        *("seats_known", "seats_of_open", "shares_only", "shares_of_total", "names_usual"),
        *("alliance_of_one", "lists_left_out", "lists_kept", "summed", "no_alliances"),
        *("alliances_of_open", "alliances_ours", "statbank_local", "feed_older", "feed_torn"),
        *("feed_older_seats", "feed_strange_votes", "feed_odd_times"),
        *("feed_other_elections", "feed_other_days", "feed_repeated_councils"),
        *("feed_repeated_areas", "feed_strange_areas", "feed_left_out", "feed_test_seats"),
        *("feed_counted", "feed_nothing_counted", "feed_strange_lists", "feed_list_in_two"),
        *("seats_assumed_in", "seats_known_in", "alliance_of_one_in", "feed_strange_lists_in"),
        *("feed_list_in_two_in", "feed_unclear_counts", "feed_votes_missing", "feed_twice"),
        *("feed_twice_in", "feed_seats_wrong", "feed_seats_wrong_in"),
        *("sheet_read", "sheets_with_tables", "shares_of_stated", "seats_said", "seats_not_all"),
        *("seats_differ", "initials", "title_read", "title_election", "title_place"),
        *("column_taken", "columns_left_out", "columns_without_words", "areas_summed"),
        *("alliance_unclear", "seats_missing", "code_of_others"),
    ),
    "committees.kind.{}": ("finance", "standing", "other"),
    "constitution.note_{}": (
        *("groups_unknown", "counted_without", "size_assumed", "groups_assumed"),
        *("committees_assumed", "alliances_unknown", "herlev", "posts_assumed"),
        *("counted_in_part", "counted_once"),
        *("changed_here", "lots_drawn", "not_municipal", "other_government"),
    ),
    "constitution.reading_{}": ("levelling", "inside", "lots", "binding", "special"),
    "constitution.source_{}": ("official", "counted", "counted_own", "typed", "typed_own"),
    "finding.{}": (
        *("no_majority", "mayor_missing", "mayor_twice", "finance_chair", "chair_missing"),
        *("chair_twice", "vice_twice", "not_filled", "overfilled", "no_seat", "too_many"),
        *("consent", "size_unknown", "person_twice", "holder_missing", "person_missing"),
    ),
    "levelling.{}": (
        "members",
        "one_by_one",
        "at_once",
        "change",
        "undo",
        "apply",
        "gets",
        "gives",
    ),
    "levelling.column_{}": ("step", "committee", "giver", "taker", "majority_lost"),
    "majorities.by_{}": ("lists", "alliances"),
    "majorities.column.{}": (
        *("coalition", "seats", "surplus", "group", "seat_share", "banzhaf", "shapley"),
        *("minimal", "role", "move", "new", "gone"),
    ),
    "majorities.role.{}": ("alone", "veto", "never", "needed"),
    "majorities.{}.{}": tuple(product(("alone", "veto", "never"), MANY)),
    "mayor.{}": ("elected", "elected_by_lot"),
    "mayor.lot_{}": ("finalists", "mayor"),
    "mayor.round_{}": ("1", "2", "3"),
    "promises.column_{}": ("list", "status", "post", "wish", "turn", "who", "reason"),
    "promises.status_{}": ("kept", "not_wished", "broken"),
    "regrouping.column_{}": (
        *("list", "seats", "group", "proportional", "before", "posts", "change"),
    ),
    "baseline.{}": (*KINDS, *REFERENCES),
    "chart.{}": ("votes", "remainder"),
    "chart.{}_alt": ("votes", "remainder"),
    "class.{}": ("seated", "carried", "wasted", "open"),
    "closest.{}": ("take", "take_again", "lose", "lose_empty"),
    "margins.{}": ("unit", "seats", "gain", "from", "lose", "to"),
    "files.{}": files.TEXTS,
    "pulse.{}": TEXTS,
    "race.{}": ("seat", "list", "unit", "quotient", "lacks"),
    "slider.{}": ("next_down", "next_up"),
    "slider.{}_long": ("next_down", "next_up"),
    "column.{}": (*KINDS, *REFERENCES),
    "sheet.{}": (
        *("letter", "party", "name", "votes", "share", "candidates", "alliance", "seats"),
        *("expected", "saved_dissolved", "saved_none", "changes_dissolved", "changes_none"),
        *("expected_gain", "number", "quotient", "divisor", "tied", "measure", "class"),
        *("moved_a_seat", "gave_to", "unit", "open", "remainder", "level", "own_number"),
        *("status", "drawn", "kind", "votes_to_chance", "votes_to_gain", "gain_changes"),
        *("votes_to_risk", "votes_to_lose", "lose_changes", "seats_with", "seats_without"),
        *("change", "with", "without", "share_with", "share_without", "who", "own", "members"),
        *("others", "changes_own", "changes_members", "changes_others", "objects"),
        *("might_object", "all_agree", "election", "code", "place", "label", "region"),
        *("council_seats", "wasted_with", "wasted_dissolved", "wasted_none"),
        *("unrepresented_with", "unrepresented_dissolved", "unrepresented_none"),
        *("remainder_with", "remainder_dissolved", "remainder_none", "owed_dissolved"),
        *("owed_none", "owed_alone", "gave", "took", "partner_changes", "best", "best_with"),
        *("best_seats", "regret", "lists", "alliances", "moved_none", "majority", "overtaken"),
        *("lots", "vacant", "notes", "figure", "value", "of", "of_value", "definition", "other"),
        *("votes_ahead", "seats_behind", "note", "remark", "stood", "councils", "group"),
        *("committee", "one_by_one", "at_once", "extra", "step", "giver", "taker"),
        *("giver_total", "taker_total", "giver_seats", "taker_seats", "majority_lost", "body"),
        *("holder", "person", "agreed", "dhondt", "over", "under", "coalition", "surplus"),
        *("seat_share", "swings", "pivotal", "banzhaf", "shapley", "minimal", "role", "post"),
        *("how", "scaled", "order", "lacks", "received", "sits_with", "sits_without"),
        *("wish", "turn", "reason", "candidate", "slate", "substitute", "rank", "comparison"),
        "probability",
    ),
    "sheet.best_{}": ("stays", "joins", "pairs"),
    "sheet.figure_{}": FIGURES,
    "sheet.kind_{}": ("list", "alliance", "joins", "leaves", "merges"),
    "sheet.means_{}": FIGURES,
    "sheet.name_{}": (
        *("lists", "savings", "seats", "margins", "waste", "waste_by_list", "remainders"),
        *("awards", "protocol", "outcomes", "ledger", "waste_both", "admissions"),
        *("study_totals", "study_councils", "study_alliances", "study_lists"),
        *("study_majorities", "study_inversions", "review_totals", "review_years"),
        *("review_lists", "review_history", "council", "coalitions", "power", "committees"),
        *("levelling", "levelling_steps", "posts", "post_table", "against", "promises", "turns"),
        *("presidium", "board", "chairs"),
        *("elected", "substitutes", "people_moved", "review_people"),
    ),
    "sheet.status_{}": ("won", "last", "first_out", "lot", "limit", "out"),
    "promises.by_{}": ("promise", "dhondt"),
    "simulation.{}{}_same": tuple(product(("majority", "ours"), ("", "_never"))),
    "simulation.{}{}_both": tuple(product(("majority", "ours"), ("", "_never"))),
    "simulation.{}{}": tuple(product(("majority", "ours"), ("", "_never"))),
    "effect.{}": ("gain", "loss", "inside"),
    "election.{}": tuple(bundled.elections()["election"].unique()),
    "headline.{}": ("gain", "loss", "inside"),
    "meaning.{}": MEASURES,
    "measure.{}": MEASURES,
    "member.lot.{}": ("in", "out"),
    "member.many.{}": ("in", "out"),
    "member.none.{}": ("in", "out"),
    "member.one.{}": ("in", "out"),
    "note.{}": (
        *("alliances_unknown", "size_assumed", "counted_in_part", "counted_once"),
        "new_lists_guessed",
    ),
    "protocol.caption{}": PLACES,
    "protocol.cut_{}": ("unit", "seats", "last", "next"),
    "protocol.how{}": PLACES,
    "protocol.last{}": PLACES,
    "protocol.mark.{}": (
        *("last", "last_drawn", "first_out", "rival"),
        *("lot", "drawn", "lost", "limit"),
    ),
    "protocol.open{}": PLACES,
    "protocol.out.{}": ("next", "drawn", "alone"),
    "protocol.seat{}": PLACES,
    "protocol.{}{}": tuple(product(("open", "drawn"), PLACES)),
    "report.means_{}": ("dissolved", "none", "out", "in", "other", *REFERENCES),
    "report.question_{}": ("dissolved", "none", "out", "in"),
    "report.without_{}": ("dissolved", "none", "other"),
    "report.{}": ("gains", "pays", "either"),
    "night.column.{}": (
        *("place", "counted", "bloc", "majority", "time", "event", "now", "prospect", "party"),
        *("expected", "interval", "list", "votes", "more", "fewer", "to_gain", "to_lose"),
        *("here", "there", "then"),
    ),
    "night.legend_{}": ("counted", "majority"),
    "night.shows_{}": ("counted", "majority"),
    "night.{}": ("majority", "majority_open"),
    "night.{}_alone": ("majority", "majority_open"),
    "review.column.{}": tuple(listing.COLUMNS),
    "review.download_{}": ("danish", "international"),
    "review.note.{}": ("stays", "joins", "pairs"),
    "review.total.{}": TOTALS,
    "review.what.{}": TOTALS,
    "review.year.{}": ("election", "stood", "votes", "share", "seats"),
    "prop.balance_{}": ("met", "failed", "open", "unstated", "count", "count_unstated"),
    "prop.column_{}": ("rank", "member", "substitute", "list", "number", "office"),
    "prop.is_{}": ("elected", "lot", "not", "elected_drawn", "not_drawn"),
    "prop.rule_{}": ("åland", "finland", "sweden"),
    "prop.tab_{}": ("presidium", "board", "chairs"),
    "prop.{}": ("members", "substitutes"),
    "same.{}": ("dissolved", "none"),
    "savings.column.{}": ("alliance", "seats", "dissolved", "none", "expected"),
    "simulation.control_{}": (
        "kind",
        "points",
        "moves",
        "sample",
        "effect",
        "undecided",
        "draws",
        "bloc",
    ),
    "simulation.{}": (
        *("mean", "range", "seat", "saved_mean", "closed_form", "not_once", "hardly"),
    ),
    "simulation.{}_choice": ("swing", "poll", "apart", "together"),
    "structures.column_{}": (
        *("seats", "number", "share", "by_lot", "alliances", "movers", "changes"),
        *("list", "now", "worst", "best", "fewer", "more"),
    ),
    "structures.stable_{}": ("present", "consent", "absent"),
    "structures.{}": ("best", "worst"),
    "than.{}": ("dissolved", "none", *REFERENCES),
    "total.{}{}": tuple(product(("same", "more", "fewer"), ("", "_if"))),
    "variants.row_{}": (
        *("place", "alliance", "votes", "seats", "change", "gain", "lose", "allied", "wasted"),
    ),
    "people.instead.{}": ("dissolved", "none"),
    "people.{}": (
        *("not_counted", "not_here", "seat", "candidate", "votes", "how", "lacks"),
        *("now", "to_seat", "to_lose"),
    ),
    "followed.{}": ("sits", "lot", "lose", "gain", "falls", "rises"),
    "followed.world.{}": ("dissolved", "none", "out", "in"),
    "ledger.{}": ("in", "out", "lot"),
    "people.how.{}": (
        *("personal_votes", "figure", "list_votes", "personal_votes_and_list_votes"),
        *("order", "lot"),
    ),
    "people.stands.{}": ("sits", "lot", "out"),
    "bundle.{}": ("between", "votes", "moves"),
    "people.form.{}": ("open", "party"),
    "recount.{}": ("area", "preliminary", "final", "differences", "moves"),
    "us.without.{}": ("dissolved", "none"),
    "variants.{}": ("gain", "lose"),
    "variants.{}_never": ("gain", "lose"),
    "versus.{}": ("dissolved", "none"),
    "votes.because_{}.{}": tuple(product(("lost", "seat", "unallied", "carried"), MANY)),
    "votes.had_seat.{}": MANY,
    "warning.{}": (
        "letters_look_alike",
        "even_size",
        "size_below_9",
        "size_above_31",
        "letters_not_danish",
        "joint_list_groups",
        "votes_all_zero",
    ),
    "picture.{}": ("seats", "votes"),
    "picture.{}_both": ("seats", "votes"),
    "shown.{}": ("place", "alliance", "who", "saved"),
    "world.{}": ("dissolved", "none", "other", *REFERENCES),
}
GETS = {
    f"{key}.{again}{many}"
    for key, again, many in product(("gets_more", "gets_fewer"), ("", "again_"), ("one", "each"))
}
GETS |= {
    f"{key}.{again}{how}"
    for again in ("", "again_")
    for key, hows in (
        ("gets_more", ("together",)),
        ("gets_fewer", ("together",)),
        ("gets_maybe", ("more", "fewer", "either")),
        ("gets_least", ("more", "fewer")),
    )
    for how in hows
}


def put_together() -> set[str]:
    return {
        family.format(*((value,) if isinstance(value, str) else value))
        for family, values in FAMILIES.items()
        for value in values
    }


def texts(language: str) -> dict[str, list[str]]:
    """Every key with its texts, more than one where there are plurals."""
    with (SOURCE / "wording" / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (
            [message.string] if isinstance(message.string, str) else list(message.string)
        )
        for message in catalogue
        if message.id
    }


def gaps(text: str) -> set[str]:
    """The values of a text; a letter has several gaps, by where in its sentence it stands."""
    found = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return {name.removeprefix("the_").lower() for name in found}


def trees() -> Iterator[ast.AST]:
    for room in ("wording", "pictures", "reports", "explorer"):
        for path in sorted((SOURCE / room).rglob("*.py")):
            yield from ast.walk(ast.parse(path.read_text("utf-8")))


def literals() -> set[str]:
    return {
        node.value
        for node in trees()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def families() -> set[str]:
    """Keys with gaps, as the code's f-strings put them together."""
    joined = {
        "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        for node in trees()
        if isinstance(node, ast.JoinedStr)
    }
    return {text for text in joined if re.match(r"[a-z_]+\.[a-z_.]*\{\}[\w.{}]*$", text)}


def test_the_languages_have_the_same_keys() -> None:
    assert texts("da").keys() == texts("en").keys()


def test_every_error_that_is_raised_has_a_sentence_and_every_sentence_an_error() -> None:
    rooms = [*SOURCE.rglob("*.py")]
    assert raised_in(rooms) <= named_in(rooms) == SENTENCES.keys()


def test_every_text_has_the_same_gaps_in_every_language_and_plural() -> None:
    danish = texts("da")
    for key, versions in texts("en").items():
        for text in versions + danish[key]:
            assert text.strip(), key
            left_out = {"n", "word"} if len(versions) > 1 else set()
            left_out |= {"letter", "own"} if key.startswith("carried.") else set()  # "its votes"
            assert gaps(text) - left_out == gaps(versions[0]) - left_out, key


@pytest.mark.parametrize(
    "language", sorted(path.stem for path in (SOURCE / "wording").glob("*.po"))
)
def test_a_language_has_no_text_and_no_gap_that_danish_has_not(language: str) -> None:
    danish = texts("da")
    for key, versions in texts(language).items():
        known = {gap for text in danish[key] for gap in gaps(text)} | {"n", "word"}
        known |= {"letter", "own"} if key.startswith("carried.") else set()  # "its votes"
        assert all(gaps(text) <= known for text in versions), key


@pytest.mark.parametrize("code", SENTENCES)
def test_every_error_has_a_danish_sentence_with_the_same_gaps(code: str) -> None:
    danish = texts("da")[f"error.{code}"]
    assert len(danish) == 1
    assert gaps(danish[0]) == gaps(SENTENCES[code])


def test_the_families_here_are_those_of_the_code() -> None:
    assert families() - {"error.{}"} == set(FAMILIES)


def test_every_key_that_the_code_puts_together_is_there() -> None:
    known = texts("da")
    assert known.keys() >= put_together()
    assert known.keys() >= GETS
    assert known.keys() >= set(EXAMPLES)


def test_every_key_that_the_code_spells_out_is_there() -> None:
    known = texts("da")
    rooms = {key.split(".")[0] for key in known if "." in key}
    spelled = {
        text
        for text in literals()
        if re.fullmatch(r"[a-z]+(\.[a-zA-Z_]*[a-zA-Z])+", text) and text.split(".")[0] in rooms
    }
    assert spelled
    assert spelled <= known.keys()


def test_every_text_is_used() -> None:
    errors = {f"error.{code}" for code in SENTENCES}
    assert set(texts("da")) - literals() - put_together() - GETS - errors == set()


def test_the_gaps_that_a_call_fills_are_those_of_its_text() -> None:
    """Calls that spell out their key and their values, wherever they stand."""
    danish = texts("da")
    checked = 0
    for node in trees():
        if not (
            isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)
        ):
            continue
        key = node.args[0].value
        named = {each.arg for each in node.keywords}
        if key not in danish or None in named:
            continue
        wanted = set().union(*map(gaps, danish[key])) - {"n", "word"}
        assert wanted <= named, key
        checked += 1
    assert checked > 60


# ---- numbers and words ----


@pytest.fixture
def da() -> Words:
    return words("da")


@pytest.fixture
def en() -> Words:
    return words("en")


def test_numbers_and_shares_in_both_languages(da: Words, en: Words) -> None:
    for number, danish, english in (
        (0, "0", "0"),
        (999, "999", "999"),
        (8123, "8.123", "8,123"),
        (1234567, "1.234.567", "1,234,567"),
        (-8123, "-8.123", "-8,123"),
        (10**30, "1" + 10 * ".000", "1" + 10 * ",000"),
    ):
        assert (da.number(number), en.number(number)) == (danish, english)
    assert [da.share(x) for x in (0, 0.018, 0.999, 1)] == [
        "0,0\xa0%", "1,8\xa0%", "99,9\xa0%", "100,0\xa0%",
    ]  # fmt: skip
    assert en.share(0.018).replace("\xa0", " ") == "1.8 %"
    assert (da.per_cent(0.125), en.per_cent(0.125)) == ("12,5", "12.5")
    assert (da.per_cent(1 / 3), da.per_cent(0), da.per_cent(1)) == ("33,33", "0", "100")


def test_seats_are_words_for_one_and_digits_for_more(da: Words, en: Words) -> None:
    assert [da.seats(n) for n in (0, 1, 2, 13)] == [
        "intet mandat", "ét mandat", "2 mandater", "13 mandater",
    ]  # fmt: skip
    assert [en.seats(n) for n in (0, 1, 2)] == ["no seat", "one seat", "2 seats"]
    assert da("seats_word", n=2) == "to mandater"
    assert da("seats_word", n=1) == "ét mandat"
    assert en("seats_word", n=12) == "twelve seats"
    assert da("seats_word", n=13) == "13 mandater"


def test_ranges_say_or_for_neighbours_and_to_for_more(da: Words, en: Words) -> None:
    assert da.seats_span(Span(0, 1)) == "0 eller 1 mandat"
    assert en.seats_span(Span(0, 1)) == "0 or 1 seat"
    assert da.seats_span(Span(1, 2)) == "1 eller 2 mandater"
    assert da.seats_span(Span(0, 3)) == "0 til 3 mandater"
    assert en.seats_span(Span(2, 2)) == "2 seats"
    assert da.span(Span(2, 3)) == "2–3"
    assert da.signed_span(Span(-1, 1)) == "−1…+1"
    assert [da.signed(n) for n in (-2, 0, 3)] == ["−2", "0", "+3"]


GENITIVES = {
    # letters, abbreviations, figures: 's
    **{text: f"{text}'s" for text in ("O", "M", "Å", "SF", "2013", "Liste 1", "A-B-F-Ø", "L2")},
    # ordinary words and names, and abbreviations with a point: s
    **{text: f"{text}s" for text in ("Borgerlisten", "Moderaterne", "Alt", "Radikale Venstre")},
    "Kbh.": "Kbh.s",
    # what ends in s, z or x: an apostrophe alone
    **{text: f"{text}'" for text in ("S", "X", "Z", "DBS", "Slagelses", "Marx", "Jazz")},
}


@pytest.mark.parametrize("text", GENITIVES)
def test_the_danish_genitive(da: Words, text: str) -> None:
    """Retskrivningsordbogen (2012) §§ 6 and 21."""
    assert da.own(text) == GENITIVES[text]


def test_the_english_genitive(en: Words) -> None:
    assert [en.own(each) for each in ("M", "Å", "S", "X", "SF")] == [
        "M's", "Å's", "S's", "X's", "SF's",
    ]  # fmt: skip


def test_no_sentence_puts_an_s_behind_a_gap_by_itself() -> None:
    for key, versions in texts("da").items():
        if not key.startswith("own"):
            assert not any(re.search(r"\}['’]?s\b", text) for text in versions), key


def test_a_language_there_is_not_is_an_error_that_says_which_there_are() -> None:
    with pytest.raises(ScenarioError, match="There is no language 'xx'; there are da, en"):
        words("xx")


def test_empty_places_begin_with_a_capital_and_have_the_right_gender(da: Words, en: Words) -> None:
    assert da("vacant", n=1).startswith("Én plads står tom")
    assert da("vacant", n=2).startswith("2 pladser står tomme")
    assert en("vacant", n=1).startswith("One seat stays empty")
    assert en("vacant", n=14).startswith("14 seats stay empty")


def test_enumerations(da: Words, en: Words) -> None:
    assert [da.join("ABC"[:n]) for n in range(4)] == ["", "A", "A og B", "A, B og C"]
    assert en.join("AB") == "A and B"


def test_an_unknown_key_is_an_error_that_names_it(da: Words) -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        da("no.such")


def test_errors_show_their_numbers_in_the_language(da: Words, en: Words) -> None:
    error = ScenarioError("number_too_large", value="2000000000", limit=10**9)
    assert da.error(error) == "Tallet må højst være 1.000.000.000; der stod 2000000000."
    assert en.error(error) == "A number here may be at most 1,000,000,000; got 2000000000."


def test_the_givers_of_votes_have_their_name_in_the_language(da: Words, en: Words) -> None:
    error = ScenarioError("source_too_small", source="others", available=3, amount=5)
    assert "others" not in da.error(error)
    assert "alle andre" in da.error(error)
    assert "all others" in en.error(error)
    by_letter = ScenarioError("source_too_small", source="V", available=3, amount=5)
    assert "V" in da.error(by_letter)


def test_an_election_has_its_name_in_an_error(da: Words, en: Words) -> None:
    error = ScenarioError("place_unknown", value="Atlantis", election="KV2025")
    assert da.error(error) == (
        "Der er intet sted ved navn »Atlantis« (Kommunalvalg 2025); vælg et på listen."
    )
    assert "Municipal election 2025" in en.error(error)
    unknown = ScenarioError("place_unknown", value="Atlantis", election="XY1999")
    assert "XY1999" in da.error(unknown)


HOSTILE = ("<b>", "{x}", "{0}", "%s", "%(a)s", r"$\frac$", "'", '"', "{{", "}", "\\")


@pytest.mark.parametrize("letter", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_person_typed_is_never_read_as_a_template(letter: str, language: str) -> None:
    texts = words(language)
    assert letter in texts("lists.before", what=letter)
    assert letter in texts.error(ScenarioError("letter_repeated", letter=letter))
    assert letter in texts.own(letter)
    shown = texts.html("majority.has", unit=letter, n=1)
    assert "<b>" not in shown
    assert shown.unescape().startswith(letter)


def test_swedish_has_all_of_the_tool_for_proportional_elections_and_little_else() -> None:
    swedish, danish = texts("sv"), texts("da")
    tools = ("app.", "bar.", "alert.", "elsewhere.", "files.", "memory.", "pulse.", "table.")
    rest = (*tools, "error.", "error_kind.", "lot.draw", "count_words", "sheet.")
    own = {key for key in danish if key.startswith("prop.")}
    assert own <= swedish.keys() <= danish.keys()
    assert all(key.startswith(rest) for key in swedish.keys() - own)
    for key, versions in swedish.items():
        assert {frozenset(gaps(text)) for text in versions} <= {
            frozenset(gaps(text)) for text in danish[key]
        }, key
    codes = named_in((SOURCE / "proportional").glob("*.py"))
    assert {f"error.{code}" for code in codes} <= swedish.keys()


# ---- a language that is half done ----

HALF = """
msgid "lists.title"
msgstr "Listene"

msgid "bar.undo"
msgstr ""

msgid "votes"
msgid_plural "votes.many"
msgstr[0] "{votes} stemme"
msgstr[1] "{votes} stemmer her"
"""


@pytest.fixture
def half(tmp_path: Path) -> Words:
    """Bokmål, of which little is translated yet."""
    tmp_path.joinpath("nb.po").write_text(HALF, "utf-8")
    return Words("nb", tmp_path)


def test_what_a_language_lacks_is_that_of_its_nearest(half: Words) -> None:
    assert half("lists.title") == "Listene"
    assert half("bar.undo") == words("da")("bar.undo")  # there, but not translated
    assert half("bar.redo") == words("da")("bar.redo")
    assert (half.votes(1), half.votes(2)) == ("1 stemme", "2 stemmer her")
    assert half.seats(2) == words("da").seats(2)
    assert half.number(8123) == "8\N{NO-BREAK SPACE}123"  # its own way of writing
    error = ScenarioError("letter_repeated", letter="A")
    assert half.error(error) == words("da").error(error)
    assert "bar.redo" in half
    assert "no.such" not in half


def test_without_a_nearest_the_english_texts_stand_in(tmp_path: Path) -> None:
    tmp_path.joinpath("fi.po").write_text(HALF, "utf-8")
    finnish = Words("fi", tmp_path)
    assert (finnish("lists.title"), finnish("bar.redo")) == ("Listene", words("en")("bar.redo"))
    assert words("sv", COUNCIL_LANGUAGES)("lists.title") == words("en")("lists.title")
    with pytest.raises(KeyError, match="no_such"):
        finnish("no_such")


def test_every_text_of_the_code_can_be_said_in_a_half_done_language(half: Words) -> None:
    for key in texts("da"):
        assert half.template(key, 2), key


# ---- what was not typed ----


def with_value(language: str) -> list[str]:
    """Codes of errors whose last words say what they got."""
    errors = {key.removeprefix("error."): each for key, each in texts(language).items()}
    return [
        code for code in SENTENCES if re.search(r"; [^;]*\{value\}.?\.$", errors.get(code, [""])[0])
    ]


@pytest.mark.parametrize(
    ("language", "says"),
    [("da", "feltet er tomt"), ("en", "the field is empty"), ("sv", "fältet är tomt")],
)
def test_an_empty_field_is_said_to_be_empty(language: str, says: str) -> None:
    found = words(language, COUNCIL_LANGUAGES)
    codes = with_value("da" if language == "en" else language)
    assert codes
    for code in codes:
        values: dict[str, object] = dict.fromkeys(gaps(SENTENCES[code]), "x")
        empty = found.error(ScenarioError(code, **values | {"value": " "}))
        assert empty.endswith(f"; {says}."), code
        assert "''" not in empty
        assert "»«" not in empty
        typed = found.error(ScenarioError(code, **values | {"value": "abc"}))
        assert "abc" in typed
        assert says not in typed


def test_the_letter_i_is_not_read_as_the_word() -> None:
    for language, said in (("da", "Liste I mangler 9 stemmer"), ("en", "List I is 9 votes")):
        here = words(language)
        assert here("closest.vacant", n=9, votes="9", letter="I").startswith(said)
        assert here.html("closest.vacant", n=9, votes="9", letter=Markup("<b>I</b>")).startswith(
            said.replace(" I ", " <b>I</b> ")
        )
        assert here("closest.vacant", n=9, votes="9", letter="O").startswith("O ")
    verbs = r"(får|mangler|har|er|fik|kan|skal|stod|står|mister|taber|vinder) "
    for key, versions in texts("da").items():
        for text in versions if not key.startswith("error.") else ():
            assert not re.match(rf"(<\w+>)?\{{letters?\}} {verbs}", text), key
            assert not re.search(r"\b([Hh]vis|[Aa]t|når|Mister|Får) \{letter\}", text), key
