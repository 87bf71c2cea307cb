"""The sentences of real elections, word for word, in both languages."""

import re

import pytest
from markupsafe import Markup

from valgforbund import Scenario, compare, count, waste_by_list
from valgforbund.baselines import Baseline, choices
from valgforbund.council import MayorElection
from valgforbund.sources.bundled import load
from valgforbund.waste import UNREPRESENTED, WASTED
from valgforbund.wording import constitution_mayor, council, headline, words
from valgforbund.wording.stemmespild import carried_lines, votes_line

GLOSTRUP = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]]).shift("Ø", 20)
DISSOLVED, NONE = Baseline("dissolved"), Baseline("none")


def plain(text: Markup) -> str:
    """What is read: no tags, ordinary blanks."""
    return text.striptags().replace("\xa0", " ")


def say(s: Scenario, alliance: str, baseline: Baseline = DISSOLVED, language: str = "da") -> str:
    k = compare(s, s.alliance(alliance), baseline)
    return plain(headline.headline(words(language), k, baseline))


def second(s: Scenario, language: str = "da") -> str:
    return plain(headline.everything(words(language), compare(s, s.alliances[0], "none")))


def votes(
    s: Scenario,
    alliance: str,
    measure: str,
    baseline: Baseline = DISSOLVED,
    language: str = "da",
) -> str:
    k = compare(s, s.alliance(alliance), baseline)
    return plain(votes_line(words(language), k, baseline, measure))


def carried(s: Scenario, language: str = "da") -> list[str]:
    return [plain(each) for each in carried_lines(words(language), waste_by_list(count(s)))]


# ---- Næstved 2025: two seats saved ----

NÆSTVED = load("KV2025", "Næstved")


def test_næstved_the_headline() -> None:
    assert say(NÆSTVED, "C-I-M-O-V-Æ") == (
        "Valgforbundet C-I-M-O-V-Æ redder to mandater: O og Æ får ét mere hver, A to færre, "
        "end hvis netop dette valgforbund ikke fandtes."
    )
    assert say(NÆSTVED, "C-I-M-O-V-Æ", language="en") == (
        "Alliance C-I-M-O-V-Æ saves two seats: O and Æ get one more each, A two fewer, "
        "than if just this alliance did not exist."
    )


def test_næstved_all_alliances_cancel_out() -> None:
    assert second(NÆSTVED) == (
        "Helt uden valgforbund ville mandaterne være fordelt på samme måde: "
        "valgforbundene ophæver hinanden."
    )
    assert second(NÆSTVED, "en") == (
        "With no alliances at all the seats would be the same: the alliances cancel out."
    )


def test_næstved_votes_of_lists_with_no_seat() -> None:
    assert votes(NÆSTVED, "C-I-M-O-V-Æ", UNREPRESENTED) == (
        "Stemmer på lister uden mandat: 843 (1,8 %) med valgforbundet, 2.155 (4,7 %) uden, "
        "fordi Æ får mandat."
    )
    assert votes(NÆSTVED, "C-I-M-O-V-Æ", UNREPRESENTED, language="en") == (
        "Votes for lists with no seat: 843 (1.8 %) with the alliance, 2,155 (4.7 %) without, "
        "because Æ gets a seat."
    )


def test_næstved_carried_votes_that_moved_nothing() -> None:
    assert carried(NÆSTVED) == [
        "Stemmerne på M og Å (843 i alt) flyttede hver for sig intet mandat."
    ]
    alone = NÆSTVED.leave("M")  # then only Å is carried
    assert carried(alone) == ["Å's 382 stemmer flyttede intet mandat."]
    assert carried(alone, "en") == ["Å's 382 votes moved no seat."]


# ---- København 2025: seats that move inside, carried votes that gave a seat ----

KØBENHAVN = load("KV2025", "København")


