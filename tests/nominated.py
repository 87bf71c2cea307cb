"""Candidates for any scenario, so that what is asked of people can be asked of all of them."""

import pandas as pd

import valgforbund as vf

SHARES = (2, 4, 4, 9)  # of a list's votes: equal ones, and some that are nobody's


def nominated(s: vf.Scenario) -> pd.DataFrame:
    """Four candidates a list; every second letter stands with a party list."""
    rows = [
        (letter, number, votes // share, ("open", "party")[ord(letter[0]) % 2])
        for letter, votes in zip(s.letters, s.ballots, strict=True)
        for number, share in enumerate(SHARES, 1)
    ]
    frame = pd.DataFrame(rows, columns=["letter", "candidate", "votes", "form"])
    return frame.assign(list_votes=0)
