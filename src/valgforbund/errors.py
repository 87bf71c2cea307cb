"""What can be wrong with what a person gives us, each as a sentence a strategist understands."""

from __future__ import annotations

import math
from functools import partial

SENTENCES: dict[str, str] = {
    # numbers and text from people
    "votes_not_whole": "Votes for list {letter} must be a whole number, 0 or more; got '{value}'.",
    "votes_too_many": "Votes for list {letter} may be at most {limit}; got {value}.",
    "number_not_whole": "Expected a whole number, 0 or more; got '{value}'.",
    "number_too_large": "A number here may be at most {limit}; got {value}.",
    "number_not_decimal": "Expected a number with at most six decimals, such as 5.5; "
    "got '{value}'.",
    "per_cent_not_number": "A share must be a number of per cent from 0 to 100; got '{value}'.",
    "column_length": "{lines} numbers were pasted, but there are {lists} lists.",
    "column_line": "Line {line} of what was pasted cannot be read: '{value}'. One list a line: a "
    "whole number, or a letter and a whole number, such as A: 1234.",
    "column_unclear": "What was pasted has {columns} columns of numbers, and it cannot be told "
    "which is wanted; write a word over each, such as Votes and Seats.",
    "column_repeated": "List {letter} occurs twice in what was pasted (line {line}).",
    "column_same_list": "Is {letter} the same list as {other}? Write {other} if it is; if not, "
    "give the new list a letter that is told from {other} at a glance.",
    "column_two_lists": "Line {line} of what was pasted names two lists by letter and name: {one} "
    "and {other}.",
    "too_many_lists": "There may be at most {limit} lists.",
    "column_empty": "Nothing was pasted; write a number a line, or letter and number.",
    "no_alliances": "There is no alliance {name}; there are no alliances yet.",
    "not_a_scenario": "Expected a Scenario; got '{value}'.",
    "not_a_proposal": "Expected a Proposal; got '{value}'.",
    "not_a_meeting": "Expected a Meeting; got '{value}'.",
    "no_vote_of_a_class": "A class counts 2 to {lists} lists, A to {last} in that order, at most "
    "{seats} seats and at most one alliance.",
    "observers_disagree": "Observers of {name} have set it anew {limit} times in one action.",
    "panel_unknown": "There is no part '{name}'; there are {kinds}.",
    "not_a_comparison": "Expected a Comparison, Count or Scenario; got '{value}'.",
    "not_a_simulation": "Expected a Simulation; got '{value}'.",
    "settle_not_mapping": "Give the winners by lot, such as {{lot: 'A'}}; got '{value}'.",
    # scenarios
    "seats_not_whole": "The number of seats must be a whole number, 1 or more; got '{value}'.",
    "no_lists": "A scenario needs votes by list, such as {{'A': 25, 'B': 31}}; got '{value}'.",
    "row_gone": "The table has changed, and the row is not there any more. Look at it again, then "
    "press.",
    "too_many_pins": "At most {limit} variants can be pinned; remove one first.",
    "last_list": "An election needs at least one list.",
    "letter_empty": "A list needs a letter or short name; got '{value}'.",
    "name_too_long": "A name may have at most {limit} characters; got '{value}'.",
    "letter_too_long": "A list's letter may have at most {limit} characters; got '{value}'.",
    "committee_without_name": "A committee needs a name; got '{value}'.",
    "council_too_large": "A council may have at most {limit} members here; these are {value}.",
    "letter_of_several": "More than one list is called {letter}; say which by its letter: "
    "{letters}.",
    "not_by_letter": "Values by letter are wanted, such as {{'A': 25, 'B': 31}}; got '{value}'.",
    "letter_given_twice": "List {letter} is given twice; give it once.",
    "name_given_twice": "'{name}' is given twice; give it once.",
    "votes_missing": "There are no votes for list {letter}; give a whole number, 0 or more.",
    "table_not_series": "Values by letter or name are wanted, not a whole table; from this one "
    "make them with {remedy}.",
    "table_not_names": "Names one after another are wanted, not a whole table; take one of its "
    "columns, such as {remedy}.",
    "values_not_by_name": "Values by name are wanted, such as {{'Jensen': 10}}; got '{value}'.",
    "text_half_character": "This text holds half a character, which nothing can show: '{value}'. "
    "Write it again.",
    "alliances_too_deep": "Groups inside alliances may be at most {limit} deep, and no group holds "
    "itself.",
    "letter_repeated": "The letter {letter} is used by two lists; each list needs its own.",
    "letter_unknown": "There is no list {letter}; the lists are {letters}.",
    "candidates_not_whole": "Candidates of list {letter} must be a whole number, 1 or more; "
    "got '{value}'.",
    "name_not_text": "The name of list {letter} must be text of at most {limit} characters; "
    "got '{value}'.",
    "text_not_text": "{field} must be text; got '{value}'.",
    "alliances_not_groups": "Alliances are groups of letters, such as [['A', 'B'], ['C', 'D']]; "
    "got '{value}'.",
    "list_in_two_alliances": "List {letter} is named in two alliances; a list may be in one only.",
    "alliance_name_repeated": "Two alliances, or an alliance and a list, would both be called "
    "{name}.",
    "alliance_unknown": "There is no alliance {name}; the alliances are {alliances}.",
    "alliance_needs_two": "A new alliance needs at least two lists; got {letters}.",
    "votes_would_be_negative": "List {letter} has {votes} votes; {amount} cannot be taken from it.",
    "amount_not_whole": "The number of votes to move must be a whole number; got '{value}'.",
    "source_unknown": "Votes come from 'new', 'others' or a list's letter; got '{value}'.",
    "source_is_itself": "List {letter} cannot take votes from itself.",
    "source_too_small": "The votes of {source} are too few: {available}, but {amount} are wanted.",
    # lots
    "lot_not_due": "This lot is not due now: {lot}. Due now: {lots}.",
    "lot_winners": "The lot between {tied} has {seats} winner(s) among them; got {winners}.",
    "too_many_outcomes": "There are {outcomes} possible results, more than the {limit} that are "
    "listed; use low, high and expected instead.",
    "seed_not_whole": "The seed of a draw must be a whole number; got '{value}'.",
    "seat_unknown": "There is no seat number {value}; {seats} seats are filled.",
    "seats_too_many_to_order": "Seats are put in order one by one, at most {limit} of them; here "
    "are {seats}.",
    # comparisons
    "places_differ": "The two worlds are of different places: {place} and {other}.",
    "baseline_unknown": "A baseline is 'dissolved', 'none' or another scenario; got '{value}'.",
    "span_ends": "A number that lots leave open is from its least to its most; got {low} to "
    "{high}.",
    "lot_decides": "A lot decides this number: it is from {low} to {high}.",
    # margins
    "unit_unknown": "There is no list or alliance '{value}'; there are {units}.",
    "no_change_up": "However many votes list {letter} gets from there, no seat moves.",
    "no_change_down": "However many votes list {letter} loses, no seat moves.",
    # coalitions and goals
    "never_together": "Lists {one} and {other} must both be in the coalition, but never together.",
    "coalition_too_small": "A coalition of at most {size} lists cannot hold the {lists} that must "
    "be in it.",
    "coalition_size": "The size of a coalition is a whole number of lists, 1 or more, or the "
    "fewest and the most, such as (2, 4); got '{value}'.",
    "apart_not_groups": "Who may or may not ally is told in groups of two letters or more, such as "
    "[('A', 'Ø')]; got '{value}'.",
    "too_many_partners": "List {letter} could form more than {limit} coalitions; ask for a "
    "smaller size.",
    "seats_too_many_to_search": "Alliances that could be are looked through for councils of at "
    "most {limit} seats; this one has {seats}.",
    "too_many_for_bounds": "Fewest and most seats are found for at most {limit} lists; these are "
    "{lists}.",
    # every possible structure
    "structures_too_many": "{lists} lists can ally in {number} ways; up to {limit} lists all of "
    "them are counted. Forbid lists to be together, or look at one list's coalitions or at the "
    "fewest and most seats.",
    "structures_still_too_many": "With what is allowed, {lists} lists can still ally in more than "
    "{limit} ways; forbid more.",
    "structures_large_votes": "Votes times seats are beyond 64 bits; then at most {limit} "
    "structures are counted.",
    "structures_nested": "The alliance {alliance} holds a joint list group; structures are counted "
    "for lists that can each go their own way.",
    "bloc_empty": "Name the list or the lists whose seats are meant.",
    # proportional elections inside a council
    "rule_unknown": "The rule is one of {rules}; got '{value}'.",
    "present_not_whole": "Members present must be a whole number, 1 or more; got '{value}'.",
    "posts_not_whole": "The posts must be a whole number, 2 or more; got '{value}'.",
    "no_slates": "A proportional election needs at least one list of candidates.",
    "slates_not_slates": "A proportional election takes lists of candidates, such as "
    "[slate('1', 7, ['Maja Berg', 'Nils Ek'])]; got '{value}'.",
    "candidates_not_names": "Candidates of list {slate} are names in order, such as ['Maja Berg', "
    "'Nils Ek'], or a text with one a line; got '{value}'.",
    "slate_without_name": "A list of candidates needs a name.",
    "slate_repeated": "Two lists of candidates are called {slate}; each needs its own name.",
    "board_open": "It is not certain yet who is on the board; its chair is one of them.",
    "not_on_board": "{name} on list {slate} is not on the board; its chair is one of {elected}.",
    "slate_empty": "List {slate} names no candidates.",
    "slate_unknown": "There is no list of candidates {slate}; the lists are {slates}.",
    "slate_votes_not_whole": "Votes for list {slate} must be a whole number, 0 or more; "
    "got '{value}'.",
    "slate_order": "An order names each list once: {slates}; got {value}.",
    "candidate_without_name": "Place {place} of list {slate} has no name.",
    "candidate_repeated": "{name} stands on list {first} and again on list {second}; a person "
    "stands once, on one list.",
    "sex_unknown": "The sex of {name} is 'woman', 'man' or empty; got '{value}'.",
    "sex_not_known": "A sex is 'woman', 'man' or empty; got '{value}'.",
    "too_many_slates": "There may be at most {limit} lists of candidates.",
    "field_not_whole": "{field}: a whole number from {least} to {most}; got '{value}'.",
    "candidates_in_a_line": "Line {line} of a list of candidates names more than one person, or "
    "has something after the sex: '{value}'. Write one person a line: Maja Berg (woman) – Nils Ek "
    "(man), with the substitute after the dash.",
    "no_lot_due": "No lot is due.",
    # many elections at once
    "workers_not_whole": "The number of workers must be a whole number from 1 to {limit}; "
    "got '{value}'.",
    "client_unknown": "A client must be a Dask distributed.Client; got '{value}'.",
    "client_closed": "The Dask client is closed; open a new one.",
    "label_given_twice": "The label {label} is given twice; each variant needs its own.",
    "council_repeated": "{place} is given twice, but a council counts once.",
    "elections_none": "Give at least one election.",
    "remarks_not_mapping": "Give remarks by place, such as {{'Ry': 'a good year'}}; got '{value}'.",
    "study_group_unknown": "A study is grouped by {groups}; got '{value}'.",
    "alliances_unknown": "Alliances are not known in {unknown} of {councils} councils, such as "
    "{place}, and nothing is not zero. Give scenarios with alliances of your own.",
    # simulation
    "count_not_whole": "The number of {what} must be a whole number, 1 or more; got '{value}'.",
    "count_too_large": "The number of {what} may be at most {limit}; got {value}.",
    "seats_too_many_to_draw": "Votes are drawn for councils of at most {limit} seats; this one has "
    "{seats}.",
    "model_unknown": "A model is a Poll, a Swing or Draws; got '{value}'.",
    "model_number": "{field} must be a number from {low} to {high}; got '{value}'.",
    "shares_not_mapping": "Give shares in per cent by letter, such as {{'A': 25.5}}; "
    "got '{value}'.",
    "shares_exceed": "Shares add up to {value} per cent; 100 is all there is.",
    "guesses_not_mapping": "Give guesses by letter, such as {{'Å': (2, 1)}}; got '{value}'.",
    "guess_unusable": "A guess for list {letter} is a share above 0 and its standard deviation, "
    "both in per cent, such as (2, 1); got '{value}'.",
    "blocs_not_groups": "Blocs are groups of letters, such as ['ABF', 'CV']; got '{value}'.",
    "blocs_not_named": "Blocs are letters by name, such as {{'red': 'ABF'}}; got '{value}'.",
    "bloc_unknown": "There is no bloc {value}; the blocs are {blocs}.",
    "list_in_two_blocs": "List {letter} is named in two blocs; a list moves with one at most.",
    "draws_not_table": "Draws are a DataFrame with a column a letter and a row a draw; got "
    "'{value}'.",
    "bloc_name_taken": "{name} is the alliance of {letters} already; give the bloc another name.",
    "draws_column_repeated": "The draws have two columns for list {letter}.",
    "share_and_guess": "List {letter} has both a share in the poll and a guess; give it one.",
    "shares_in_fractions": "The shares of all lists add up to {value} per cent; shares are in per "
    "cent, such as 25 and not 0.25.",
    "draws_column_missing": "The table of draws has no column for list {letter}.",
    "draws_not_votes": "Row {row} of the draws: votes for list {letter} must be a whole number, 0 "
    "or more; got '{value}'.",
    "draws_too_few": "{value} draws are wanted, but the table has {rows} rows.",
    "no_votes_to_draw": "There are no votes to draw around; give the lists votes or shares first.",
    "votes_too_many_to_draw": "A draw has {value} votes in all, too many to be counted by the "
    "million; votes times seats and lists may be at most 2^52.",
    "baseline_lists_differ": "The world without must have the same lists in the same order; it has "
    "{letters}.",
    "simulation_without_alliance": "The simulation names no alliance, so nothing is saved or lost; "
    "name one.",
    # wording
    "language_unknown": "There is no language '{value}'; there are {languages}.",
    "party_unknown_near": "There is no nationwide party '{value}'; did you mean {near}?",
    "party_unknown": "There is no nationwide party '{value}'; parties go by their names, such as "
    "Venstre, because a letter is not a party.",
    "party_nowhere": "{party} stood in none of these elections: {elections}.",
    # what is kept and sent
    "kept_of_another_kind": "This is a {kind}; a {wanted} is wanted here.",
    "kept_version_unknown": "This {kind} is of version {version}; this program knows those up to "
    "{known}. A newer one can read it.",
    "kept_too_large": "What is kept may have at most {limit} bytes; this has {size}.",
    "kept_not_readable": "What was kept cannot be read: it is not as it should be at {place}.",
    "code_version_unknown": "The code begins with {version}; this program knows {known}. A newer "
    "one can read it.",
    "code_torn": "The code is not whole: '{value}'. Copy all of it, from VF to its last character.",
    "read_no_code": "A code is wanted, such as VF1-…, as code() of a scenario gives it; got "
    "'{value}'. Files and tables are not read yet.",
    "read_code_is_whole": "A code has seats and place of its own; '{value}' is for tables.",
    "read_of_a_tool": "The code is a tool's ({kind}) and not one scenario; open it in that tool.",
    # bundled elections
    "election_unknown": "There is no election '{value}'; the elections are {KV} (municipal), {RV} "
    "(regional) and {EP} (European Parliament).",
    "place_missing": "{election} was held in {councils} places; say which one, by name or code.",
    "place_unknown_near": "There is no '{value}' in {election}; did you mean {near}?",
    "place_unknown": "There is no '{value}' in {election}; elections() lists its places.",
    "official_seats_unknown": "The official seats of {place} in {election} are not known; "
    "elections() says where they are.",
    "official_order_unknown": "The official order of the seats of {place} in {election} is not "
    "known; it is for KV2025 and RV2025.",
    # the council after the election
    "council_not_seats": "Seats by list are wanted, such as {{'A': 9, 'C': 5}}; got '{value}'.",
    "council_seats_not_whole": "Seats of list {letter} must be a whole number, 0 or more; got "
    "'{value}'.",
    "council_empty": "A council needs members; none of the lists {letters} has a seat.",
    "council_lots_open": "A lot between {tied} is open; draw it or say who won.",
    "groups_not_letters": "Groups are lists of letters, such as [['A', 'F'], ['C', 'V']]; got "
    "'{value}'.",
    "list_in_two_groups": "List {letter} is named in two groups; a list is in one group only.",
    "group_name_repeated": "Two groups would both be called {name}.",
    "group_unknown": "There is no group {value}; the groups are {groups}.",
    "quota_not_possible": "A majority here is a whole number from 1 to {seats}; got '{value}'.",
    "too_many_coalitions": "There are {coalitions} coalitions in which everyone is needed, more "
    "than the {limit} that are listed; gather lists in blocs.",
    "committee_size": "{committee} must have an odd number of members, at most {half} (half of "
    "the council); got '{value}'.",
    "body_size": "{committee} must have a whole number of members from 1 to {most}; got '{value}'.",
    "committee_kind": "A committee is one of {kinds}; got '{value}'.",
    "committees_not_named": "Give committees as sizes by name, such as {{'Kultur': 5}}, or as "
    "Committee; got '{value}'.",
    "finance_repeated": "A council has one finance committee; {committees} are given as such.",
    "committee_repeated": "Two committees are called {name}; each needs its own name.",
    "committee_unknown": "There is no committee '{value}'; the committees are {committees}.",
    "office_too_many": "List {letter} cannot hold that many seats in {committee} by office.",
    "present_too_many": "Of list {letter} at most {seats} can take part; got {value}.",
    "nobody_takes": "{group} can give up a seat in {committee} only if another group takes it; "
    "say which one.",
    "nothing_to_give": "{giver} has no seat in {committee} that it can hand over to {taker}.",
    "nothing_to_add": "No group lost its majority in {committee} by the levelling, so none may add "
    "members there.",
    "transfers_not_due": "These transfers are not what the levelling asks for: {due}.",
    "too_many_groupings": "{lists} lists can be grouped in {groupings} ways, more than the "
    "{limit} that are counted; name the lists that may move.",
    "post_kind": "A post is one of {kinds}; got '{value}'.",
    "post_unknown": "There is no post '{value}'; the posts are {posts}.",
    "post_repeated": "The post {name} is named twice; give its number of places instead.",
    "places_not_whole": "The number of places of {name} must be a whole number, 1 or more; got "
    "'{value}'.",
    "ballot_not_votes": "A ballot is votes by candidate, such as {{'Jensen': 10}}; got '{value}'.",
    "ballot_not_whole": "Votes for {candidate} must be a whole number, 0 or more; got '{value}'.",
    "ballot_too_many": "More votes were cast ({votes}) than members are present ({present}).",
    "present_above_council": "The council has {members} members; {value} cannot be present.",
    "present_elects": "With {value} members present {candidate} is elected in ballot {ballot}; "
    "remove the ballots after it first.",
    "row_repeated": "{name} stands on two lines; gather them in one.",
    "row_incomplete": "The line with '{values}' lacks what belongs under '{column}'; write it, or "
    "remove the line.",
    "body_missing": "{kind}: name the committee, board or delegation that the post is in.",
    "committee_too_large": "{committee} has {size} members, but in a council of {seats} it may "
    "have at most {most}: shrink that committee first.",
    "mayor_elected": "{candidate} is elected; no further ballot is held.",
    "ballot_nobody": "Nobody got a vote in the second ballot, so there are no two for a third.",
    "ballot_finalists": "The third ballot is between {finalists}; {candidate} is not among them.",
}