def test_københavn_c_inside_moves_a_seat_and_the_total_stays() -> None:
    assert say(KØBENHAVN, "C-D-I-K-O-V-Æ", Baseline("out", "C")) == (
        "At C er med, flytter ét mandat fra V til C; valgforbundets lister får samlet det samme."
    )
    assert say(KØBENHAVN, "C-D-I-K-O-V-Æ", Baseline("out", "C"), "en") == (
        "With C inside, one seat moves from V to C; the alliance's lists get the same in total."
    )


def test_københavn_what_all_alliances_together_cost() -> None:
    assert second(KØBENHAVN) == (
        "Alle valgforbund tilsammen koster F og Å ét mandat hver; A og C får ét mere hver."
    )
    assert second(KØBENHAVN, "en") == (
        "All alliances together cost F and Å one seat each; A and C get one more each."
    )


def test_københavn_the_votes_of_m_gave_a_a_seat() -> None:
    assert "M fik intet mandat, men M's 5.271 stemmer gav A ét." in carried(KØBENHAVN)
    assert "M won no seat, but its 5,271 votes gave A one." in carried(KØBENHAVN, "en")


# ---- Europa-Parlamentet 2024, Lyngby-Taarbæk 2025, Lejre and Glostrup 2021 ----


def test_european_parliament_2024() -> None:
    s = load("EP2024")
    assert say(s, "A-F-Å").startswith(
        "Valgforbundet A-F-Å redder ét mandat: A får ét mere, V ét færre, end hvis netop"
    )
    assert second(s).endswith("valgforbundene ophæver hinanden.")
    assert say(s, "A-F-Å", NONE) == (
        "Valgforbundet A-F-Å flytter ikke et eneste mandat: "
        "helt uden valgforbund ville mandaterne være fordelt på samme måde."
    )
    # votes counted for an ally, but nobody may read that a seat was won
    assert votes(s, "A-F-Å", WASTED, NONE).endswith("; men intet mandat flyttede sig.")


def test_lyngby_taarbæk() -> None:
    s = load("KV2025", "Lyngby-Taarbæk")
    assert say(s, "I-M-O-V").startswith(
        "Valgforbundet I-M-O-V redder ét mandat: O får ét mere, C ét færre, end hvis"
    )
    assert second(s) == "Alle valgforbund tilsammen koster C ét mandat; O får ét mere."
    assert votes(s, "A-B-F-Ø", WASTED).endswith(
        "det samme med valgforbundet og uden: B havde mandat i forvejen."
    )


def lejre() -> Scenario:
    return load("KV2021", "Lejre").with_alliances([["A", "F"], ["C", "O", "V"]])


def test_lejre_what_the_late_form_cost() -> None:
    assert say(lejre(), "A-F", Baseline("in", "Ø")) == (
        "Hvis Ø kom med i A-F, flyttede der ét mandat fra C til Ø; "
        "valgforbundets lister fik samlet ét mandat mere."
    )
    in_time = lejre().join("Ø", "A-F")
    assert say(in_time, "A-F-Ø", Baseline("out", "Ø")) == (
        "At Ø er med, flytter ét mandat fra C til Ø; "
        "valgforbundets lister får samlet ét mandat mere."
    )
    assert say(in_time, "A-F-Ø", Baseline("out", "Ø"), "en") == (
        "With Ø inside, one seat moves from C to Ø; "
        "the alliance's lists get one seat more in total."
    )


def test_lejre_what_it_means_for_our_list() -> None:
    in_time, out = lejre().join("Ø", "A-F"), Baseline("out", "Ø")
    k = compare(in_time, in_time.alliance("A-F-Ø"), out)
    assert plain(headline.ours(words("da"), k, out, "Ø")) == (
        "For Ø betyder det 2 mandater i stedet for ét mandat."
    )
    assert plain(headline.ours(words("da"), k, out, "V")) == (
        "For V betyder det intet: 8 mandater i begge tilfælde."
    )
    joins = Baseline("in", "Ø")  # today's world is the one without
    k = compare(lejre(), lejre().alliance("A-F"), joins)
    assert plain(headline.ours(words("da"), k, joins, "C")) == (
        "For C ville det betyde 3 mandater i stedet for 4 mandater."
    )


