"""Random elections, also with ties, limits, nested groups and hostile letters: what is said holds.

The numbers are read back from the sentences and held against the slow count of these tests.
"""

import random
import re

import slow_count
from elections import random_scenario
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from sampling import examples

from valgforbund import Scenario, compare, count, waste_by_list
from valgforbund.baselines import Baseline, choices
from valgforbund.wording import council, headline, words
from valgforbund.wording.stemmespild import CHOICES, carried_lines, votes_line

HOSTILE = (
    "<b>", "{x}", "{0}", "%s", r"$\frac$", "'", '"', "A-B", "-", "+1", "Liste 1", "&amp;",
    "<img src=x onerror=alert(1)>", "😀", "others", "new", "x" * 100,
)  # fmt: skip

small = st.builds(lambda seed: random_scenario(random.Random(seed)), st.integers(0, 10**6))


def renamed(s: Scenario, letters: list[str]) -> Scenario:
    """The same election with other letters."""
    new = dict(zip(s.letters, letters, strict=False))

    def group(members: tuple[object, ...]) -> list[object]:
        return [new[m] if isinstance(m, str) else group(m.members) for m in members]

    return Scenario(
        {new[letter]: votes for letter, votes in zip(s.letters, s.ballots, strict=True)},
        s.seats,
        [group(alliance.members) for alliance in s.alliances],
        candidates={new[a]: n for a, n in zip(s.letters, s.limits, strict=True) if n},
    )


def everything_said(s: Scenario, language: str) -> list[tuple[Baseline | None, Markup]]:
    """Every sentence that the explorer could show for a scenario."""
    texts, c = words(language), count(s)
    said = [(None, council.majority(texts, c))]
    said += [(None, each) for each in council.vacant(texts, c)]
    said += [(None, each) for each in council.short_lists(texts, c)]
    said += [(None, each) for each in headline.lots_due(texts, c)]
    said += [(None, each) for each in council.impossible(texts, s)]
    said += [(None, each) for each in carried_lines(texts, waste_by_list(c))]
    for alliance in s.alliances:
        against_none = compare(s, alliance, Baseline("none"))
        said.append((None, headline.everything(texts, against_none)))
        for baseline in choices(s, alliance):
            k = compare(s, alliance, baseline)
            said.append((baseline, headline.headline(texts, k, baseline)))
            said += [(None, headline.ours(texts, k, baseline, each)) for each in s.letters]
            said += [(None, votes_line(texts, k, baseline, measure)) for measure in CHOICES]
    return said


@given(small, st.sampled_from(["da", "en"]))
def test_every_sentence_is_a_sentence(s: Scenario, language: str) -> None:
    for _, text in everything_said(s, language):
        plain = text.striptags()
        assert plain[-1] in ".:", plain
        assert plain[0].isupper() or plain[0].isdigit(), plain
        assert "None" not in plain
        assert "{" not in plain
        assert "  " not in plain
        assert not re.search(r"[,;:] *[,;:.]| [.,;]", plain), plain  # a part is missing


@examples(30)
@given(small, st.permutations(HOSTILE), st.sampled_from(["da", "en"]))
def test_hostile_letters_stay_text(s: Scenario, letters: list[str], language: str) -> None:
    s = renamed(s, letters)
    own = r'<strong class="vf-(gain|loss|lot|inside)">|</strong>|<span class="vf-nowrap">|</span>'
    for _, text in everything_said(s, language):
        left = re.sub(own, "", str(text))
        assert "<" not in left, left
        assert ">" not in left, left


# ---- the numbers, read back ----


def spans(s: Scenario) -> dict[str, tuple[int, int]]:
    """Fewest and most seats by list, from the slow count."""
    results = [dict(result) for result in slow_count.outcomes(s)]
    return {
        letter: (min(r[letter] for r in results), max(r[letter] for r in results))
        for letter in s.letters
    }


def worlds(s: Scenario, name: str, baseline: Baseline) -> tuple[Scenario, Scenario]:
    """With and without, put together by hand."""
    members = list(s.alliance(name).letters)
    rest = [list(a.letters) for a in s.alliances if a.name != name]
    if baseline.kind == "none":
        return s, s.with_alliances([])
    if baseline.kind == "dissolved":
        return s, s.with_alliances(rest)
    if baseline.kind == "out":
        return s, s.with_alliances([*rest, [m for m in members if m != baseline.letter]])
    others = [[m for m in group if m != baseline.letter] for group in rest]
    return s.with_alliances([*others, [*members, baseline.letter]]), s


NUMBERS = {
    word: n
    for language in ("da", "en")
    for n, word in enumerate(words(language).template("count_words").split("|"))
}


