"""The tables of the agreement: who has which post, by list, and held against d'Hondt."""

from __future__ import annotations

from markupsafe import Markup

from valgforbund.council import Post
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.workbench.cells import Cell, Row, span, text
from valgforbund.explorer.workbench.markup import cut, element, table
from valgforbund.frames import rows_of
from valgforbund.ranges import Span
from valgforbund.wording import Words
from valgforbund.wording import constitution_agreement as wording

GROUPS, LISTS = "groups", "lists"  # what posts are held against
FEW = 12  # posts that are shown before the person asks for the rest


def posts(words: Words, rows: list[Row]) -> Markup:
    """Every post with who has it."""
    head = [words(f"agreement.{key}") for key in ("post", "holder", "person")]
    return element(
        "div",
        element("p", words("agreement.press"), class_="vf-quiet"),
        table(head, rows, words("agreement.posts"), first=FEW),
        class_="vf-left-table",
    )


def post_row(words: Words, posts: tuple[Post, ...], place: int, pressed: bool) -> Row:
    """One post, to be pressed."""
    post = posts[place]
    named = wording.place(words, post.kind, post.body)
    cells = (text(named, 60), text(post.holder or words("agreement.open"), 24), text(post.person))
    label = words("agreement.edit_row", what=cut(wording.post(words, post), 80))
    known = (*post, posts[:place].count(post))  # the last tells equal ones apart
    return Row(cells, "\n".join(map(str, known)), label, pressed)


def matrix(results: Results) -> Markup:
    """A row a post, a column a list that has a seat, a post or a part in the agreement."""
    words, proposal = results.words, results.proposal
    frame = proposal.agreement.table
    if frame.empty:
        return element("p", words("agreement.empty"))
    party = {*proposal.seated, *proposal.parties}
    letters = [each for each in proposal.council.letters if each in party or frame[each].any()]
    columns = [*letters, frame.columns[-1]]  # the last: what is open
    rows = [
        (
            wording.place(words, *index),
            *(Cell(element("b", int(many)), int(many)) if many else "" for many in numbers),
        )
        for index, *numbers in frame[columns].itertuples(name=None)
    ]
    total = (words("agreement.total"), *(int(frame[each].sum()) for each in columns))
    head = (words("agreement.post"), *letters, words("agreement.open"))
    return table(head, rows, words("agreement.matrix"), foot=[total])


def held(results: Results, against: str) -> Markup:
    """Over and under, by kind of post and group."""
    words, agreement = results.words, results.proposal.agreement
    if against == LISTS:
        agreement = agreement.with_groups(())
    frame = agreement.against
    first = ~frame["kind"].duplicated()  # what is open is open to all groups: said once
    rows = [
        (
            f"{words(f'agreement.kinds_{row.kind}')}: {cut(row.group, 40)}",
            row.members,
            row.agreed,
            span(words, Span(row.dhondt_low, row.dhondt_high)),
            Cell(_balance(words, row.over, row.under), row.over - row.under),
            row.open if is_first else "",
        )
        for row, is_first in zip(rows_of(frame), first, strict=True)
    ]
    if not rows:
        return Markup("")
    keys = ("group", "members", "agreed", "dhondt", "balance", "left")
    head = [words(f"agreement.column_{key}") for key in keys]
    return element(
        "div",
        table(head, rows, words("agreement.held")),
        element("p", words("agreement.held_note"), class_="vf-quiet"),
    )


def _balance(words: Words, over: int, under: int) -> Markup:
    if over:
        return element("b", words("agreement.over", n=over), class_="vf-up")
    if under:
        return element("b", words("agreement.under", n=under), class_="vf-down")
    return element("span", words("agreement.even"))
