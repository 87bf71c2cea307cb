"""The named rules: whose law holds, and what it says besides the request."""

from __future__ import annotations

from valgforbund.errors import ScenarioError

ALAND, FINLAND, SWEDEN = "åland", "finland", "sweden"
RULES = (ALAND, FINLAND, SWEDEN)


def known(rule: str) -> str:
    """The rule, if it is one of those there are; else an error."""
    if rule not in RULES:
        raise ScenarioError("rule_unknown", value=rule, rules=", ".join(RULES))
    return rule


def share_required(rule: str) -> bool:
    """Whether the law asks for 40 per cent of each sex, else the election is held again.

    Åland and Finland: jämställdhetslagen (tasa-arvolaki) 609/1986, 4 a §. Swedish municipal law
    asks for no share.

    Examples
    --------
    >>> share_required("finland"), share_required("sweden")
    (True, False)
    """
    return known(rule) != SWEDEN
