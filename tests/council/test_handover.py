"""The cheapest way of handing seats over, against every way there is."""

from collections.abc import Iterator

from hypothesis import assume, given
from hypothesis import strategies as st

from valgforbund.council.handover import cheapest

COSTS = st.lists(st.integers(0, 5), min_size=3, max_size=3).map(sorted)  # of the n-th seat


def rows(seats: int, places: int) -> Iterator[list[int]]:
    """Every way to get so many seats in so many places, three at most in each."""
    if places == 0:
        if not seats:
            yield []
        return
    for here in range(min(3, seats) + 1):
        for rest in rows(seats - here, places - 1):
            yield [here, *rest]


def ways(due: list[int], places: int) -> Iterator[list[list[int]]]:
    """Every way in which all get and hand over what is due, and each place stays full."""

    def fill(left: list[int], gone: list[int], found: list[list[int]]) -> Iterator[list[list[int]]]:
        if not left:
            if not any(gone):
                yield found
            return
        sign = 1 if left[0] > 0 else -1
        for row in rows(abs(left[0]), places):
            after = [sum_ + sign * here for sum_, here in zip(gone, row, strict=True)]
            yield from fill(left[1:], after, [*found, row])

    return fill(due, [0] * places, [])


@given(st.lists(st.integers(-3, 3), min_size=2, max_size=4), st.integers(1, 3), st.data())
def test_it_is_the_cheapest_of_all(due: list[int], places: int, data: st.DataObject) -> None:
    assume(sum(due) == 0)
    table = [[data.draw(COSTS) for _ in range(places)] for _ in due]

    def cost(group: int, place: int, n: int) -> int | None:
        return table[group][place][n - 1] if n <= 3 else None

    def total(way: list[list[int]]) -> int:
        return sum(
            sum(table[group][place][:n])
            for group, row in enumerate(way)
            for place, n in enumerate(row)
        )

    assume(any(True for _ in ways(due, places)))
    assert total(cheapest(due, places, cost)) == min(map(total, ways(due, places)))
