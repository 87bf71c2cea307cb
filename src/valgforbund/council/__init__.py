"""After the election: who has a majority, who gets the posts, who becomes mayor.

Everything goes by seats by list, however they came about: counted, official or typed in.

Examples
--------
>>> from valgforbund import council
>>> herlev = council.Council({"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2})
>>> council.majorities(herlev).minimal[0]
Coalition(groups=('A', 'C'), seats=14)
>>> council.appoint(herlev, {"Børn": 7}).seats.loc["Børn"].to_dict()
{'A': 4, 'B': 0, 'C': 2, 'F': 0, 'Ø': 0}
"""

from valgforbund.council.agreement import Agreement, Post, agree
from valgforbund.council.appointment import appoint
from valgforbund.council.coalitions import Coalition
from valgforbund.council.committee import Committee, Transfer
from valgforbund.council.committees import Committees
from valgforbund.council.council import Council
from valgforbund.council.findings import Finding, findings
from valgforbund.council.groups import Group
from valgforbund.council.levelling import Levelling, levelling
from valgforbund.council.majorities import Majorities, majorities
from valgforbund.council.mayor import MayorElection, elect_mayor, votes_of
from valgforbund.council.promises import Choice, Promises, promise
from valgforbund.council.regrouping import (
    movable,
    posts,
    posts_by_group,
    posts_by_list,
    regroupings,
    together,
)
from valgforbund.council.turnover import Turnover, compare_majorities, one_seat

__all__ = [
    "Agreement",
    "Choice",
    "Coalition",
    "Committee",
    "Committees",
    "Council",
    "Finding",
    "Group",
    "Levelling",
    "Majorities",
    "MayorElection",
    "Post",
    "Promises",
    "Transfer",
    "Turnover",
    "agree",
    "appoint",
    "compare_majorities",
    "elect_mayor",
    "findings",
    "levelling",
    "majorities",
    "movable",
    "one_seat",
    "posts",
    "posts_by_group",
    "posts_by_list",
    "promise",
    "regroupings",
    "together",
    "votes_of",
]
