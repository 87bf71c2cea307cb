"""Many elections at once: what every alliance did, and what it all comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

import pandas as pd

from valgforbund import checks
from valgforbund.comparison import spread
from valgforbund.errors import ScenarioError
from valgforbund.frames import table, text, whole
from valgforbund.progress import Progress
from valgforbund.scenario import Scenario
from valgforbund.sources.elections import Elections, name_of, scenarios
from valgforbund.sources.places import region
from valgforbund.study import figures, tables
from valgforbund.study.council import Council, Variant, examine
from valgforbund.workers import each

if TYPE_CHECKING:
    from distributed import Client

TOGETHER = 12  # councils in one task of a cluster: at least 0.2 seconds
SIZES = (15, 19, 25, 31)  # the largest council of each class but the last

Group = Literal["election", "label", "region", "size"]


@dataclass(frozen=True)
class Study:
    """What alliances did in some councils; made by `study`.

    Attributes
    ----------
    results : tuple of Council
        One a council; the frames are built from it when asked for.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> study(s).alliances[["alliance", "saved_dissolved", "changes_dissolved"]]
      alliance  saved_dissolved changes_dissolved
    0      C-D                1           A-1 D+1
    """

    results: tuple[Council, ...]

    def __repr__(self) -> str:
        councils, alliances = len(self.results), len(self.alliances)
        return (
            f"<Study: {councils} council{'s' * (councils != 1)}, "
            f"{alliances} alliance{'s' * (alliances != 1)}>"
        )

    def _repr_html_(self) -> str:
        from valgforbund.reports import shown  # noqa: PLC0415 -- only a notebook needs the words

        return shown.country(self)

    @property
    def alliances(self) -> pd.DataFrame:
        """One row an alliance.

        Returns
        -------
        DataFrame
            ``election``, ``code`` and ``place``, ``label`` (what tells variants of a council
            apart), ``region``, ``council_seats``; ``alliance``, ``members``,
            ``votes``, ``share``, ``seats``; against each baseline, ``dissolved`` and ``none``:
            ``saved_…`` and ``changes_…`` (who gains and who loses); ``wasted_…``,
            ``unrepresented_…`` and ``remainder_…``: votes of the whole council, ``…_with`` and
            ``…_dissolved``; ``votes_to_gain``, ``votes_to_lose`` and what they would change.
            What a lot decides is missing, with its bounds in ``…_low`` and ``…_high``.
        """
        return tables.alliances(self.results)

    @property
    def lists(self) -> pd.DataFrame:
        """One row a list.

        Returns
        -------
        DataFrame
            ``election``, ``code``, ``place``, ``label``, ``region``, ``council_seats``;
            ``letter``, ``party`` (missing for local lists), ``name``, ``alliance`` (missing for
            a list alone), ``votes``, ``share``, ``seats``. Seats now
            minus seats without: ``owed_dissolved`` (its alliance dissolved), ``owed_none`` (no
            alliances), ``owed_alone`` (it alone, the rest together). ``gave`` and ``took``: seats
            that its partners have more and fewer because it is inside, against it alone;
            ``partner_changes``: which. The votes to one seat more and fewer. ``best``: what would
            have given it most seats, all else equal: ``"stays"``, ``"joins"`` or ``"pairs"``;
            ``best_with`` whom; ``best_seats``; ``regret``: how many more than now.
            What a lot decides is missing, with its bounds in ``…_low`` and ``…_high``.
        """
        return tables.lists(tables.owned(self.results, lambda council: council.standings))

    @property
    def councils(self) -> pd.DataFrame:
        """One row a council.

        Returns
        -------
        DataFrame
            ``election``, ``code``, ``place``, ``label``, ``region``, ``council_seats``;
            ``lists``, ``alliances``,
            ``votes``; ``moved_none``: seats on another list than with no alliances at all, and
            ``changes_none``: which; the three measures of waste, ``…_with`` and ``…_none``;
            ``majority``: who has a majority of seats only; ``overtaken``: such as ``"V<O"``, V
            has more votes than O and fewer seats; ``lots``, ``vacant``, ``notes``.
        """
        return tables.councils(self.results)

    @property
    def majorities(self) -> pd.DataFrame:
        """One row an alliance or free list with a majority of the seats, but not of the votes."""
        return tables.majorities(self.results)

    @property
    def inversions(self) -> pd.DataFrame:
        """One row a pair of lists of which the one with more votes has fewer seats."""
        return tables.inversions(self.results)

    @property
    def totals(self) -> pd.DataFrame:
        """What it comes to, each figure with its definition and what it is a part of.

        Returns
        -------
        DataFrame
            Index ``figure``; ``value`` (missing where a lot decides), ``value_low``,
            ``value_high``, ``of``, ``of_value``, ``definition``. Read ``saved_dissolved`` never
            without ``moved_none``.
        """
        found = figures.values(self.results)
        parts = [figure.of for figure in figures.FIGURES]
        return table(
            found,
            "figure",
            {
                **spread({"value": list(found.values())}),
                "of": text(parts),
                "of_value": whole([found[part].low if part else None for part in parts]),
                "definition": text([figure.definition for figure in figures.FIGURES]),
            },
        )

    def by(self, group: Group) -> pd.DataFrame:
        """The figures of `totals` for each election, region or size of council.

        Parameters
        ----------
        group : str
            ``"election"``, ``"label"``, ``"region"`` or ``"size"`` (seats of the council).

        Returns
        -------
        DataFrame
            One row a group, a column a figure, with ``_low`` and ``_high``; `totals` has the
            definitions.
        """
        if group not in get_args(Group):
            groups = ", ".join(get_args(Group))
            raise ScenarioError("study_group_unknown", value=group, groups=groups)
        parts: dict[str, list[Council]] = {}
        for council in sorted(self.results, key=lambda c: c.scenario.seats):
            parts.setdefault(_group(council, group), []).append(council)
        found = [figures.values(part) for part in parts.values()]
        columns = {
            figure.name: [value[figure.name] for value in found] for figure in figures.FIGURES
        }
        return table(parts, group, spread(columns))

    def closest(self, number: int = 20) -> pd.DataFrame:
        """The lists that lacked fewest votes to one more seat; all that lack as many as the last.

        Returns
        -------
        DataFrame
            Rows of `lists`, closest first, of equal ones that with most votes and then by letter:
            ``election``, ``code``, ``place``, ``label``, ``letter``, ``party``, ``name``,
            ``alliance``, ``votes``, ``votes_to_gain``, ``gain_changes``.
        """
        many = checks.whole(number, 1, "count_not_whole", what="lists")
        columns = ["election", "code", "place", "label", "letter", "party", "name", "alliance"]
        rows = self.lists[[*columns, "votes", "votes_to_gain", "gain_changes"]]
        ranked = rows.dropna(subset="votes_to_gain").sort_values(
            ["votes_to_gain", "votes", "letter"], ascending=[True, False, True], kind="stable"
        )
        most = ranked["votes_to_gain"].head(many).max()
        near: pd.DataFrame = ranked[ranked["votes_to_gain"] <= most]
        return near.reset_index(drop=True)


def study(
    elections: Elections | Mapping[str, Elections],
    *,
    client: Client | None = None,
    workers: int = 1,
    progress: Progress | None = None,
) -> Study:
    """What alliances did in a whole election, or in any scenarios.

    Parameters
    ----------
    elections : str, Scenario, or iterable of them; or mapping of label to them
        Bundled elections such as ``"KV2025"``, and scenarios of your own. Labels tell variants of
        a council apart; without them they are numbered.
    client : distributed.Client, optional
        A Dask cluster that does the work; for thousands of councils.
    workers : int
        Threads on this machine. Counting one council after another holds Python's lock, so more
        than one do not pay.
    progress : callable, optional
        Called as ``progress(done, total)``, in councils.

    Returns
    -------
    Study

    Raises
    ------
    ScenarioError
        If a council is given twice, or its alliances are not known: nothing is not zero.
        Scenarios with alliances of your own are counted whatever their notes say.

    Examples
    --------
    >>> european = study(["EP2019", "EP2024"])
    >>> european.alliances.query("election == 'EP2024'")[["alliance", "saved_dissolved"]].values
    array([['A-F-Å', 1], ['B-M-V', 0], ['C-I', 0]], dtype=object)
    >>> european.totals["value"].loc[["seats", "moved_none"]].to_list()
    [29, 1]
    """
    chosen = variants(elections)
    councils = [variant.scenario for variant in chosen]
    unknown = [s for s in councils if not are_known(s)]
    if unknown:
        raise alliances_unknown(unknown, councils)
    results = each(
        examine, councils, client=client, workers=workers, progress=progress, together=TOGETHER
    )
    return Study(
        tuple(
            replace(council, label=variant.label)
            for council, variant in zip(results, chosen, strict=True)
        )
    )


def variants(elections: object) -> list[Variant]:
    """The councils that are given, each with what tells it apart from others of the same place.

    Examples
    --------
    >>> from valgforbund.sources.source import load_all
    >>> s = load_all("EP2024")[0]
    >>> [each.label for each in variants([s, s.leave("Å")])], variants(s)[0].label
    (['1', '2'], None)
    >>> [each.label for each in variants({"as it was": s, "Å alone": s.leave("Å")})]
    ['as it was', 'Å alone']
    """
    if isinstance(elections, Mapping):
        labels = [checks.plain(checks.text("label", label)) for label in elections]
        for label, times in Counter(labels).items():
            if times > 1:
                raise ScenarioError("label_given_twice", label=label)
        return [
            Variant(scenario, label)
            for label, part in zip(labels, elections.values(), strict=True)
            for scenario in scenarios(part)
        ]
    found = scenarios(elections)
    many, seen = Counter(map(_where, found)), Counter[tuple[str, str]]()
    numbered = []
    for scenario in found:
        seen[_where(scenario)] += 1
        is_one = many[_where(scenario)] == 1
        numbered.append(Variant(scenario, None if is_one else str(seen[_where(scenario)])))
    return numbered


def _where(scenario: Scenario) -> tuple[str, str]:
    return scenario.election, scenario.place


def alliances_unknown(unknown: list[Scenario], councils: list[Scenario]) -> ScenarioError:
    """The error that says in how many of the councils nobody knows who was allied."""
    counts = {"unknown": len(unknown), "councils": len(councils)}
    return ScenarioError("alliances_unknown", place=name_of(unknown[0]), **counts)


def are_known(scenario: Scenario) -> bool:
    """Whether it is known who was allied; alliances of one's own are."""
    return bool(scenario.alliances) or "alliances_unknown" not in scenario.notes


def _group(council: Council, group: Group) -> str:
    scenario = council.scenario
    if group == "label":
        return council.label or ""
    if group == "election":
        return scenario.election
    if group == "region":
        return region(scenario.place)
    for least, most in zip((1, *(size + 1 for size in SIZES)), SIZES, strict=False):
        if scenario.seats <= most:
            return f"{least}-{most}"
    return f"{SIZES[-1] + 1}-"
