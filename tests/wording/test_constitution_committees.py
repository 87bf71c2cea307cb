"""What the levelling of § 27 says of seats that could not be, or were not, spread."""

from valgforbund.council import appoint, levelling
from valgforbund.wording import words
from valgforbund.wording.constitution_committees import levelled


def test_two_seats_in_one_committee_that_cannot_be_avoided() -> None:
    # all that C does not hold by office is in Plan
    office = {"Børn": ["C", "C"], "Kultur": ["C"]}
    state = appoint({"A": 11, "C": 4}, {"Børn": 3, "Kultur": 3, "Plan": 7}, office=office)
    said = [str(line) for line in levelled(words("da"), levelling(state))]
    assert "A får 2 af sine nye pladser i Plan: De kan ikke fordeles på flere udvalg." in said
    said = [str(line) for line in levelled(words("en"), levelling(state))]
    assert any(line.startswith("A gets 2 of its added seats in Plan: they cannot") for line in said)


def test_two_seats_in_one_committee_that_the_groups_chose() -> None:
    found = levelling(appoint({"A": 10, "B": 9}, {f"u{i}": 3 for i in range(5)}))
    assert not any("nye pladser" in line for line in levelled(words("da"), found))
    chosen = found.choose([("u0", "A", "B"), ("u0", "A", "B")])
    wanted = "B får 2 af sine nye pladser i u0, men behøver ikke tage imod mere end én i samme"
    assert any(line.startswith(wanted) for line in map(str, levelled(words("da"), chosen)))