def glostrup() -> Scenario:
    s = load("KV2021", "Glostrup").with_alliances([["B", "F", "Ø"], ["O", "U"]])
    return s.shift("Ø", 20)


def test_glostrup_a_lot_inside_the_alliance_is_said() -> None:
    text = say(glostrup(), "B-F-Ø")
    assert "lodtrækning mellem F og Ø inde i B-F-Ø afgør" in text
    assert "a lot between F and Ø inside B-F-Ø decides" in say(glostrup(), "B-F-Ø", language="en")
    due = [plain(each) for each in headline.lots_due(words("da"), count(glostrup()))]
    assert due == [
        (
            "Lodtrækning mellem F og Ø om ét mandat inde i B-F-Ø: mandaterne står som det mindste "
            "og det største antal, hver liste kan få."
        )
    ]
    assert "lodtrækning" in second(glostrup())


def test_glostrup_when_the_lot_is_drawn_it_is_told_who_won() -> None:
    drawn = count(glostrup()).settle({count(glostrup()).lots[0]: "Ø"})
    assert [plain(each) for each in headline.lots_due(words("da"), drawn)] == [
        "Loddet er trukket: Ø vandt over F."
    ]


# ---- small elections, each made for one sentence ----


def test_an_alliance_that_moves_nothing() -> None:
    # five seats of 60, 40, 30, 20 and 15; B's third of 63 is 21 and V's own 3 too few
    s = Scenario({"B": 60, "A": 40, "V": 3}, 5, [["B", "V"]])
    assert count(s).seats.to_dict() == {"B": 3, "A": 2, "V": 0}
    assert count(s.without_alliances()).seats.to_dict() == {"B": 3, "A": 2, "V": 0}
    assert say(s, "B-V") == (
        "Valgforbundet B-V flytter ikke et eneste mandat: "
        "uden netop dette valgforbund ville mandaterne være fordelt på samme måde."
    )
    assert say(s, "B-V", language="en") == (
        "Alliance B-V moves no seat: without just this alliance the seats would be the same."
    )
    assert second(s) == "Helt uden valgforbund ville mandaterne være fordelt på samme måde."


def test_a_lot_that_decides_whether_a_seat_is_saved() -> None:
    # one seat: A 10; B 6 and C 4 together 10, alone fewer
    s = Scenario({"A": 10, "B": 6, "C": 4}, 1, [["B", "C"]])
    assert say(s, "B-C") == (
        "Valgforbundet B-C redder 0 eller 1 mandat, sammenlignet med en fordeling uden netop dette "
        "valgforbund; lodtrækning mellem A og B-C afgør det."
    )
    assert say(s, "B-C", language="en").startswith("Alliance B-C saves 0 or 1 seat, compared with")
    assert "a lot between A and B-C decides" in say(s, "B-C", language="en")


def test_a_lot_in_the_other_world_is_said_too() -> None:
    # one seat: alone A and B tie with 10; together B and C win it
    s = Scenario({"A": 10, "B": 10, "C": 4}, 1, [["B", "C"]])
    assert "lodtrækning mellem A og B i sammenligningen afgør det" in say(s, "B-C")


def test_the_lot_that_is_named_is_the_one_that_decides() -> None:
    # four seats: with D-E one each, and D or E by a lot that does not touch what is saved;
    # alone all five tie for the fourth seat
    s = Scenario({"A": 10, "B": 10, "C": 10, "D": 5, "E": 5}, 4, [["D", "E"]])
    assert say(s, "D-E") == (
        "Valgforbundet D-E redder 0 eller 1 mandat, sammenlignet med en fordeling uden netop dette "
        "valgforbund; lodtrækning mellem A, B, C, D og E i sammenligningen afgør det."
    )


