"""Cases that show something, each one click away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from valgforbund.council import Agreement, Committee
from valgforbund.council.committee import FINANCE
from valgforbund.council.proposal import Proposal
from valgforbund.sources.councils import bundled_council, typed_council
from valgforbund.wording import Words
from valgforbund.wording.constitution import committee_names

CHILDREN, FAMILY, HEALTH = (
    "Børne- og Uddannelsesudvalget",
    "Familie- og Forebyggelsesudvalget",
    "Sundheds- og Voksenudvalget",
)
NATURE, CULTURE = "Miljø-, Klima- og Teknikudvalget", "Kultur- og Fritidsudvalget"
FINANCES = "Økonomiudvalget"
STANDING = (CHILDREN, FAMILY, HEALTH, CULTURE, NATURE)
CLIMATE = "Klimaplan, § 17, stk. 4-udvalg"
ROUND = ("Skolerådet", "Erhvervsrådet", "Hegnssynet", "Idrætsforum")


def herlev(words: Words) -> Proposal:
    """Herlev 2021: A, F, Ø and B have 14 of 19 seats and agree on posts."""
    found = bundled_council(committee_names(words), "KV2021", "Herlev").with_groups(
        [["A", "F", "Ø", "B"]]
    )
    sizes = [Committee(FINANCES, 7, FINANCE), *(Committee(name, 5) for name in STANDING)]
    found = replace(
        found.with_committees(sizes),
        parties=("A", "F", "Ø", "B"),
        notes=("alliances_unknown", "herlev"),
        blocs=(found.council.group_of("A"),),
    )
    return found.with_posts(herlev_posts(found.agreement, words("example.mayor")))


def herlev_posts(agreement: Agreement, mayor: str) -> Agreement:
    """The posts as agreed; that the mayor is of list A is assumed."""
    a = agreement.give("mayor", mayor, "A").give("deputy", "2. borgmester", "Ø")
    a = a.give("chair", FAMILY, "F").give("vice", CHILDREN, "F").give("chair", CLIMATE, "F")
    a = a.give("chair", NATURE, "Ø").give("vice", HEALTH, "Ø")
    for letter, led in (("F", (FAMILY, CHILDREN)), ("Ø", (NATURE, HEALTH))):
        for name in (FINANCES, *STANDING):
            a = a if name in led else a.give("member", name, letter)
    a = a.give("member", CULTURE, "B").give("member", FAMILY, "B")
    for body in ROUND:
        a = a.give("outside", body, "B")
    return a


def naestved(words: Words) -> Proposal:
    """Næstved 2025: allied lists without a seat are promised a post; the posts are assumed."""
    found = bundled_council(committee_names(words), "KV2025", "Næstved")
    posts = tuple((name, 1) for name in words("example.posts").split("|"))
    return replace(found, places=posts, notes=(*found.notes, "posts_assumed"))


def textbook(words: Words) -> Proposal:
    """Groups of 14 and 5, five committees of five: 20-5 one by one, 19-6 at once."""
    found = typed_council(committee_names(words), {"A": 14, "C": 5})
    names = words("example.standing").split("|")
    found = found.with_committees(Committee(name, 5) for name in names)
    return replace(found, notes=())


def own(words: Words) -> Proposal:
    """Three lists to be overwritten."""
    return typed_council(committee_names(words), {"A": 8, "B": 6, "C": 5})


EXAMPLES: dict[str, Callable[[Words], Proposal]] = {
    "example.herlev": herlev,
    "example.promise": naestved,
    "example.textbook": textbook,
    "example.own": own,
}