ECHO = 40  # characters of a person's input that a message repeats
LIST = 400  # characters of a list of all that is allowed
ALLOWED = ("letters", "groups", "committees", "posts", "kinds", "remedy")  # such lists, a line


class ScenarioError(ValueError):
    """Something given to us cannot be used; nothing has been changed.

    Parameters
    ----------
    code : str
        Key of `SENTENCES`; wording in other languages goes by it.
    **values
        What the sentence names: the offending value, its place, what is allowed.

    Examples
    --------
    >>> print(ScenarioError("votes_not_whole", letter="V", value="12.7"))
    Votes for list V must be a whole number, 0 or more; got '12.7'.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = {
            key: shorten(value, LIST if key in ALLOWED else ECHO) for key, value in values.items()
        }
        super().__init__(SENTENCES[code].format(**self.values))

    def __reduce__(self) -> tuple[partial[ScenarioError], tuple[()]]:
        """Made again from code and values, so that it can cross processes."""
        return partial(ScenarioError, self.code, **self.values), ()


def shorten(value: object, most: int = ECHO) -> object:
    """Cut an echoed text so that a message stays a message; numbers stay numbers.

    Examples
    --------
    >>> shorten("x" * 50) == "x" * 39 + "…"
    True
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 10**15 else _few_digits(value)
    try:
        text = " ".join(str(value).split())
    except ValueError:  # Python writes no whole number of more than some thousand digits
        text = type(value).__name__
    text = text.encode(errors="replace").decode()  # halves of characters become question marks
    return text if len(text) <= most else text[: most - 1] + "…"


def _few_digits(number: int) -> str:
    """The first digits of a large number, and how many there are.

    Examples
    --------
    >>> _few_digits(-(10**5000))
    '-100000… (5001 digits)'
    """
    digits = int(math.log10(abs(number))) + 1
    first = abs(number) // 10 ** (digits - 6)
    if first < 10**5:  # the logarithm was rounded up to the next power of ten
        digits, first = digits - 1, abs(number) // 10 ** (digits - 7)
    return f"{'-' * (number < 0)}{first}… ({digits} digits)"