def moves_said(text: str) -> dict[str, int]:
    """``O og Æ får ét mere hver, A to færre`` as changes by letter."""
    found: dict[str, int] = {}
    for part in re.split(
        r", (?!(?:and|og) )(?=[A-Z]+(?:,| og| and| får| gets?| \w+ (?:m|f)))", text
    ):
        match = re.search(
            r"((?:[A-G](?:, and |, | og | and )?)+) (?:får |gets? )?(\w+) (mere|færre|more|fewer)",
            part,
        )
        if match:
            sign = 1 if match[3] in {"mere", "more"} else -1
            number = NUMBERS[match[2]] if match[2] in NUMBERS else int(match[2])
            found |= dict.fromkeys(re.findall(r"[A-G]", match[1]), sign * number)
    return found


flat = small.filter(
    lambda s: (
        all(isinstance(m, str) for a in s.alliances for m in a.members)
        and bool(s.alliances)
        and sum(s.ballots) > 0
    )
)


@given(flat, st.sampled_from(["da", "en"]))
def test_the_headline_says_what_the_slow_count_finds(s: Scenario, language: str) -> None:
    texts = words(language)
    for alliance in s.alliances:
        for baseline in choices(s, alliance):
            with_, without = worlds(s, alliance.name, baseline)
            here, there = spans(with_), spans(without)
            moved = {
                letter: (here[letter][0] - there[letter][1], here[letter][1] - there[letter][0])
                for letter in s.letters
            }
            moved = {letter: ends for letter, ends in moved.items() if ends != (0, 0)}
            k = compare(s, alliance, baseline)
            text = headline.headline(texts, k, baseline).striptags()
            is_open = any(low != high for low, high in moved.values())
            if k.saved.is_open and not baseline.letter:
                certain = (
                    len({sum(dict(r)[x] for x in alliance.letters) for r in slow_count.outcomes(s)})
                    == 1
                )
                elsewhere = bool(re.search("i sammenligningen|in the comparison", text))
                assert elsewhere or not certain, text
            assert is_open == bool(re.search(r"\blod|\ba lot\b", text.lower())), text
            if is_open:
                continue
            if not moved:
                nothing = "ikke et eneste mandat|moves no seat|no seat moves|no seat would move"
                assert re.search(nothing, text), text
                assert not re.search("redder|saves", text)
                continue
            expected = {letter: low for letter, (low, _) in moved.items()}
            one = re.search(r"(?:fra|from) ([A-G]) (?:til|to) ([A-G])", text)
            said = {one[1]: -1, one[2]: 1} if one else moves_said(text.partition(":")[2])
            assert said == expected, text
            members = {*alliance.letters} | ({baseline.letter} - {""})
            saved = sum(change for letter, change in expected.items() if letter in members)
            number = re.search(r"(?:redder|saves|lister|lists) (\w+) (?:mandat|seat)", text)
            if not baseline.letter and saved:
                assert number, text
                said_number = NUMBERS.get(number[1]) or int(number[1])
                assert said_number == abs(saved)
                assert bool(re.search("redder|saves", text)) == (saved > 0)


@given(small)
def test_a_lot_that_is_due_is_always_said_and_shown(s: Scenario) -> None:
    texts, c = words("da"), count(s)
    due = [each.striptags() for each in headline.lots_due(texts, c)]
    assert len(due) == len(slow_count.lots_due(s))
    if c.lots:
        for alliance in s.alliances:
            for kind in ("dissolved", "none"):
                k = compare(s, alliance, Baseline(kind))
                assert "lodtrækning" in headline.headline(texts, k, Baseline(kind))
            k = compare(s, alliance, Baseline("none"))
            assert re.search(r"\blod", headline.everything(texts, k).lower())


@given(small)
def test_votes_are_only_said_to_give_seats_where_seats_moved(s: Scenario) -> None:
    """Against the list standing alone, counted slowly."""
    frame = waste_by_list(count(s))
    lines = [each.striptags() for each in carried_lines(words("da"), frame)]
    told = [line.partition(" fik intet mandat, men ") for line in lines]
    gave = {letter: after for who, _, after in told if after for letter in re.findall("[A-G]", who)}
    for letter, line in gave.items():
        here, there = spans(s), spans(s.leave(letter))
        changes = {each: here[each][0] - there[each][0] for each in s.letters}
        assert here[letter] == (0, 0)
        assert any(changes.values()), line
        match = re.search(r"gav ([A-G]) ét\.$|havde ([A-G]) fået ét mandat færre", line)
        if match:
            assert changes[match[1] or match[2]] == 1, line
    votes = dict(zip(s.letters, s.ballots, strict=True))
    for letter, line in gave.items():
        assert f"{letter}'s {votes[letter]} " in line
