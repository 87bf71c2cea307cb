"""An SFTP server on this machine plays the night, with all that can go wrong on the way."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncssh
import evenings
import feeds
import pandas as pd
import pytest
import sftp

import valgforbund as vf
from valgforbund import Following, ScenarioError
from valgforbund.live import remote

SPEED = 600  # seconds of the night in one
S = vf.load("KV2025", "Læsø")
STANDS = {feeds.name("kandidat-data", S): feeds.standing(S)}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[sftp.Server]:
    (tmp_path / "root" / "feed").mkdir(parents=True)
    running = sftp.Server(tmp_path / "root")
    yield running
    running.close()


@pytest.fixture
def folder(server: sftp.Server) -> Path:
    return server.folder / "feed"


@pytest.fixture
def known(server: sftp.Server, tmp_path: Path) -> Path:
    return server.known_hosts(tmp_path / "known_hosts")


def logged_in(server: sftp.Server, known: Path, **more: Any) -> Following:
    options: dict[str, Any] = {"known_hosts": known, "password": sftp.PASSWORD, "draws": 20}
    return vf.follow(server.address, **{**options, **more})


def area(n: int, votes: int = 9, result: str = feeds.FINAL) -> feeds.Files:
    return {feeds.name("valgresultater", S, n, f"1811202520{n:02}"): a_count(n, votes, result)}


def a_count(n: int, votes: int = 9, result: str = feeds.FINAL) -> dict[str, Any]:
    return feeds.count(S, {"A": votes}, n, result)


def reason(f: Following) -> str | None:
    return f.status.reason and f.status.reason.code


def until_ok(f: Following) -> int:
    """Poll until the connection stands; how many counts came meanwhile."""
    found = 0
    for _ in range(200):
        found += f.poll()
        if f.status.connection == "ok":
            return found
        time.sleep(0.05)
    pytest.fail(f"still broken: {f.status}")


# ---- what is read ----


def test_only_what_is_new_or_has_changed_is_fetched(
    server: sftp.Server, folder: Path, known: Path
) -> None:
    feeds.written(folder, STANDS | area(1) | area(2, 5))
    for file in folder.rglob("*"):
        os.utime(file, (1_700_000_000 + file.stat().st_size % 97,) * 2)
    newest = max(folder.rglob("*.json"), key=lambda file: file.stat().st_mtime)
    os.utime(newest, (1_700_001_000,) * 2)
    with logged_in(server, known) as f:
        assert f.poll() == 2
        assert len(server.reads) == 3
        assert f.status.connection == "ok"
        time.sleep(2.1)
        assert f.poll() == 0
        assert server.reads[3:] == [f"/feed/{newest.relative_to(folder).as_posix()}"]
        for _ in range(3):
            assert f.poll() == 0
        assert len(server.reads) == 4
        feeds.written(folder, area(3, 7))
        assert f.poll() == 1
        assert len(server.reads) == 5
        assert server.logins == 1
        assert f.standing().scenario("Læsø").votes["A"] == 21


def test_names_and_links_that_lead_elsewhere_are_not_followed(
    server: sftp.Server, folder: Path, known: Path
) -> None:
    feeds.written(folder, STANDS | area(1))
    trick = folder / "..\\..\\valgresultater-x.json"
    trick.write_text("{}")
    (folder / "valgresultater-løkke").symlink_to(folder)
    (folder / os.fsdecode(b"valgresultater-\xf8.json")).write_text("{}")
    deep = folder.joinpath(*"abcdefghijk")
    feeds.written(deep, area(2))
    with logged_in(server, known) as f:
        assert f.poll() == 1
        aside = dict(f.status.put_aside)
        assert aside[trick.name].code == "archive_path"
        assert {each.code for each in aside.values()} == {"archive_path", "follow_torn"}
        assert "valgresultater-?.json" in aside
        assert all(str(each).encode() for each in aside.values())


def test_a_folder_that_is_not_there_may_come(
    server: sftp.Server, folder: Path, known: Path
) -> None:
    folder.rmdir()
    with logged_in(server, known) as f:
        f.poll()
        assert reason(f) == "follow_no_folder"
        assert str(f.status.reason) == f"There is no folder '{server.address}'."
        feeds.written(folder, STANDS | area(1))
        assert until_ok(f) == 1


def test_files_that_are_too_many_or_too_large(
    server: sftp.Server, folder: Path, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feeds.written(folder, STANDS | area(1))
    with (folder / "valgresultater-1.json").open("wb") as file:
        file.truncate(20_000_001)
    with logged_in(server, known) as f:
        assert f.poll() == 1
        assert [why.code for _, why in f.status.put_aside] == ["file_too_large"]
        monkeypatch.setattr(remote, "MOST_FEED_FILES", 3)
        assert f.poll() == 0
        assert reason(f) == "archive_too_many"


def test_a_file_that_nobody_may_read_is_tried_again(
    server: sftp.Server, folder: Path, known: Path
) -> None:
    feeds.written(folder, STANDS | area(1) | {"forbidden/valgresultater-2.json": a_count(2)})
    with logged_in(server, known) as f:
        assert f.poll() == 1
        ((path, why),) = f.status.put_aside
        assert (path, why.code) == ("forbidden/valgresultater-2.json", "follow_unreadable")
        assert "not for you" in str(why.values["why"])  # noqa: PD011 -- no frame
        assert f.status.connection == "ok"
        (folder / "forbidden").rename(folder / "allowed")
        assert f.poll() == 1
        assert f.status.put_aside == ()


# ---- who is let in, and who is let near ----


def test_an_unknown_host_is_refused_with_its_fingerprint(
    server: sftp.Server, tmp_path: Path, folder: Path
) -> None:
    feeds.written(folder, STANDS)
    empty = tmp_path / "empty"
    empty.write_text("")
    other = tmp_path / "other"
    other.write_text(f"other.example {server.key.export_public_key().decode()}")
    for file in (empty, other):
        with logged_in(server, file) as f:
            assert f.poll() == 0
            assert reason(f) == "follow_key_unknown"
            assert server.fingerprint in str(f.status.reason)
            assert f.status.next_try is None
            with pytest.raises(ScenarioError, match="known hosts"):
                next(f.updates(every=0.01))
    assert (server.logins, server.refused) == (0, 0)  # no password was sent


@pytest.mark.parametrize("kind", ["ssh-ed25519", "ecdsa-sha2-nistp256"])
def test_a_changed_host_key_is_refused_in_the_middle_of_the_night(
    server: sftp.Server, folder: Path, known: Path, kind: str
) -> None:
    feeds.written(folder, STANDS | area(1))
    with logged_in(server, known) as f:
        assert f.poll() == 1
        server.stop()
        server.key = asyncssh.generate_private_key(kind)
        server.start()
        feeds.written(folder, area(2))
        for _ in range(100):
            assert f.poll() == 0
            if reason(f) == "follow_key_changed":
                break
            time.sleep(0.05)
        assert server.fingerprint in str(f.status.reason)
        assert (server.logins, server.refused) == (1, 0)
        assert f.status.next_try is None
        assert f.standing().scenario("Læsø").votes["A"] == 9


def test_a_revoked_host_key(server: sftp.Server, known: Path) -> None:
    line = known.read_text("utf-8").split("\n")[1]
    known.write_text(f"{line}\n@revoked {line}\n", "utf-8")
    with logged_in(server, known) as f:
        f.poll()
        assert reason(f) == "follow_key_refused"
        assert server.logins == 0


def test_a_wrong_password_is_tried_once_and_never_shown(
    server: sftp.Server, folder: Path, known: Path
) -> None:
    feeds.written(folder, STANDS)
    with logged_in(server, known, password="forkert-æble") as f:
        for _ in range(5):
            assert f.poll() == 0
        assert reason(f) == "follow_login"
        assert "'anna'" in str(f.status.reason)
        assert f.status.next_try is None
        assert server.refused == 1
        for shown in (repr(f), repr(f.status), str(f.status.reason), repr(vars(f))):
            assert "forkert" not in shown
        with pytest.raises(ScenarioError) as error:
            next(f.updates())
        assert "forkert" not in f"{error.value} {vars(error.value)}"


@pytest.mark.parametrize("password", [None, "nøglens"])
def test_a_key_instead_of_a_password(
    server: sftp.Server, folder: Path, known: Path, tmp_path: Path, password: str | None
) -> None:
    feeds.written(folder, STANDS | area(1))
    mine = asyncssh.generate_private_key("ssh-ed25519")
    file = tmp_path / "id"
    mine.write_private_key(file, passphrase=password, rounds=64)
    with logged_in(server, known, key=file, password=password) as f:
        f.poll()
        assert reason(f) == "follow_login"
    server.users = [mine.convert_to_public()]
    with logged_in(server, known, key=file, password=password) as f:
        assert f.poll() == 1
    if password:
        with pytest.raises(ScenarioError, match="password="):
            logged_in(server, known, key=file, password="en anden")


def test_known_hosts_are_the_persons_own(
    server: sftp.Server, folder: Path, known: Path, tmp_path: Path
) -> None:
    """And the settings of ssh are not: they could lead elsewhere."""
    feeds.written(folder, STANDS | area(1))
    home = tmp_path / "home"
    (home / ".ssh").mkdir(parents=True)
    never = tmp_path / "never-run"
    (home / ".ssh" / "config").write_text(f"Host *\n  ProxyCommand touch {never}\n  Port 1\n")
    code = (
        "import sys, valgforbund as vf\n"
        "f = vf.follow(sys.argv[1], password=sys.argv[2] or None)\n"
        "print(f.poll(), f.status.reason and f.status.reason.code)\n"
        "f.close()"
    )
    command = [sys.executable, "-c", code, server.address]
    mine = asyncssh.generate_private_key("ssh-ed25519")
    mine.write_private_key(home / ".ssh" / "id_ed25519")
    server.users = [mine.convert_to_public()]
    for expected, password in (
        ("0 follow_key_unknown", sftp.PASSWORD),
        ("1 None", sftp.PASSWORD),
        ("1 None", ""),  # with the key that lies in its usual place
        ("0 follow_login", "forkert"),  # which is not tried beside a password
    ):
        env = os.environ | {"HOME": str(home)}
        env.pop("SSH_AUTH_SOCK", None)
        run = subprocess.run(
            [*command, password], env=env, capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == expected
        (home / ".ssh" / "known_hosts").write_text(known.read_text())
    assert not never.exists()
    left = {path.name for path in home.rglob("*") if ".cache" not in path.parts}
    assert left == {".ssh", "config", "known_hosts", "id_ed25519"}


def test_without_the_package_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['asyncssh'] = None\n"
        "import valgforbund as vf\n"
        "try:\n    vf.follow('sftp://me@valg.dk/x')\n"
        "except vf.ScenarioError as error:\n    print(error.code, error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "extra_missing" in run.stdout
    assert "asyncssh" in run.stdout
    assert "extra live" in run.stdout


# ---- broken lines ----


def test_a_connection_that_broke_between_two_looks_is_made_anew(
    server: sftp.Server, folder: Path, known: Path
) -> None:
    feeds.written(folder, STANDS)
    with logged_in(server, known) as f:
        f.poll()
        for n in (1, 2, 3):
            server.cut()
            feeds.written(folder, area(n))
            assert until_ok(f) == 1
        assert server.logins == 4


def test_a_connection_that_breaks_while_files_come(
    server: sftp.Server, folder: Path, known: Path
) -> None:
    files = STANDS | {k: v for n in range(1, 60) for k, v in area(n, n).items()}
    feeds.written(folder, files)
    server.cut_after = 30
    with logged_in(server, known) as f:
        came = f.poll()
        came += until_ok(f)
        assert came == 59
        assert f.standing().scenario("Læsø").votes["A"] == sum(range(60))


def test_a_server_that_is_away_is_tried_less_and_less_often(
    server: sftp.Server, folder: Path, known: Path
) -> None:
    feeds.written(folder, STANDS | area(1))
    with logged_in(server, known) as f:
        assert f.poll() == 1
        server.stop()
        began = time.monotonic()
        tries = set()
        while time.monotonic() - began < 1.7:
            f.poll()
            assert f.status.connection == "broken"
            tries.add(f.status.next_try)
            time.sleep(0.02)
        assert len(tries) == 2  # the first at once, then after a second; the next after two
        assert reason(f) in ("follow_unreachable", "follow_lost")
        assert f.status.last_success is not None
        feeds.written(folder, area(2))
        server.start()
        assert until_ok(f) == 1
        assert f.status.reason is None


def test_a_server_that_says_nothing(
    server: sftp.Server, folder: Path, known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "ANSWER", 0.5)
    feeds.written(folder, STANDS | area(1))
    server.hang = True
    with logged_in(server, known) as f:
        began = time.monotonic()
        assert f.poll() == 0
        assert time.monotonic() - began < 5
        assert reason(f) == "follow_silent"
        server.hang = False
        assert until_ok(f) == 1


def test_it_can_be_left_while_it_waits(server: sftp.Server, folder: Path, known: Path) -> None:
    feeds.written(folder, STANDS | area(1))
    server.hang = True
    f = logged_in(server, known)
    polling = threading.Thread(target=f.poll)
    polling.start()
    while not server.reads:
        time.sleep(0.01)
    f.close()
    polling.join(5)
    assert not polling.is_alive()
    server.hang = False
    assert f.poll() == 0
    f.close()


# ---- the night, 600 times as fast ----


class Player(threading.Thread):
    """Writes the files of a night when they came, torn at first, or renamed into place."""

    def __init__(self, folder: Path, night: tuple[evenings.Sent, ...], seed: int) -> None:
        super().__init__()
        self._folder, self._night = folder, night
        self._chance = random.Random(seed)
        self.done = threading.Event()

    def run(self) -> None:
        began = time.monotonic()
        first = self._night[0].when
        for each in self._night:
            # nobody counts between two and seven in the morning
            due = min((each.when - first).total_seconds(), 7 * 3600) / SPEED
            time.sleep(max(0.0, began + due - time.monotonic()))
            self._write(each)
        self.done.set()

    def _write(self, sent: evenings.Sent) -> None:
        file = self._folder / sent.path
        file.parent.mkdir(exist_ok=True)
        data = json.dumps(sent.content, ensure_ascii=False).encode()
        match self._chance.choice(("whole", "torn", "renamed")):
            case "torn":
                file.write_bytes(data[: self._chance.randrange(len(data))])
                time.sleep(self._chance.random() / 5)
                file.write_bytes(data)
            case "renamed":
                part = file.with_name(f"{file.name}.part")
                part.write_bytes(data)
                part.rename(file)
            case _:
                file.write_bytes(data)


def played(server: sftp.Server, known: Path, night: tuple[evenings.Sent, ...], seed: int) -> None:
    """Follow a night while it is played and the server fails; then it is the right one."""
    folder = server.folder / "feed"
    warm(known.parent / "warm")
    chance = random.Random(seed)
    player = Player(folder, night, seed)
    player.start()
    f = logged_in(server, known)
    counts = 0
    looks = 0
    stands: list[int] = []
    while not (player.done.is_set() and f.status.connection == "ok" and looks_settled(f)):
        counts += f.poll()
        looks += 1
        stands.append(areas_counted(f))
        match chance.randrange(30):
            case 0:
                server.cut()
            case 1:
                server.cut_after = chance.randrange(4)
            case 2:
                server.stop()
                time.sleep(0.2)
                server.start()
            case 3:  # we are started again
                f.close()
                f = logged_in(server, known)
        time.sleep(0.1)
        assert looks < 2000
    player.join()
    server.cut_after = None
    until_ok(f)
    f.poll()
    finished = vf.follow(folder, draws=20)
    finished.poll()
    pd.testing.assert_frame_equal(f.night.counts, finished.night.counts)
    pd.testing.assert_frame_equal(f.standing().lists, finished.standing().lists)
    for place in f.standing().councils["place"]:
        assert f.standing().scenario(place).votes.equals(vf.load("KV2025", place).votes)
    assert len(set(stands)) > 2  # it was seen to grow
    f.close()


def warm(folder: Path) -> None:
    """What the first night of a process waits for is not part of the night."""
    with vf.follow(feeds.written(folder, STANDS | area(1)), draws=20) as f:
        f.poll()
        assert len(f.standing().lists) == len(S.letters)


def areas_counted(f: Following) -> int:
    try:
        return int(f.standing().councils["counted"].sum())
    except ScenarioError as error:
        if error.code != "follow_nothing":  # the candidates have not come
            raise
        return 0


def looks_settled(f: Following) -> bool:
    """Whether all is read: nothing comes, nothing is torn."""
    return f.poll() == 0 and f.status.connection == "ok" and not f.status.put_aside


def test_a_night_at_600_times_its_speed(server: sftp.Server, known: Path) -> None:
    night = evenings.sent("Odder", "Læsø")
    played(server, known, night, seed=1)


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", range(2, 5))
def test_larger_nights_at_600_times_their_speed(
    server: sftp.Server, known: Path, seed: int
) -> None:
    played(server, known, evenings.sent("Næstved", "Randers", *evenings.PLACES), seed)
