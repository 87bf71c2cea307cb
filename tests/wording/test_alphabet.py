"""Names stand as a Danish reader expects."""

from valgforbund.sources.bundled import load_all
from valgforbund.wording.alphabet import alphabetical


def test_places_stand_as_a_danish_reader_expects() -> None:
    places = [s.place for s in load_all("KV2025")]
    ordered = sorted(places, key=alphabetical)
    assert ordered[:2] == ["Albertslund", "Allerød"]
    assert ordered[-4:] == ["Ærø", "Aabenraa", "Aalborg", "Aarhus"]
    assert ordered.index("Odsherred") < ordered.index("Rebild") < ordered.index("Rødovre")
