"""How long a person waits: printed, never asserted, because machines differ."""

from statistics import median

import pytest

pytestmark = pytest.mark.browser

TIMES = 20

# From the event of the browser to the last change of the rows' seats, and to the frame of
# the last new picture. An event that changes neither would leave an empty list: the test fails.
MEASURE = """async (root, act) => {
  const pause = time => new Promise(done => setTimeout(done, time));
  let numbers = [], pictures = [], last = performance.now();
  const start = performance.now();
  const watch = new MutationObserver(changes => {
    const now = last = performance.now();
    for (const {target} of changes) {
      const inside = target.nodeType === 1 ? target : target.parentElement;
      if (inside.closest(".vf-rows")) numbers.push(now - start);
      const isPicture = inside.closest(".vf-picture-seats, .vf-picture-votes");
      if (isPicture) requestAnimationFrame(() => pictures.push(performance.now() - start));
    }
  });
  watch.observe(root, {childList: true, subtree: true, characterData: true});
  if (act.votes) {
    const field = root.querySelector(`.vf-row:nth-child(${act.row}) .vf-votes input`);
    field.value = act.votes;
    field.dispatchEvent(new Event("input", {bubbles: true}));
    field.dispatchEvent(new Event("change", {bubbles: true}));
  } else {
    root.querySelector(".noUi-handle").dispatchEvent(
      new KeyboardEvent("keydown", {key: act.key, bubbles: true, cancelable: true}));
  }
  while (!pictures.length || performance.now() - last < 300) {
    if (performance.now() - start > 10000) throw new Error("no new picture");
    await pause(20);
  }
  watch.disconnect();
  return [Math.max(...numbers), Math.max(...pictures)];
}"""


@pytest.mark.parametrize("way", ["votes", "slider"])
def test_from_the_event_to_numbers_and_picture(explorer, measured, way):
    """Each event takes O's only seat or gives it back."""
    row = list(explorer.seats()).index("O") + 1
    acts = {
        "votes": [{"row": row, "votes": "500"}, {"row": row, "votes": "1.237"}],
        "slider": [{"key": "Home"}, {"key": "End"}],
    }[way]
    waits = [explorer.root.evaluate(MEASURE, acts[n % 2]) for n in range(TIMES)]
    numbers, picture = (median(times) for times in zip(*waits, strict=True))
    measured(
        f"{way}: numbers {numbers:.0f} ms, picture {picture:.0f} ms "
        f"(median of {TIMES}; limits 60 and 150)"
    )
    assert len(waits) == TIMES
