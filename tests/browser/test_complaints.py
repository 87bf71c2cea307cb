"""What the page complains of is heard: without this, silence would prove nothing."""

import pytest

pytestmark = pytest.mark.browser


def test_console_exceptions_and_missing_files_are_heard(explorer):
    explorer.page.evaluate("""async () => {
      console.error("heard");
      setTimeout(() => { throw new Error("thrown"); });
      await fetch("/not-there");
    }""")
    explorer.settle()
    heard = "\n".join(explorer.complaints)
    explorer.complaints.clear()
    assert "console: heard" in heard
    assert "exception: " in heard
    assert "answer 4" in heard
