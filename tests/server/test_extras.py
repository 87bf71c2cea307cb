"""What needs an extra that is not there says so in one sentence that names it."""

import subprocess
import sys

import pytest
from servers import ROOT

PIP = 'pip install "valgforbund[app]"'
SENTENCES = {
    "anywidget": (
        "from valgforbund.explorer import Explorer",
        "The tools need the extra packages of 'app': pip install \"valgforbund[app]\".",
    ),
    "voila": (
        "from valgforbund.server.command import main; main(['app'])",
        f"valgforbund: the pages need the extra packages of 'app': {PIP}.",
    ),
    "votelib": (
        "import runpy; runpy.run_module('benchmarks', run_name='__main__')",
        "The benchmarks need the peers of the extra 'bench': pip install \".[bench]\".",
    ),
}
# As if the package had never been installed.
WITHOUT = """
import importlib.util, sys
found, name = importlib.util.find_spec, sys.argv[1]
sys.modules[name] = None
importlib.util.find_spec = lambda each, *more: None if each == name else found(each, *more)
"""


@pytest.mark.parametrize("package", SENTENCES)
def test_one_sentence_names_the_extra(package):
    code, sentence = SENTENCES[package]
    ended = subprocess.run(
        [sys.executable, "-c", f"{WITHOUT}\n{code}", package],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr.strip().splitlines()[-1].removeprefix("ModuleNotFoundError: ") == sentence
