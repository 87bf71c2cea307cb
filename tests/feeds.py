"""Small feeds in the format of valg.dk, made of scenarios: what the reader of it is tested on."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from valgforbund import Scenario

DAY = "18-11-2025"
TIME = f"{DAY} 20:00:00"
FINAL, FIRST, NOTHING = "Fintælling", "ForeløbigOptælling", "IngenResultater"
Files = dict[str, dict[str, Any]]


def id_of(s: Scenario, letter: str) -> str:
    return f"{s.election}-{s.place}-{letter}"


def kind_of(s: Scenario) -> str:
    return {"KV": "Kommunalvalg", "RV": "Regionalvalg"}[s.election[:2]]


def unit_of(s: Scenario) -> dict[str, str]:
    is_region = s.election.startswith("RV")
    return {"Region" if is_region else "Kommune": s.place.removeprefix("Region ")}


def standing(s: Scenario, **other: Any) -> dict[str, Any]:
    """The candidate file of a council."""
    lists = [
        {
            "KandidatlisteId": id_of(s, letter),
            "Stemmeseddelsplacering": n,
            "Bogstavbetegnelse": None if letter.isdigit() else letter,
            "Navn": name,
            "Opstillingsform": "Partiliste" if n % 2 else "Sideordnet",
            "Kandidater": [
                {
                    "Stemmeseddelsplacering": i,
                    "Id": f"{id_of(s, letter)}-{i}",
                    "Navn": f"Navn  {letter}{i}",
                    "Stemmeseddelnavn": f"Nr.  {i} på {letter}",
                }
                for i in range(1, (limit or 0) + 1)
            ],
        }
        for n, (letter, name, limit) in enumerate(zip(s.letters, s.names, s.limits, strict=True), 1)
    ]
    alliances = [
        {
            "ValgforbundId": str(n),
            "Navn": "Valgforbund",  # names repeat
            "KandidatlisteId": [id_of(s, letter) for letter in each.letters],
        }
        for n, each in enumerate(s.alliances)
    ]
    unit = {**unit_of(s), "KommuneDagiId": "389203"}
    day = {"Valgdag": DAY, "Valgart": kind_of(s), "OpdateringsTidspunktUTC": TIME}
    return {**unit, "Valgforbund": alliances, "Kandidatlister": lists, **day, **other}


def count(
    s: Scenario, votes: Mapping[str, int], area: int = 1, result: str = FINAL, **other: Any
) -> dict[str, Any]:
    """The count of one polling area; of each list the first candidate has all but two votes."""
    lists = [
        {
            "KandidatlisteId": id_of(s, letter),
            "Navn": letter,
            "Bogstavbetegnelse": letter,
            "Stemmer": n,
            "Listestemmer": min(n, 2) if result == FINAL else None,
            "Kandidater": [
                {
                    "Id": f"{id_of(s, letter)}-1",
                    "Stemmeseddelnavn": f"Nr. 1 på {letter}",
                    "Stemmer": n - min(n, 2),
                }
            ]
            if result == FINAL
            else None,
        }
        for letter, n in votes.items()
    ]
    return {
        "Kandidatlister": lists if result != NOTHING else None,
        "GodkendelsesDatoUTC": TIME,
        "Valgdag": DAY,
        "Valgart": kind_of(s),
        "FrigivelsesTidspunktUTC": TIME,
        "Kommune": f"{s.place} Kommune",
        "Kommunekode": 825,
        "AfstemningsområdeDagiId": area,
        "Afstemningsområde": f"Område {area}",
        "Resultatart": result,
        "AfgivneStemmer": sum(votes.values()),
        "StemmerDifferenceFraForrigeValg": None,
        **other,
    }


def seats(s: Scenario, order: Iterable[str], **other: Any) -> dict[str, Any]:
    """The seat file of a council."""
    return {
        "Valgart": kind_of(s),
        "Valgdag": DAY,
        "FrigivelsesTidspunktUTC": TIME,
        **unit_of(s),
        "Resultatart": FINAL,
        "ListeMandater": [
            {"Nummer": n, "KandidatlisteId": id_of(s, letter)} for n, letter in enumerate(order, 1)
        ],
        "BaseretPåOptællinger": [{"AfstemningsområdeDagiId": 1, "Resultatart": FINAL}],
        **other,
    }


def name(kind: str, s: Scenario, area: object = "", stamp: str = "") -> str:
    parts = [kind, kind_of(s), s.place.replace(" ", "_"), str(area), stamp]
    return f"{kind}/{'-'.join(filter(None, parts))}.json"


def council(s: Scenario, order: Iterable[str] = (), areas: int = 1) -> Files:
    """All files of a council that is counted, its votes spread over its areas."""
    found = {name("kandidat-data", s): standing(s)}
    for n in range(areas):
        part = {
            letter: votes // areas + (n < votes % areas)
            for letter, votes in zip(s.letters, s.ballots, strict=True)
        }
        area = 1000 * (sum(map(ord, s.place)) % 997) + n
        found[name("valgresultater", s, n + 1)] = count(s, part, area)
    if order:
        found[name("mandatfordeling", s)] = seats(s, order)
    return found


def written(folder: Path, files: Files) -> Path:
    """The files in a folder, each beside a binary one as in the real feed."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
        file.with_name(f"{file.name}.hash").write_bytes(b"\x00\xff\x10")
    return folder


def zipped(files: Files) -> bytes:
    """The same in one zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, json.dumps(content, ensure_ascii=False))
            archive.writestr(f"{path}.hash", b"\x00\xff\x10")
    return target.getvalue()