def test_an_alliance_can_cost_its_own_lists_against_none() -> None:
    for place in ("København", "Frederiksberg", "Dragør", "Hvidovre"):
        s = load("KV2025", place)
        for alliance in s.alliances:
            k = compare(s, alliance, "none")
            if not k.saved.is_open and k.saved.low < 0:
                text = say(s, alliance.name, NONE)
                amount = words("da")("seats_word", n=-k.saved.low)
                assert f"koster sine egne lister {amount}: " in text
                assert text.endswith(", end hvis der slet ingen valgforbund var.")
                return
    pytest.fail("none of these places has such an alliance")


def test_rising_votes_with_no_seat_are_put_down_to_who_lost_never_to_who_won() -> None:
    # Dragør 2025, L joining B-G-I-M-V: L (314 votes) wins a seat, F (406) loses its only one
    s = load("KV2025", "Dragør")
    joins = Baseline("in", "L")
    k = compare(s, s.alliance("B-G-I-M-V"), joins)
    assert {letter: int(change) for letter, change in k.changes.items()} == {"F": -1, "L": 1}
    line = votes(s, "B-G-I-M-V", UNREPRESENTED, joins)
    assert line == (
        "Stemmer på lister uden mandat: 1.398 (16,5 %) med L, 1.306 (15,4 %) uden L, "
        "fordi F mister sit mandat."
    )


def test_a_change_of_votes_always_has_its_reason_in_2025() -> None:
    """Where the number is smaller someone won; where it is larger someone lost."""
    for place in ("Dragør", "Ballerup", "Brøndby", "Lolland"):
        s = load("KV2025", place)
        for alliance in s.alliances:
            for baseline in choices(s, alliance):
                k = compare(s, alliance, baseline)
                for measure in (WASTED, UNREPRESENTED):
                    more, less = (world[measure] for world in k.measures)
                    line = votes(s, alliance.name, measure, baseline)
                    if more.is_open or less.is_open:
                        continue
                    assert ("det samme" in line) == (more == less), line
                    if more.low > less.low:
                        assert re.search("mister|ikke tæller med", line), line
                        assert "får mandat" not in line
                    if more.low < less.low:
                        assert re.search("får mandat|tæller med", line), line
                        assert "mister" not in line
                    if not k.changes:
                        assert "får mandat" not in line
                        assert "redder" not in say(s, alliance.name, baseline)


# ---- the council ----


def majority(s: Scenario, language: str = "da") -> str:
    return plain(council.majority(words(language), count(s)))


def test_the_majority_and_what_each_alliance_has() -> None:
    assert majority(NÆSTVED) == "Flertal: 16 af 31. A-B-F-Ø-Å har 15 og C-I-M-O-V-Æ har 16."
    assert majority(NÆSTVED, "en") == (
        "Majority: 16 of 31. A-B-F-Ø-Å has 15 and C-I-M-O-V-Æ has 16."
    )
    even = NÆSTVED.with_seats(30)
    assert majority(even).startswith("Flertal: 16 af 30.")


def test_the_majority_where_nobody_is_allied_or_a_lot_is_open() -> None:
    s = Scenario({"A": 10, "B": 10, "C": 1}, 3)
    assert majority(s) == (
        "Flertal: 2 af 3. Ingen valgforbund; A har 1 til 2 (lod), B har 1 til 2 (lod) og C har 0."
    )


def test_large_lists_without_an_alliance_are_told_and_who_has_a_majority_alone() -> None:
    assert majority(load("KV2025", "Læsø")) == (
        "Flertal: 5 af 9. L-V-Æ har 2 og C har 5. C har flertal alene."
    )
    assert majority(load("KV2025", "Herlev")) == (
        "Flertal: 10 af 19. B-F-Ø har 5, I-M-O-V har 4 og A har 8."
    )


def test_alliances_that_are_not_on_record_are_unknown_and_not_none() -> None:
    assert majority(load("KV2013", "København")).startswith(
        "Flertal: 28 af 55. Valgforbundene er ikke registreret; A har "
    )


