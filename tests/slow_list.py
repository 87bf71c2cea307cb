"""The law's text read once more, one vote and one seat at a time, for small lists."""

from __future__ import annotations


def open_list(votes: list[int], seats: int) -> tuple[set[int], set[int]]:
    """Who has a seat for certain, and who draws lots for those that are left."""
    left = dict(enumerate(votes, 1))
    sure: set[int] = set()
    while left and len(sure) < seats:
        best = {place for place, held in left.items() if held == max(left.values())}
        if len(sure) + len(best) > seats:
            return sure, best
        sure |= best
        left = {place: held for place, held in left.items() if place not in best}
    return sure, set()


def party_list(list_votes: int, votes: list[int], seats: int) -> list[int]:
    """Who has a seat: in the order of the paper by the figure, then by most votes."""
    total = list_votes + sum(votes)
    figure = 0
    while figure * (seats + 1) <= total:  # the least whole number above total / (seats + 1)
        figure += 1
    held = dict(enumerate(votes, 1))
    for place in range(1, len(votes) + 1):
        while held[place] < figure and list_votes > 0:
            held[place] += 1
            list_votes -= 1
    won = [place for place in held if held[place] >= figure]
    while len(won) < min(seats, len(votes)):
        rest = [place for place in held if place not in won]
        won.append(max(rest, key=lambda place: (held[place], -place)))
    return won
