"""The menu in which a person says which list is theirs."""

from __future__ import annotations

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.workbench.markup import cut

NOBODY = ""


def choices(results: Results, nobody: str) -> tuple[list[tuple[str, str]], str]:
    """All lists behind the text for none of them, and the one that was chosen."""
    scenario, ours = results.scenario, results.view.ours
    lists = [
        (f"{cut(letter)} {cut(name)}", letter)
        for letter, name in zip(scenario.letters, scenario.names, strict=True)
    ]
    chosen = ours if ours in scenario.letters else NOBODY
    return [(results.words(nobody), NOBODY), *lists], chosen