def test_where_alliances_come_from_that_are_not_on_record() -> None:
    (first, *_) = council.assumptions(words("da"), GLOSTRUP, official=False)
    assert plain(first).startswith(
        "Valgforbundene ved dette valg er ikke registreret her; B-F-Ø og O-U er tilføjet bagefter."
    )
    alone = load("KV2021", "Glostrup")
    (first, *_) = council.assumptions(words("da"), alone, official=False)
    assert plain(first).startswith("Valgforbundene ved dette valg er ikke registreret her. ")


def test_a_delegation_to_a_parliament_has_no_majority() -> None:
    assert not council.decides(load("EP2024"))
    assert council.decides(NÆSTVED)


def test_empty_places() -> None:
    s = Scenario({"A": 10, "B": 5}, 5, candidates={"A": 2, "B": 1})
    assert [plain(each) for each in council.vacant(words("da"), count(s))] == [
        "2 pladser står tomme: listerne med stemmer har ikke flere kandidater."
    ]
    assert council.vacant(words("da"), count(NÆSTVED)) == []


def test_what_is_assumed_and_what_cannot_be() -> None:
    da = words("da")
    s = load("KV2021", "Lejre")
    notes = [plain(each) for each in council.assumptions(da, s, official=False)]
    assert any("ikke det officielle resultat" in each for each in notes)
    assert council.assumptions(da, NÆSTVED, official=True) == []
    impossible = [plain(each) for each in council.impossible(da, NÆSTVED.with_seats(32))]
    assert impossible == [
        "Et råd har et ulige antal medlemmer; her er der 32.",
        "En kommunalbestyrelse har højst 31 medlemmer (København 55); her er der 32.",
    ]
    assert council.impossible(da, KØBENHAVN) == []


def test_a_note_of_the_persons_own_is_shown_as_it_is() -> None:
    s = Scenario({"A": 1}, 1, notes=["Kilde: <b>meningsmåling</b>", "size_assumed"])
    notes = council.assumptions(words("da"), s, official=False)
    assert notes[0] == "Kilde: &lt;b&gt;meningsmåling&lt;/b&gt;"
    assert "antaget: 1 som i 2025" in notes[1]


def test_a_letter_with_a_blank_is_one_list_when_it_is_given_a_seat() -> None:
    # two seats: A's are 100 and 50, "Liste 1" alone has 49, with "Liste 2" 52
    s = Scenario({"A": 100, "Liste 1": 49, "Liste 2": 3}, 2, [["Liste 1", "Liste 2"]])
    assert count(s).seats.to_dict() == {"A": 1, "Liste 1": 1, "Liste 2": 0}
    assert count(s.leave("Liste 2")).seats.to_dict() == {"A": 2, "Liste 1": 0, "Liste 2": 0}
    assert carried(s) == ["Liste 2 fik intet mandat, men Liste 2's 3 stemmer gav Liste 1 ét."]


# ---- how many: lots that decide, lists that get a seat, seats that votes gave ----


def test_two_lots_decide_and_one_lot_decides() -> None:
    # A 9, B-C 8 and E-F 8 have a seat each; B or C, E or F
    s = Scenario({"A": 9, "B": 4, "C": 4, "E": 4, "F": 4}, 3, [["B", "C"], ["E", "F"]])
    assert [lot.alliance for lot in count(s).lots] == ["B-C", "E-F"]
    assert say(s, "B-C", language="en").endswith(
        "a lot between B and C inside B-C and a lot between E and F inside E-F "
        "decide which lists get the seats."
    )
    assert "inside B-C decides" in say(s.dissolve("E-F").with_seats(2), "B-C", language="en")
    # two seats: A-B, C and D-E have 10 each
    tied = Scenario({"A": 6, "B": 4, "C": 10, "D": 7, "E": 3}, 2, [["A", "B"], ["D", "E"]])
    assert "a lot between A-B, C, and D-E decides" in say(tied, "A-B", language="en")


