"""A picture is saved from its corner, in the real browser."""

import pytest

pytestmark = pytest.mark.browser


def test_a_picture_is_saved_as_svg_and_png(explorer, tmp_path):
    explorer.root.get_by_role("button", name="Gem billedet").first.click()
    for kind, begins in (("SVG", b"<?xml"), ("PNG", b"\x89PNG")):
        with explorer.page.expect_download() as saved:
            explorer.root.get_by_role("link", name=f"Gem som {kind}").click()
        file = tmp_path / saved.value.suggested_filename
        saved.value.save_as(file)
        assert file.suffix == f".{kind.lower()}"
        assert file.read_bytes().startswith(begins)
