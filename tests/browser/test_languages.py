"""In English everything is English: words, numbers, alt texts and what may be typed."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

# Whatever a person can see or hear, a text each; names of lists and places are not ours.
TEXTS = """root => {
  const texts = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const inside = walk.currentNode.parentElement;
    if (!inside.closest("style, script, datalist")) texts.push(walk.currentNode.textContent);
  }
  for (const each of root.querySelectorAll("[alt], [title], [placeholder], [aria-label]"))
    for (const name of ["alt", "title", "placeholder", "aria-label"])
      if (each.getAttribute(name)) texts.push(each.getAttribute(name));
  return texts.map(text => text.replaceAll("\\u00a0", " ").trim()).filter(text => text);
}"""
DANISH = re.compile(
    r"\b(mandat|mandater|mandatet|stemme|stemmer|stemmerne|valgforbund\w*|uden|får|fik|ingen|"
    r"liste|lister|listerne|lod|lodtrækning|flertal|spildt|ændring|hjalp|redder|koster|"
    r"kommunalvalg|fra|nye|vælgere|hvis|står|alene|før|tallene|rådet|kand)\b",
    re.IGNORECASE,
)


def test_english(explorer):
    explorer.look("Sprog", "English")
    expect(explorer.root.get_by_role("heading", name="Lists")).to_be_visible()
    expect(explorer.root.get_by_label("Votes for list A", exact=True)).to_have_value("3,345")
    expect(explorer.first).to_have_text(
        "Alliance I-M-O-V saves one seat: O gets one more, C one fewer, "
        "than if just this alliance did not exist."
    )
    texts = explorer.root.evaluate(TEXTS)
    assert len(texts) > 200
    assert {text for text in texts if DANISH.search(text)} == {"Valgforbund"}  # the tool's name

    votes = explorer.root.get_by_label("Votes for list V", exact=True)
    votes.fill("12.7")
    votes.press("Enter")
    expect(explorer.alert).to_have_text(
        "Votes for list V: a whole number from 0 to 1,000,000,000; got '12.7'."
    )
    votes.fill("8,123")
    votes.press("Enter")
    expect(explorer.hint("V")).to_contain_text("before: 1,606 votes")
    expect(votes).to_have_value("8,123")


def test_danish_finds_danish(explorer):
    texts = explorer.root.evaluate(TEXTS)
    assert sum(bool(DANISH.search(text)) for text in texts) > 50
