"""What a command keeps of its starts: address, logs, and what was prepared."""

import errno
import io
import os
import re
import socket
import stat

import pytest

from valgforbund.server import browser, keeping, ports, prepared, serving
from valgforbund.server.keeping import Addresses


def choose(folder, name="app", wanted=0):
    kept = Addresses.kept(folder)
    port, says = ports.choose_port(name, wanted, kept.ports)
    kept.keep(folder)
    return port, says


def test_the_next_start_has_the_port_and_the_token_of_the_last(tmp_path):
    port, says = choose(tmp_path)
    token = Addresses.kept(tmp_path).token
    assert len(token) >= 32
    assert says == ""
    assert choose(tmp_path) == (port, "")
    assert Addresses.kept(tmp_path).token == token


def test_the_pages_and_jupyterlab_have_addresses_of_their_own(tmp_path):
    found = {name: choose(tmp_path, name)[0] for name in ("app", "lab")}
    assert found["app"] != found["lab"]
    assert Addresses.kept(tmp_path).ports == found


def test_a_taken_port_is_told_and_not_forgotten(tmp_path):
    port, _ = choose(tmp_path)
    with socket.create_server(("127.0.0.1", port)):
        other, says = choose(tmp_path)
    assert other != port
    assert says.startswith(f"Port {port} of the last start is taken;")
    assert choose(tmp_path) == (port, "")


def test_a_port_that_was_asked_for_is_the_one_of_the_next_start(tmp_path):
    port = ports.free_port(0)
    assert choose(tmp_path, wanted=port) == (port, "")
    assert choose(tmp_path) == (port, "")


def test_a_port_that_was_asked_for_and_is_taken_is_none_and_not_kept(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert choose(tmp_path, wanted=other.getsockname()[1]) == (None, "")
    assert Addresses.kept(tmp_path).ports == {}


def test_the_address_of_the_explorer_becomes_that_of_all_tools(tmp_path):
    old = {"app notebooks/a.ipynb": 1, "app notebooks/explorer.ipynb": 2}
    Addresses("t" * 32, old | {"lab notebooks/explorer.ipynb": 4}).keep(tmp_path)
    assert Addresses.kept(tmp_path).ports == {"app": 2, "lab": 4}
    Addresses("t" * 32, old | {"app": 5}).keep(tmp_path)
    assert Addresses.kept(tmp_path).ports == {"app": 5}


@pytest.mark.parametrize(
    "torn",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"token": 1, "ports": {}}',
        b'{"token": "short", "ports": {}}',
        b'{"token": "' + 40 * b"a" + b'"}',
        b'{"token": "' + 40 * b"a" + b'", "ports": {"app": "x"}}',
        b'{"token": "' + 40 * b"a" + b"\\n" + b'", "ports": {}}',
    ],
)
def test_a_torn_address_is_none(tmp_path, torn):
    (tmp_path / keeping.ADDRESSES).write_bytes(torn)
    kept = Addresses.kept(tmp_path)
    assert kept.ports == {}
    assert re.fullmatch("[A-Za-z0-9_-]{32,}", kept.token)


def test_only_the_last_logs_stay(tmp_path):
    folder = tmp_path / keeping.LOGS
    folder.mkdir()
    for n in range(30):
        (folder / f"app-20260101-0000{n:02}-1.log").touch()
    (folder / "lab-20250101-000000-1.log").touch()
    keeping.new_log(tmp_path, "app").touch()
    left = sorted(path.name for path in folder.iterdir())
    assert len(left) == keeping.KEPT_LOGS + 1
    assert left[0] == "app-20260101-000021-1.log"
    assert left[-1] == "lab-20250101-000000-1.log"


@pytest.mark.parametrize(
    "said",
    [
        "GET /?token=guess HTTP",
        "GET /?a=1&token=guess&b=2",
        "302 /login?next=%2F%3Ftoken%3Dguess%26a%3D1",
        "referer=http://127.0.0.1:1/?TOKEN=guess",
        "the token itself: {token}",
    ],
)
def test_a_log_has_no_token(said):
    log, token = io.BytesIO(), "t" * 32
    kept = []
    log.close = lambda: kept.append(log.getvalue().decode())
    serving.keep_log([said.format(token=token).encode() + b"\n"], log, token)
    assert "guess" not in kept[0]
    assert token not in kept[0]
    assert "..." in kept[0]


def test_a_log_on_a_full_disk_does_not_stop_the_server():
    class Full(io.BytesIO):
        def write(self, _):
            raise OSError(errno.ENOSPC, "No space left on device")

    said = iter([b"one\n", b"two\n"])
    serving.keep_log(said, Full(), "t" * 32)
    assert next(said, None) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights otherwise")
def test_the_folder_of_a_person_is_theirs_alone(tmp_path, monkeypatch):
    monkeypatch.delenv(keeping.STATE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = keeping.state_folder()
    assert folder.is_relative_to(tmp_path)
    assert folder.name == "valgforbund"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert keeping.state_folder() == folder


def test_whoever_starts_it_can_say_where_it_keeps(tmp_path, monkeypatch):
    monkeypatch.setenv(keeping.STATE, str(tmp_path / "here"))
    assert keeping.state_folder() == tmp_path / "here"


@pytest.mark.parametrize(
    ("screen", "platform", "opens"),
    [("", "linux", False), (":0", "linux", True), ("", "darwin", True), ("", "win32", True)],
)
def test_no_text_browser_in_the_terminal(monkeypatch, tmp_path, screen, platform, opens):
    opened = []
    monkeypatch.setenv("DISPLAY", screen)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(browser.sys, "platform", platform)
    monkeypatch.setattr(browser.webbrowser, "open", opened.append)
    page = tmp_path / "a folder" / "open.html"
    browser.open_browser(page)
    assert opened == [f"file://{tmp_path}/a%20folder/open.html"] * opens


def test_the_browsers_command_line_does_not_tell_the_token(tmp_path):
    address = "http://127.0.0.1:8888/?token=secret"
    path = browser.opening_page(tmp_path, address)
    assert "secret" not in path.name
    assert f'content="0;url={address}"' in path.read_text("ascii")
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert browser.opening_page(tmp_path, address) == path  # what a killed start left


def test_what_is_prepared_is_not_prepared_again(tmp_path, monkeypatch, capsys):
    runs, code = [], 0

    def run(command, **_):
        runs.append(command)
        return type("Done", (), {"returncode": code})

    monkeypatch.setattr(prepared.subprocess, "run", run)
    prepared.ensure_prepared(tmp_path)
    assert runs[0][-2:] == ["valgforbund", "prepare"]
    assert capsys.readouterr().out == ""
    code = 1
    prepared.ensure_prepared(tmp_path)
    assert "first uses are slow" in capsys.readouterr().out
    prepared.remember(tmp_path)  # as the command does that was run
    prepared.ensure_prepared(tmp_path)
    assert len(runs) == 2
    monkeypatch.setattr(prepared, "version", lambda _: "of another day")
    assert not prepared.is_prepared(tmp_path)
