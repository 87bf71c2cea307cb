"""Writing a file leaves the old one whole where it fails; what is no file is neither read nor
written."""

import datetime as dt
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import valgforbund as vf
from valgforbund import Scenario, ScenarioError
from valgforbund.sharing import disk

S = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
DAY = dt.date(2026, 3, 1)
Act = Callable[[object], object]
WRITERS: dict[str, Act] = {
    ".json": S.save,  # type: ignore[dict-item]  # anything is given
    ".xlsx": lambda path: vf.workbook(S, path, date=DAY),  # type: ignore[arg-type]
    **{
        each: lambda path: vf.note(S, path, date=DAY)  # type: ignore[arg-type]
        for each in (".txt", ".md", ".html", ".pdf")
    },
}
OLD = b"det gamle " * 100
FULL = """
import resource, sys
import valgforbund as vf
s = vf.Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
acts = {".json": s.save, ".xlsx": lambda path: vf.workbook(s, path)}
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
for suffix in (".json", ".txt", ".md", ".html", ".pdf", ".xlsx"):
    try:
        acts.get(suffix, lambda path: vf.note(s, path))(f"{sys.argv[1]}/x{suffix}")
    except vf.ScenarioError as error:
        print(suffix, error.code, "File too large" in str(error))
"""


def test_where_the_disk_is_full_the_old_file_stays(tmp_path: Path) -> None:
    for suffix in WRITERS:
        (tmp_path / f"x{suffix}").write_bytes(OLD)
    ran = subprocess.run(
        [sys.executable, "-c", FULL, tmp_path], capture_output=True, text=True, check=True
    )
    told = [line.split() for line in ran.stdout.splitlines()]
    assert sorted(told) == sorted([each, "saved_not_written", "True"] for each in WRITERS)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(f"x{x}" for x in WRITERS)
    assert {each.read_bytes() for each in tmp_path.iterdir()} == {OLD}