def test_the_verb_of_lists_that_get_a_seat_agrees_with_their_number() -> None:
    one = Scenario({"A": 100, "B": 30, "C": 3, "D": 31}, 3, [["B", "C", "D"]])
    assert count(one).seats.to_dict() == {"A": 2, "B": 0, "C": 0, "D": 1}
    assert votes(one, "B-C-D", WASTED, language="en").endswith(
        "because D gets a seat and the votes for B and C count for an ally."
    )
    two = Scenario({"A": 90, "B": 29, "C": 20, "D": 28, "E": 20}, 3, [["B", "C", "D", "E"]])
    assert count(two).seats.to_dict() == {"A": 1, "B": 1, "C": 0, "D": 1, "E": 0}
    assert count(two.without_alliances()).seats["A"] == 3
    assert votes(two, "B-C-D-E", WASTED, language="en").endswith(
        "because B and D get a seat and the votes for C and E count for an ally."
    )


def test_the_number_of_seats_that_carried_votes_gave() -> None:
    frame = waste_by_list(count(KØBENHAVN))
    assert frame.loc["M", "gave_to"] == "A+1"
    frame.loc["M", "gave_to"] = "A+2"
    lines = [plain(each) for each in carried_lines(words("da"), frame)]
    assert "M fik intet mandat, men M's 5.271 stemmer gav A to." in lines
    frame.loc["M", "gave_to"] = "A+1 B+1"
    lines = [plain(each) for each in carried_lines(words("en"), frame)]
    assert "M won no seat, but its 5,271 votes moved seats." in lines


def test_lists_whose_votes_each_decided_the_same_seat_share_a_sentence() -> None:
    # ten seats: A's are 100, 50, 33.3, 25, 20, 16.7, 14.3 and F-M-Å's 44, 22, 14.7; without
    # M's 3 or Å's 2 votes the last of them is 13.7 or 14, and A has an eighth 12.5 no sooner
    s = Scenario({"A": 114, "F": 39, "M": 3, "Å": 2}, 10, [["F", "M", "Å"]])
    assert count(s).seats.to_dict() == {"A": 7, "F": 3, "M": 0, "Å": 0}
    assert count(s.leave("M")).seats["F"] == count(s.leave("Å")).seats["F"] == 2
    assert carried(s) == [
        "M og Å fik intet mandat, men uden M's 3 eller Å's 2 stemmer havde F fået ét mandat færre."
    ]
    assert carried(s, "en") == [
        "M and Å won no seat, but without M's 3 or Å's 2 votes F would have had one seat fewer."
    ]


def test_seats_that_two_lists_moved_each_by_itself_are_told_once() -> None:
    frame = waste_by_list(count(NÆSTVED))
    frame.loc[["M", "Å"], "moved_a_seat"] = True
    for owed, end in (
        ("B+2", "havde B fået to mandater færre."),
        ("A+1 B+1", "fordelt anderledes."),
    ):
        frame.loc[["M", "Å"], "gave_to"] = owed
        (line,) = [plain(each) for each in carried_lines(words("da"), frame)]
        assert line.startswith("M og Å fik intet mandat, men uden M's 461 eller Å's 382 stemmer ")
        assert line.endswith(end)


# ---- lists with too few candidates ----


def short(s: Scenario, language: str = "da") -> list[str]:
    return [plain(each) for each in council.short_lists(words(language), count(s))]


def test_a_list_with_too_few_candidates_where_nobody_takes_its_seats() -> None:
    s = Scenario({"A": 100}, 9, candidates={"A": 2})
    assert short(s) == ["A har kun 2 kandidater og ville ellers have fået 9 mandater."]
    assert short(s, "en") == ["A has only 2 candidates and would otherwise have 9 seats."]
    one = Scenario({"A": 100}, 9, candidates={"A": 1})
    assert short(one) == ["A har kun én kandidat og ville ellers have fået 9 mandater."]


def test_three_lists_with_too_few_candidates() -> None:
    # nine seats; without its limit each takes all but the others' two: A's sixth would be 13.3,
    # B's sixth 10, C's sixth 5, and the others' second at least 15
    s = Scenario({"A": 80, "B": 60, "C": 30}, 9, candidates={"A": 2, "B": 2, "C": 2})
    assert count(s).vacant == 3
    assert short(s) == [
        f"{letter} har kun 2 kandidater og ville ellers have fået 5 mandater." for letter in "ABC"
    ]


