"""One palette for pictures and pages: legible in both themes, and nothing beside it."""

import itertools
import re
from importlib.resources import files
from pathlib import Path

import pytest

from valgforbund.explorer.workbench.stylesheet import colours
from valgforbund.palette import DARK, HUES, LIGHT, WHITE
from valgforbund.parties import contrast

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
SHEETS = sorted(Path(str(files("valgforbund.explorer"))).rglob("*.css"))
COMMON = Path(str(files("valgforbund.explorer"))) / "workbench" / "style.css"
TEXTS = ("ink", "prose", "quiet", "faint", "accent", "up", "down", "lot")
GROUNDS = ("paper", "ground", "hover", "marked")
ON = (
    ("on-accent", "accent"),
    ("on-note", "note"),
    ("on-note", "note-stripe"),
    ("on-alert", "alert"),
    ("on-alert", "forgotten"),
    ("ink", "tab"),
    ("ink", "tab-hover"),
    ("ink", "locked"),
    ("ink", "right"),
    ("ink", "wrong"),
    ("lot", "note"),
    *((f"hue-{place}-ink", f"hue-{place}") for place in range(len(HUES))),
)


@THEMES
@pytest.mark.parametrize(("text", "ground"), [*itertools.product(TEXTS, GROUNDS), *ON])
def test_texts_are_legible(theme, text, ground):
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    assert contrast(theme[text], theme[ground]) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_is_seen(theme, ground):
    """WCAG 2.2, 1.4.11: at least 3 to 1."""
    assert contrast(theme["ring"], theme[ground]) >= 3


@pytest.mark.parametrize("hue", HUES)
def test_white_is_legible_on_a_hue(hue):
    assert contrast(hue, WHITE) >= 4.5


def test_both_themes_say_the_same():
    assert list(LIGHT) == list(DARK)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: f"{sheet.parent.name}-{sheet.stem}")
def test_a_style_sheet_has_no_colours_and_sizes_of_its_own(sheet):
    text = sheet.read_text("utf-8")
    rules = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*\})|\b(?:rgb|hsl)a?\(", rules) == []
    sizes = re.findall(r"font-size:\s*([^;}]+)", rules)
    known = re.compile(r"var\(--size-[1-6]\)|[\d.]+em|inherit|0")
    assert [size for size in sizes if not known.fullmatch(size.strip())] == []
    named = set(re.findall(r"(--[\w-]+):", colours() + COMMON.read_text("utf-8") + text))
    assert set(re.findall(r"var\((--(?!jp-)[\w-]+)\)", rules)) <= named
