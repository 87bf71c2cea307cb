"""The script of [Gem] and [Åbn] on a page of a server that others reach, with no kernel behind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from valgforbund.explorer.workbench.files import REPORTS, TEXTS, FilesMenu
from valgforbund.sharing.envelope import MOST_BYTES
from valgforbund.wording import words

pytestmark = pytest.mark.browser

HOSTED = "http://valg.example/voila/render/explorer.ipynb"
TOKEN = "token=0123456789abcdef"
# A model as anywidget gives it: what the script sends is noted, and every piece is answered.
STAND_IN = """
<!doctype html><meta charset="utf-8"><body data-voila="x">
<div class="vf-explorer"><div class="vf-files" id="here"></div><p id="else">x</p></div>
<script type="module">
import files from "./files.js";
const {texts, limit, reports} = %s;
const heard = [], told = [];
const model = {
  get: (name) => ({texts, limit, reports, stamp: 0})[name],
  on: (what, act) => what === "msg:custom" && told.push(act),
  send(content, _, buffers) {
    heard.push(buffers ? {...content, bytes: buffers[0].byteLength} : content);
    if ("ask" in content) this.tell({number: content.ask, offer: {
      name: "x.valgforbund.json", file: "{}", code: "VF1-abc", python: "s = 1"}});
    if ("part" in content) this.tell({number: content.number, got: content.part});
  },
  tell: (message) => setTimeout(() => told.forEach((act) => act(message))),
};
Object.assign(window, {heard, copied: []});
document.execCommand = () => Boolean(copied.push(document.activeElement.value));
const {initialize, render} = files();
initialize({model});
render({model, el: document.getElementById("here")});
document.body.dataset.ready = "yes";
</script>"""


@pytest.fixture
def hosted(page: Page) -> Page:
    """The page on a server with a name, opened with a token and a code."""
    danish = words("da")
    texts = {key: danish.template(f"files.{key}") for key in TEXTS}
    html = STAND_IN % json.dumps({"texts": texts, "limit": MOST_BYTES, "reports": [*REPORTS]})
    script = FilesMenu._esm

    def answer(route: Any) -> None:
        is_script = route.request.url.endswith("files.js")
        kind = "text/javascript" if is_script else "text/html"
        route.fulfill(body=str(script) if is_script else html, content_type=kind)

    page.route("http://valg.example/**", answer)
    page.goto(f"{HOSTED}?{TOKEN}#VF1-AB_c-9")
    page.locator("body[data-ready]").wait_for()
    return page


def heard(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("() => heard")
    return found


def test_a_link_has_the_code_and_never_the_token(hosted: Page) -> None:
    assert heard(hosted) == [{"link": "VF1-AB_c-9"}]
    assert hosted.url == f"{HOSTED}?{TOKEN}"  # a reload does not open it again
    hosted.get_by_role("button", name="Gem", exact=True).click()
    expect(hosted.get_by_text("virker kun på din egen computer")).to_be_hidden()
    hosted.get_by_role("button", name="Kopiér link").click()
    expect(hosted.locator(".vf-files-status")).to_have_text("Kopieret")
    assert hosted.evaluate("() => copied") == [f"{HOSTED}#VF1-abc"]


def test_a_file_of_two_gigabytes_is_refused_before_anything_is_sent(
    hosted: Page, tmp_path: Path
) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(2 * 1024**3)  # takes no room
    hosted.locator("input[type=file]").set_input_files(large)
    hosted.wait_for_function("() => heard.length > 1")
    assert heard(hosted)[1:] == [{"large": 2 * 1024**3}]


def test_a_file_goes_in_pieces_of_a_megabyte(hosted: Page, tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * 3_500_001)
    hosted.locator("input[type=file]").set_input_files(large)
    hosted.wait_for_function("() => heard.length === 5")
    sent = heard(hosted)[1:]
    assert [each["bytes"] for each in sent] == [1_000_000] * 3 + [500_001]
    assert [each["part"] for each in sent] == [0, 1, 2, 3]
    assert {(each["of"], each["name"]) for each in sent} == {(4, "large.json")}
    expect(hosted.locator(".vf-files-status")).to_have_text("")


def test_an_empty_file_is_one_piece_and_two_files_are_none(hosted: Page, tmp_path: Path) -> None:
    tmp_path.joinpath("x.json").touch()
    hosted.locator("input[type=file]").set_input_files(tmp_path / "x.json")
    hosted.wait_for_function("() => heard.length === 2")
    assert heard(hosted)[1]["bytes"] == 0
    hosted.evaluate(
        """() => {
          const held = new DataTransfer();
          for (const name of ["a", "b"]) held.items.add(new File(["{}"], name));
          document.getElementById("else").dispatchEvent(
            new DragEvent("drop", {dataTransfer: held, bubbles: true, cancelable: true}));
        }"""
    )
    assert heard(hosted)[2] == {"several": 2}


def test_a_long_code_that_is_pasted_goes_in_pieces(hosted: Page) -> None:
    for length, messages in ((1000, 2), (2_500_000, 5)):
        hosted.get_by_role("button", name="Åbn", exact=True).click()
        hosted.get_by_label("eller indsæt en kode").fill("V" * length)
        hosted.get_by_role("button", name="Åbn det indsatte").click()
        hosted.wait_for_function(f"() => heard.length === {messages}")
    assert heard(hosted)[1] == {"code": "V" * 1000}
    assert [each.get("bytes") for each in heard(hosted)[2:]] == [1_000_000, 1_000_000, 500_000]


def test_everything_can_be_done_by_keyboard(hosted: Page) -> None:
    hosted.keyboard.press("Tab")
    expect(hosted.get_by_role("button", name="Gem", exact=True)).to_be_focused()
    hosted.keyboard.press("Enter")
    expect(hosted.get_by_role("button", name="Gem som fil")).to_be_focused()
    hosted.keyboard.press("Tab")
    hosted.keyboard.press("Enter")
    expect(hosted.get_by_role("button", name="Gem", exact=True)).to_be_focused()
    assert hosted.evaluate("() => copied") == ["VF1-abc"]
    hosted.keyboard.press("Tab")
    hosted.keyboard.press("Enter")
    expect(hosted.get_by_role("button", name="Vælg en fil")).to_be_visible()
    hosted.keyboard.press("Escape")
    expect(hosted.get_by_role("button", name="Vælg en fil")).to_be_hidden()
    expect(hosted.get_by_role("button", name="Åbn", exact=True)).to_be_focused()