@pytest.mark.parametrize("suffix", [".json", ".txt", ".xlsx"])
def test_a_link_is_followed_and_the_mode_stays(suffix: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / f"x{suffix}", tmp_path / f"link{suffix}"
    real.write_bytes(OLD)
    real.chmod(0o600)
    link.symlink_to(real)
    WRITERS[suffix](link)
    assert link.is_symlink()
    assert real.read_bytes() != OLD
    assert stat.S_IMODE(real.stat().st_mode) == 0o600
    real.unlink()
    WRITERS[suffix](link)  # to nothing: what it names is made
    assert link.is_symlink()
    assert real.is_file()


def test_a_new_file_has_the_mode_of_any_other(tmp_path: Path) -> None:
    S.save(tmp_path / "x.json")
    (tmp_path / "other").write_bytes(b"")
    assert (tmp_path / "x.json").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("suffix", WRITERS)
def test_only_files_are_written_over(suffix: str, tmp_path: Path) -> None:
    pipe, folder = tmp_path / f"pipe{suffix}", tmp_path / f"folder{suffix}"
    os.mkfifo(pipe)
    folder.mkdir()
    link = tmp_path / f"link{suffix}"
    link.symlink_to(pipe)
    for path in (pipe, folder, link):
        with pytest.raises(ScenarioError) as error:
            WRITERS[suffix](path)
        assert error.value.code == "path_no_file"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink()


NO_PATH = [None, 5, 1.5, b"x", [], "", " ", "a\0b{}", "\ud83d{}", "ja" * 2_000 + "{}"]


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_is_no_place_for_a_file_is_told(suffix: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    loop = tmp_path / f"loop{suffix}"
    loop.symlink_to(loop)
    named = [each.format(suffix) if isinstance(each, str) else each for each in NO_PATH]
    places = [tmp_path / f"no/such/x{suffix}", tmp_path / "file" / f"x{suffix}", loop]
    for wrong in (*named, *places, tmp_path / f"{'x' * 300}{suffix}"):
        with pytest.raises(ScenarioError) as error:
            WRITERS[suffix](wrong)
        assert error.value.code in ("saved_no_path", "saved_not_written")
        assert str(error.value)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", loop.name]


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_longest_name_that_a_file_may_have(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / ("x" * (255 - len(suffix)) + suffix)
    WRITERS[suffix](path)
    WRITERS[suffix](path)
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_closed_file_or_folder_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(ScenarioError, match=r"x\.json cannot be written: Permission denied"):
        S.save(path)
    assert path.read_bytes() == OLD


@pytest.mark.parametrize("wrong", ["x", 5, pd.NaT, dt.time(), (2026, 3, 1), ""])
def test_a_date_is_a_date(wrong: object, tmp_path: Path) -> None:
    for act in (vf.note, vf.workbook):
        for suffix in (".txt", ".xlsx"):
            with pytest.raises(ScenarioError) as error:
                act(S, tmp_path / f"x{suffix}", date=wrong)  # type: ignore[operator]
            assert error.value.code in ("date_no_date", "note_format_unknown", "workbook_format")
    assert not list(tmp_path.iterdir())


def test_a_moment_is_a_day(tmp_path: Path) -> None:
    moment = pd.Timestamp("2026-03-01 20:00")
    first, second = (vf.note(S, tmp_path / f"{n}.txt", date=n) for n in (moment, DAY))
    assert first.read_bytes() == second.read_bytes()
    book = openpyxl.load_workbook(vf.workbook(S, tmp_path / "x.xlsx", date=moment))
    assert book.properties.created.date() == DAY


@pytest.mark.parametrize(
    ("votes", "code"),
    [
        (5, "text_not_text"),
        (None, "text_not_text"),
        (b"x", "text_not_text"),
        ("\ud83d", "text_half_character"),
        ("x" * 9_000_000, "saved_too_large"),
    ],
)
def test_where_votes_are_from_is_text_that_can_be_read_back(
    votes: object, code: str, tmp_path: Path
) -> None:
    with pytest.raises(ScenarioError) as error:
        S.save(tmp_path / "x.json", votes=votes)  # type: ignore[arg-type]
    assert error.value.code == code
    assert not list(tmp_path.iterdir())


# ---- reading ----

READERS: dict[str, Act] = {
    "read": lambda path: vf.read(path, seats=9),  # type: ignore[arg-type]
    "read_feed": vf.read_feed,  # type: ignore[dict-item]
    "open_file": vf.open_file,  # type: ignore[dict-item]
}


@pytest.mark.parametrize("reader", READERS)
def test_a_pipe_is_not_waited_for(reader: str, tmp_path: Path) -> None:
    pipe = tmp_path / "valg.json"
    os.mkfifo(pipe)
    for path in (pipe, str(pipe)):
        with pytest.raises(ScenarioError, match="no file but a folder, a device or a pipe"):
            READERS[reader](path)


@pytest.mark.parametrize("reader", READERS)
def test_a_device_without_end_is_not_read(reader: str) -> None:
    with pytest.raises(ScenarioError) as error:
        READERS[reader]("/dev/zero")  # only read
    assert error.value.code == "path_no_file"


@pytest.mark.parametrize("reader", READERS)
def test_a_file_that_may_not_be_read_says_so(
    reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "valg.csv"
    path.write_text("A;5\nB;7")
    path.chmod(0)

    def closed(*_: object) -> int:
        raise PermissionError(13, "Permission denied")  # root may read everything

    monkeypatch.setattr(disk, "_without_waiting", closed)
    with pytest.raises(ScenarioError, match=r"valg\.csv cannot be opened: Permission denied"):
        READERS[reader](path)


def test_a_file_that_has_more_than_it_says_is_read_to_the_limit() -> None:
    """What the system makes up as it is read says that it is empty."""
    with pytest.raises(ScenarioError) as error:
        disk.content(Path("/proc/self/maps"), 100, lambda size, _: ScenarioError(str(size)))
    assert error.value.code == "101"


def test_two_who_save_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    act = (
        "import sys, valgforbund as vf\n"
        "s = vf.Scenario({'A': int(sys.argv[2])}, 9)\n"
        "for _ in range(40): s.save(sys.argv[1])"
    )
    both = [subprocess.Popen([sys.executable, "-c", act, str(path), each]) for each in ("5", "7")]
    assert [each.wait() for each in both] == [0, 0]
    assert vf.read(path).ballots in ((5,), (7,))
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
