"""The command as a person types it: one sentence for what is wrong, and help."""

import errno
import os
import socket
import subprocess
import sys

import pytest
from servers import ROOT

from valgforbund import prepare as preparing
from valgforbund.server import command, keeping, notebooks, prepared
from valgforbund.server.sentences import disk_problem

SHIPPED = ROOT / "notebooks"


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    """A folder of its own for what is kept, where all is prepared."""
    folder = tmp_path / "state"
    monkeypatch.setenv(keeping.STATE, str(folder))
    prepared.remember()
    return folder


@pytest.fixture
def served(monkeypatch):
    """What would be served, by calls."""
    calls = []
    monkeypatch.setattr(command.signal, "signal", lambda *_: None)
    monkeypatch.setattr(command, "serve", lambda *told, **options: calls.append((told, options)))
    return calls


def only_sentence(*arguments, **environment):
    """What stands on stderr, which must be one line and no traceback."""
    ended = subprocess.run(
        [sys.executable, "-m", "valgforbund", *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 1
    [line] = ended.stderr.strip().splitlines()
    assert line.startswith("valgforbund: ")
    return line.removeprefix("valgforbund: ")


def says(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    assert capsys.readouterr().err == ""  # argparse has said nothing of its own
    return str(ended.value).removeprefix("valgforbund: ")


def test_a_wrong_option_is_one_line():
    assert only_sentence("app", "--prot", "1") == (
        "app: unrecognized arguments: --prot (see --help)."
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["sim"], "there is no command 'sim'; choose among app, lab, prepare."),
        (["--port", "x"], "app: argument --port: invalid int value: 'x' (see --help)."),
        (["lab", "--port", "70000"], "port 70000 cannot be used"),
        (["app", "--ready", "-1"], "app: argument --ready: invalid choice: -1"),
        (["lab", "--ready", "2"], "lab: unrecognized arguments: --ready"),
        (["prepare", "fast"], "prepare takes no options."),
        (["--base-url", "http://x/"], "argument --base-url: 'http://x/' is no path such as /valg/"),
        (["--base-url", "a?b"], "is no path such as /valg/"),
        (["--host-name", "https://x.dk"], "is no name such as valg.example.dk"),
        (["--host-name", "x.dk:80"], "is no name such as valg.example.dk"),
        (["--host-name", "*"], "is no name such as valg.example.dk"),
        (["--host-name", ""], "is no name such as valg.example.dk"),
    ],
)
def test_what_is_wrong_is_one_sentence(monkeypatch, capsys, tmp_path, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command.signal, "signal", lambda *_: None)
    assert sentence in says(capsys, *arguments)


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("door", ["app", "lab"])
@pytest.mark.parametrize("name", ["naestved", "../run.py", "jupyter", ""])
def test_unknown_notebook_names_those_there_are(capsys, door, name):
    there = ", ".join(notebooks.names(SHIPPED))
    assert there.startswith("explorer, ")
    assert says(capsys, door, name) == (
        f"{door}: there is no notebook '{name}'; choose among {there}."
    )


@pytest.mark.usefixtures("served")
def test_a_folder_without_notebooks_has_none(capsys, tmp_path):
    assert says(capsys, "--notebooks", str(tmp_path)).endswith("choose among none.")


def test_a_taken_port_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(command.signal, "signal", lambda *_: None)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        sentence = says(capsys, "--port", str(port))
    assert sentence == f"port {port} cannot be used; choose another one, or leave --port out."


@pytest.mark.parametrize("typed", ["undervisning", "undervisning.ipynb"])
def test_the_pages_open_at_the_notebook_that_is_named(served, typed, state):
    command.main(["app", typed, "--base-url", "valg", "--host-name", "Valg.dk", "--no-browser"])
    [((name, module, told, page, folder), options)] = served
    assert (name, module, page) == ("app", "valgforbund.server.app", "/valg/undervisning")
    assert {"--base-url=/valg/", "--host-name=valg.dk", "--first=undervisning"} <= {*told}
    assert folder == state
    assert options == {"port": 0, "opens": False}


def test_jupyterlab_opens_a_copy_where_the_person_is(served, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    command.main(["lab"])
    [((name, module, _, page, _), options)] = served
    assert (name, module) == ("lab", "valgforbund.server.lab")
    assert page == "/lab/tree/egne/explorer.ipynb"
    assert options == {"port": 0, "opens": True}
    copies = tmp_path / "egne"
    assert notebooks.names(copies) == notebooks.names(SHIPPED)


def test_without_the_extra_one_sentence_names_it(monkeypatch, capsys, served):
    found = command.find_spec
    monkeypatch.setattr(command, "find_spec", lambda name: name != "voila" and found(name))
    assert says(capsys, "app") == (
        "the pages need the extra packages of 'app': pip install \"valgforbund[app]\"."
    )
    assert served == []


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["app", "--help"], ["lab", "-h"]])
def test_help_names_every_command_option_and_notebook(capsys, arguments):
    command.main(arguments)
    said = capsys.readouterr().out
    for word in ("app", "lab", "prepare", "--port", "--base-url", "--host-name", "--ready"):
        assert f"  {word} " in said
    assert all(name in said for name in notebooks.names(SHIPPED))


def test_the_preparation_says_what_it_does_and_how_far_it_is(monkeypatch, capsys, state):
    def prepare(progress):
        for done in range(3):
            progress(done, 2)

    monkeypatch.setattr(preparing, "prepare", prepare)
    state.joinpath(prepared.STAMP).unlink()
    command.main(["prepare"])
    first, *steps = capsys.readouterr().out.splitlines()
    assert first.startswith("Preparing the fast counts: they are compiled for this machine")
    assert steps == ["  0 of 2 done", "  1 of 2 done", "  2 of 2 done"]
    assert prepared.is_prepared(state)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "the disk is full; make room and start again."),
        (errno.EROFS, "you may not write /x; start again where you may."),
        (errno.EACCES, "you may not write /x; start again where you may."),
        (errno.EISDIR, "/x: Is a directory."),
    ],
)
def test_what_the_disk_refuses_is_one_sentence(monkeypatch, capsys, number, sentence):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number), "/x")

    monkeypatch.setattr(command.signal, "signal", lambda *_: None)
    monkeypatch.setattr(command, "serve", refuse)
    assert disk_problem(OSError(number, os.strerror(number), "/x")) == sentence
    assert says(capsys, "app") == sentence
