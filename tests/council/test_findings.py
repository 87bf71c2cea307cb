"""What an agreement lacks: one small agreement a code."""

from collections.abc import Callable

import pytest

from valgforbund.council import Agreement, Committee, agree, findings
from valgforbund.council.findings import Finding

SEATS = {"A": 9, "C": 5, "F": 3, "V": 2, "Å": 0}


def begun(*committees: Committee, parties: str = "") -> Agreement:
    return agree(SEATS, committees, parties)


BOERN = Committee("Børn", 3)
FINANCE = Committee("ØU", 3, "finance")
SPECIAL = Committee("Klima", 3, "other")
FILLED = (
    begun(BOERN).give("chair", "Børn", "A").give("member", "Børn", "A").give("member", "Børn", "C")
)

CASES: list[tuple[Callable[[], Agreement], Finding, bool]] = [
    (lambda: begun(parties="AF"), Finding("no_majority"), False),
    (lambda: begun(parties="CF"), Finding("no_majority", number=2), True),
    (begun, Finding("no_majority", number=10), False),
    (begun, Finding("mayor_missing"), True),
    (lambda: begun().give("mayor", "Borgmester", None), Finding("mayor_missing"), True),
    (lambda: begun().give("mayor", "Borgmester", "A"), Finding("mayor_missing"), False),
    (
        lambda: begun().give("mayor", "Borgmester", "A", number=2),
        Finding("mayor_twice", number=2),
        True,
    ),
    (
        lambda: begun(FINANCE).give("mayor", "Borgmester", "A").give("chair", "ØU", "C"),
        Finding("finance_chair", "ØU", "C"),
        True,
    ),
    (
        lambda: begun(FINANCE).give("mayor", "Borgmester", "A").give("chair", "ØU", "A"),
        Finding("finance_chair", "ØU", "A"),
        False,
    ),
    (lambda: begun(FINANCE), Finding("chair_missing", "ØU"), False),
    (lambda: begun(SPECIAL), Finding("chair_missing", "Klima"), False),
    (lambda: begun(BOERN), Finding("chair_missing", "Børn"), True),
    (lambda: begun(BOERN).give("chair", "Børn", None), Finding("chair_missing", "Børn"), True),
    (lambda: FILLED, Finding("chair_missing", "Børn"), False),
    (lambda: FILLED.give("chair", "Børn", "C"), Finding("chair_twice", "Børn", number=2), True),
    (
        lambda: FILLED.give("vice", "Børn", "C", number=2),
        Finding("vice_twice", "Børn", number=2),
        True,
    ),
    (
        lambda: FILLED.take_back("member", "Børn", "C"),
        Finding("not_filled", "Børn", number=1),
        True,
    ),
    (lambda: FILLED.give("member", "Børn", "F"), Finding("overfilled", "Børn", number=1), True),
    (lambda: begun(BOERN).give("chair", "Børn", "Å"), Finding("no_seat", "Børn", "Å"), True),
    (lambda: begun().give("mayor", "Borgmester", "Å"), Finding("no_seat", "Borgmester", "Å"), True),
    (lambda: begun(SPECIAL).give("chair", "Klima", "Å"), Finding("no_seat", "Klima", "Å"), False),
    (lambda: begun().give("outside", "Hegnssyn", "Å"), Finding("no_seat", "Hegnssyn", "Å"), False),
    (
        lambda: begun(BOERN).give("member", "Børn", "V", number=3),
        Finding("too_many", "Børn", "V", 3),
        True,
    ),
    (lambda: FILLED, Finding("consent", "Børn", "C"), False),
    (
        lambda: agree(SEATS, [BOERN, FINANCE]).give("mayor", "Borgmester", "V"),
        Finding("not_filled", "ØU", number=2),
        True,
    ),
    (
        lambda: FILLED.take_back("member", "Børn", "C").give("member", "Børn", "F"),
        Finding("consent", "Børn", "C", 1),
        True,
    ),
    (
        lambda: begun(BOERN, parties="C").give("member", "Børn", "A", number=3),
        Finding("consent", "Børn", "C", 1),
        False,
    ),
    (lambda: begun().give("chair", "Plan", "A"), Finding("size_unknown", "Plan"), True),
    (
        lambda: begun().give("chair", "Plan", "A", "Hansen").give("member", "Plan", "A", "Hansen"),
        Finding("person_twice", "Plan", "Hansen", 2),
        True,
    ),
    (
        lambda: begun().give("chair", "Plan", None, number=2),
        Finding("holder_missing", number=2),
        True,
    ),
    (lambda: FILLED, Finding("person_missing", number=3), True),
]


@pytest.mark.parametrize(
    ("made", "finding", "found"), CASES, ids=[f"{c[1].code}-{i}" for i, c in enumerate(CASES)]
)
def test_a_finding_is_there_where_it_should_be(
    made: Callable[[], Agreement], finding: Finding, found: bool
) -> None:
    assert (finding in findings(made())) == found


def test_a_complete_agreement_has_none() -> None:
    a = begun(BOERN, parties="AC").give("mayor", "Borgmester", "A", "Jensen")
    a = a.give("chair", "Børn", "A", "Hansen").give("member", "Børn", "A", "Olsen")
    assert findings(a.give("member", "Børn", "C", "Holm")) == ()


def test_levelled_seats_need_no_consent() -> None:
    five = [Committee(name, 5) for name in ("Børn", "Kultur", "Miljø", "Plan", "Social")]
    a = agree({"A": 14, "C": 5}, five)
    for each in five:
        levelled = each.name == "Plan"
        a = a.give("member", each.name, "A", number=4 - levelled)
        a = a.give("member", each.name, "C", number=1 + levelled)
    assert "consent" not in {each.code for each in findings(a)}


def test_the_mayor_takes_the_place_that_chairs_the_finance_committee() -> None:
    a = agree(SEATS, [FINANCE]).give("mayor", "Borgmester", "V")
    assert [post.holder for post in a.places(FINANCE)] == ["V"]
    # 9, 5, 4.5 without an office; with V's mayor first two are left: 9 and 5
    places = a.against.query("kind == 'places'").set_index("group")
    assert places["dhondt_low"].to_dict() == {"A": 1, "C": 1, "F": 0, "V": 1}
