"""The map: every municipality once, and its polling areas inside."""

from __future__ import annotations

import math
import re

from valgforbund.sources import areas
from valgforbund.sources.outlines import HEIGHT, WIDTH, outlines
from valgforbund.sources.source import load_all

Point = tuple[float, float]
BORNHOLM, MOVED = "400", (-422.2, -450.0)  # where it lies on the map, less where it is
NEAR = 5.4  # units: 2 km


def polygons(outline: str) -> list[list[Point]]:
    found = []
    for piece in re.findall(r"M[^M]*", outline):
        numbers = [*map(int, re.findall(r"-?\d+", piece))]
        x, y = numbers[:2]
        points = [(float(x), float(y))]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            points.append((float(x), float(y)))
        found.append(points)
    return found


def inside(point: Point, polygon: list[Point]) -> bool:
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def off(point: Point, polygon: list[Point]) -> float:
    """How far a point is from the border."""
    x, y = point
    least = math.inf
    for (x1, y1), (x2, y2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        dx, dy = x2 - x1, y2 - y1
        along = ((x - x1) * dx + (y - y1) * dy) / ((dx * dx + dy * dy) or 1)
        along = min(max(along, 0), 1)
        least = min(least, math.hypot(x - x1 - along * dx, y - y1 - along * dy))
    return least


def test_every_council_has_an_outline_on_the_map() -> None:
    codes = set(areas.counts("KV2025")["code"])
    assert set(outlines()) == codes
    assert len(codes) == len([*load_all("KV2025")])
    for outline in outlines().values():
        for polygon in polygons(outline):
            assert len(polygon) >= 3
            assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in polygon)


def test_polling_areas_lie_in_their_municipality_or_near_it() -> None:
    spots = areas.counts("KV2025").drop_duplicates(["code", "area"])
    scale = math.cos(math.radians(56.2)) * 300
    far = []
    for row in spots.itertuples():
        x, y = (row.longitude - 8) * scale, (57.8 - row.latitude) * 300
        if row.code == BORNHOLM:
            x, y = x + MOVED[0], y + MOVED[1]
        mine = polygons(outlines()[row.code])
        if not any(inside((x, y), each) or off((x, y), each) < NEAR for each in mine):
            far.append((row.code, row.area))
    assert far == []