def test_a_list_with_too_few_candidates_whose_seats_others_take() -> None:
    s = Scenario({"A": 90, "B": 60}, 5, candidates={"A": 2})
    assert short(s) == [
        "A har kun 2 kandidater og ville ellers have fået 3 mandater; B får ét mere."
    ]


# ---- what is certain comes first, where lots decide only for whom ----


@pytest.mark.parametrize(
    ("letter", "loser"), [("C", "A"), ("D", "A"), ("I", "A"), ("L", "A"), ("V", "A"), ("O", "U")]
)
def test_a_list_that_brings_a_certain_seat(letter: str, loser: str) -> None:
    assert say(GLOSTRUP, "B-F-Ø", Baseline("in", letter)) == (
        f"Hvis {'liste ' * (letter == 'I')}{letter} kommer med i B-F-Ø, flytter der mandater: "
        f"{loser} får ét færre, "
        "F og Ø tilsammen ét mere (uden lodtrækning mellem dem) end nu; "
        "valgforbundets lister får samlet ét mandat mere."
    )


def test_a_list_that_pays_for_what_it_brings() -> None:
    told = say(GLOSTRUP, "B-F-Ø", Baseline("in", "U"))
    assert told.endswith(
        "U får ét færre, F og Ø tilsammen ét mere (uden lodtrækning mellem dem) "
        "end nu; valgforbundets lister får samlet det samme."
    )


def test_the_lot_of_today_is_no_move() -> None:
    assert say(GLOSTRUP, "B-F-Ø", Baseline("in", "A")) == (
        "Hvis A kom med i B-F-Ø, flyttede der ikke et eneste mandat. "
        "Lodtrækningen mellem F og Ø er den samme."
    )
    assert say(GLOSTRUP, "B-F-Ø", Baseline("out", "B")) == (
        "At B er med i B-F-Ø, flytter ikke et eneste mandat. "
        "Lodtrækningen mellem F og Ø er den samme."
    )


def test_a_lot_that_decides_whether_anything_moves() -> None:
    assert say(GLOSTRUP, "B-F-Ø", Baseline("out", "F")) == (
        "Om det flytter mandater, at F er med i B-F-Ø, afgøres ved lod: "
        "lodtrækning mellem F og Ø inde i B-F-Ø. F får måske ét mere, Ø måske ét færre."
    )


def test_all_alliances_take_a_certain_seat() -> None:
    assert second(GLOSTRUP) == (
        "Alle valgforbund tilsammen, sammenlignet med slet ingen: "
        "U får ét mere, F og Ø tilsammen ét færre (lodtrækning afgør, hvem af dem)."
    )


def test_a_lot_that_stays_is_not_said_to_decide() -> None:
    # C-D has 8 votes and one of two seats; A-B draws with E for the other, A alone has too few
    s = Scenario({"A": 4, "B": 1, "C": 4, "D": 4, "E": 5}, 2, [["A", "B"], ["C", "D"]])
    assert say(s, "A-B", Baseline("out", "A")) == (
        "Om det flytter mandater, at A er med i A-B, afgøres ved lod: lodtrækning mellem A-B og E. "
        "A får måske ét mere, E måske ét færre. Lodtrækningen mellem C og D er den samme."
    )


# ---- the council constitutes itself ----


def test_how_many_votes_are_enough_for_a_mayor() -> None:
    for present, enough in ((25, "13 stemmer er nok."), (1, "1 stemme er nok.")):
        last = constitution_mayor.lines(words("da"), MayorElection(present))[-1]
        assert plain(last) == f"Nu: 1. afstemning; {enough}"


def test_wishes_for_posts_are_written_with_the_most_important_first() -> None:
    assert words("da")("promises.wishes").startswith("Ønsker, vigtigste først")
