"""The StatBank's table, asked over a real connection to a server on this machine."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from valgforbund import ScenarioError
from valgforbund.sources import statbank

# as the API answers with codes and texts, and as it does with texts alone
ANSWER = """OMRÅDE;PARTI;STEMMER;TID;INDHOLD
370 Næstved;A A. Socialdemokratiet;1 Gyldige stemmer;2021 2021;16000
370 Næstved;A A. Socialdemokratiet;6 Valgte mænd;2021 2021;8
370 Næstved;A A. Socialdemokratiet;7 Valgte kvinder;2021 2021;6
370 Næstved;Ø Ø. Enhedslisten;1 Gyldige stemmer;2021 2021;3000
370 Næstved;Ø Ø. Enhedslisten;6 Valgte mænd;2021 2021;1
370 Næstved;Ø Ø. Enhedslisten;7 Valgte kvinder;2021 2021;1
370 Næstved;N N. Folkebevægelsen;1 Gyldige stemmer;2021 2021;0
370 Næstved;EJR Lokallister;1 Gyldige stemmer;2021 2021;500
370 Næstved;EJR Lokallister;6 Valgte mænd;2021 2021;..
"""
TEXTS = """OMRÅDE;PARTI;TID;INDHOLD
Næstved;A. Socialdemokratiet;2021;16000
Næstved;Ø. Enhedslisten;2021;3000
"""


class Bank(ThreadingHTTPServer):
    """What it answers, and what it was asked."""

    status, body, wait = 200, ANSWER.encode(), 0.0

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Desk)
        self.asked: list[dict[str, Any]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1/data"


class Desk(BaseHTTPRequestHandler):
    server: Bank

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.asked.append(json.loads(self.rfile.read(length)))
        time.sleep(self.server.wait)
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(self.server.body)))
        self.end_headers()
        try:
            self.wfile.write(self.server.body)
        except OSError:  # who asked has gone
            return

    def log_message(self, *_: object) -> None:
        """Nothing: what a test does stands in the test."""


@contextmanager
def open_bank() -> Iterator[Bank]:
    with Bank() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def bank() -> Iterator[Bank]:
    with open_bank() as server:
        yield server


def test_votes_and_elected_of_one_council(bank: Bank) -> None:
    found = statbank.load("næstved", 2021, address=bank.address)
    s = found.results[0].scenario
    assert s.votes.to_dict() == {"A": 16000, "Ø": 3000, "EJR": 500}
    assert s.names == ("Socialdemokratiet", "Enhedslisten", "Lokallister")
    assert (s.seats, s.place, s.election) == (8 + 6 + 1 + 1, "Næstved", "KV2021")
    assert s.notes == ("alliances_unknown",)
    assert found.results[0].official == (14, 2, 0)
    assert [each.code for each in found.remarks] == [
        "no_alliances", "statbank_local", "seats_summed",
    ]  # fmt: skip


def test_it_is_asked_for_one_table_one_place_and_one_year(bank: Bank) -> None:
    statbank.load("0370", 2021, address=bank.address)
    (asked,) = bank.asked
    assert (asked["table"], asked["format"], asked["delimiter"]) == ("VALGK3", "CSV", "Semicolon")
    assert {each["code"]: each["values"] for each in asked["variables"]} == {
        "OMRÅDE": ["370"],
        "PARTI": ["*"],
        "STEMMER": ["1", "6", "7"],
        "Tid": ["2021"],
    }


def test_texts_alone_are_understood_and_the_size_is_that_of_our_table(bank: Bank) -> None:
    bank.body = b"\xef\xbb\xbf" + TEXTS.replace("\n", "\r\n").encode()
    s = statbank.load("Næstved", 2021, address=bank.address).results[0].scenario
    assert s.votes.to_dict() == {"A": 16000, "Ø": 3000}
    assert s.seats == 31
    assert statbank.load("Næstved", 2021, 29, bank.address).results[0].scenario.seats == 29


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (404, b"", "statbank_refused"),
        (400, b'{"errorTypeCode": "EXTRACT-NOTFOUND"}', "statbank_refused"),
        (500, b"<html>", "statbank_refused"),
        (200, b"", "statbank_answer"),
        (200, b"<html><body>Log in</body></html>", "statbank_answer"),
        (200, b"\xff\xfe\x00\x01", "statbank_answer"),
        (200, b"PARTI;INDHOLD\nA. A;12.7\n", "statbank_answer"),
        (200, b"PARTI;INDHOLD\nA. A;-1\n", "statbank_answer"),
        (200, b"PARTI;INDHOLD\nA. A;1\nA. A;1\n", "statbank_answer"),
        (200, b"PARTI;INDHOLD\nA. A\n", "statbank_answer"),
        (200, b"PARTI;INDHOLD\nA. A;0\n", "statbank_nothing"),
        (200, b"PARTI;INDHOLD\n", "statbank_nothing"),
        (200, b"x" * 5_000_001, "statbank_too_large"),
    ],
)
def test_an_answer_that_is_none(bank: Bank, status: int, body: bytes, code: str) -> None:
    bank.status, bank.body = status, body
    with pytest.raises(ScenarioError) as error:
        statbank.load("Næstved", 2021, address=bank.address)
    assert error.value.code == code


def test_no_answer_in_time_is_said_and_does_not_take_longer(bank: Bank) -> None:
    bank.wait = 3.0
    began = time.perf_counter()
    with pytest.raises(ScenarioError, match=r"within 0\.2 seconds") as error:
        statbank.load("Næstved", 2021, address=bank.address, patience=0.2)
    assert error.value.code == "statbank_slow"
    assert time.perf_counter() - began < 2


def test_no_network_is_said_in_words() -> None:
    with open_bank() as gone:
        address = gone.address
    with pytest.raises(ScenarioError, match="Is this computer on the network") as error:
        statbank.load("Næstved", 2021, address=address)
    assert error.value.code == "statbank_no_network"


@pytest.mark.parametrize(
    ("place", "year", "address", "code", "message"),
    [
        ("Andeby", 2021, statbank.ADDRESS, "statbank_place", "'Andeby' is none of them"),
        ("Region Nordjylland", 2021, "file:///etc/passwd", "statbank_address", "https only"),
        ("Næstved", 2022, statbank.ADDRESS, "statbank_year", "no municipal election in 2022"),
        ("Næstved", 2021, "file:///etc/passwd", "statbank_address", "https only"),
        ("Næstved", 2021, None, "statbank_address", "https only"),
        ("Næstved", 2021, 5, "statbank_address", "https only"),
        ("Næstved", 2021, "https://[", "statbank_address", "https only"),
        (None, 2021, statbank.ADDRESS, "text_not_text", "place must be text"),
        (5, 2021, statbank.ADDRESS, "text_not_text", "place must be text"),
        ("\ud83d", 2021, statbank.ADDRESS, "text_half_character", "half"),
        ("Næstved", 2021, "http://example.org/v1/data", "statbank_address", "https only"),
    ],
)
def test_what_it_is_not_asked(place: str, year: int, address: str, code: str, message: str) -> None:
    with pytest.raises(ScenarioError, match=message) as error:
        statbank.load(place, year, address=address)
    assert error.value.code == code


@pytest.mark.parametrize("patience", [-1, 0, float("nan"), float("inf"), None, "10", 10**9])
def test_the_time_to_wait_is_some_seconds(patience: float) -> None:
    with pytest.raises(ScenarioError, match="at most 600") as error:
        statbank.load("Næstved", 2021, address="http://127.0.0.1:1/", patience=patience)
    assert error.value.code == "statbank_patience"
