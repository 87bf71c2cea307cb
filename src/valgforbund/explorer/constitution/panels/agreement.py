"""Aftalen: posts × lists, held against d'Hondt, and what it lacks."""

from __future__ import annotations

from dataclasses import replace

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.council import Post, findings
from valgforbund.council.agreement import DEPUTY, KINDS, MAYOR
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.panels import agreed as tables
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.rows import number
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.explorer.workbench.table import Table
from valgforbund.wording import constitution_agreement as wording

OPEN = ""  # what a menu holds for a post that nobody has


class AgreementPanel:
    """Who gets which post."""

    title = "constitution.agreement"

    def __init__(self, state: State, guard: Guard) -> None:
        self._state, self._guard = state, guard
        self._results: Results | None = None
        self._parties = fields.Text(guard, "agreement.parties", self._agree)
        self._kind, self._holder, self._other = (
            fields.Menu(guard, f"agreement.{key}") for key in ("kind", "holder", "other")
        )
        self._body = fields.Suggested("agreement.body", hint="agreement.body_hint")
        self._number = fields.Entry("agreement.number", "vf-few")
        self._person, self._name = (fields.Entry(f"agreement.{key}") for key in ("person", "name"))
        self._pressed: tuple[int, str, str] | None = None  # place, kind and body of a post
        self._posts = Table(guard, self._press)
        self._add = fields.Button(guard, "agreement.add", self._add_posts)
        self._save = fields.Button(guard, "agreement.save", self._change_post)
        self._remove = fields.Button(guard, "agreement.remove", self._remove_post)
        self._against = fields.Menu(guard, "agreement.against", lambda _: self._again())
        self._binding, self._new, self._edit = (widgets.HTML() for _ in range(3))
        self._matrix, self._held, self._findings = Table(), Table(), widgets.HTML()
        new = [self._new, self._kind, self._body, self._holder, self._number, self._person]
        edit = [self._edit, self._other, self._name, self._save, self._remove]
        forms = [
            fields.row(*parts)
            for parts in ([self._parties], [*new, self._add], edit, [self._against])
        ]
        forms[1].add_class("vf-post-form")
        forms[2].add_class("vf-post-form")
        pair = widgets.Box([self._matrix, self._findings])
        pair.add_class("vf-pair")
        pair.add_class("vf-posts-pair")
        parties, added, self._form, against = forms
        self.widget = widgets.Box(
            [
                self._binding,
                parties,
                added,
                self._form,
                self._posts,
                pair,
                against,
                self._held,
            ]
        )
        self.widget.add_class("vf-stack")

    # ---- what the person does ----

    def _agree(self, text: str) -> None:
        self._state.amend(parties=parsing.letters(text, self._state.proposal))

    def _add_posts(self) -> None:
        kind, many = self._kind.value, number(self._number.value or "1", self._marks)
        labels = {value: label for label, value in self._kind.options}
        body = self._body.value.strip()
        if not body and kind not in (MAYOR, DEPUTY):
            raise ScenarioError("body_missing", kind=labels[kind])
        given = self._state.proposal.agreement.give(
            kind,
            body or labels[kind],
            self._holder.value or None,
            self._person.value,
            many,  # type: ignore[arg-type]  # it is checked
        )
        self._state.change(self._state.proposal.with_posts(given))
        self._person.clear()
        self._number.clear()

    def _press(self, place: int) -> None:
        """Have a post in the fields above the table."""
        post = self._state.proposal.posts[place]
        self._pressed = place, post.kind, post.body
        self._again()

    def _change_post(self) -> None:
        if self._chosen is not None:
            place, old = self._chosen
            new = old._replace(holder=self._other.value or None, person=self._name.value.strip())
            self._put(place, new)

    def _remove_post(self) -> None:
        if self._chosen is not None:
            place, _ = self._chosen
            self._pressed = None
            self._put(place)

    @property
    def _chosen(self) -> tuple[int, Post] | None:
        """The post that was pressed, and its place, while it is there."""
        posts = self._state.proposal.posts
        if self._pressed is None or self._pressed[0] >= len(posts):
            return None
        place, *named = self._pressed
        post = posts[place]
        return (place, post) if [post.kind, post.body] == named else None

    def _put(self, place: int, *posts: Post) -> None:
        """These instead of the post at a place."""
        agreement = self._state.proposal.agreement
        before, after = agreement.posts[:place], agreement.posts[place + 1 :]
        changed = replace(agreement, posts=(*before, *posts, *after))
        self._state.change(self._state.proposal.with_posts(changed))

    def _again(self) -> None:
        if self._results is not None:
            with self._guard.quiet():
                self._show_post(self._results)
                self._show_held(self._results)

    # ---- what the person sees ----

    def show(self, results: Results) -> None:
        """Show the agreement; what was typed into the forms stays."""
        self._results, words, proposal = results, results.words, results.proposal
        self._marks = words.marks
        self._binding.value = element("p", words("agreement.binding"))
        self._parties.show(words, ", ".join(proposal.parties))
        kinds = [(wording.kind(words, each), each) for each in KINDS]
        self._kind.show(words, kinds, self._kind.value)
        bodies = [each.name for each in proposal.committees.committees]
        self._body.options = tuple(dict.fromkeys([*bodies, *(p.body for p in proposal.posts)]))
        lists = [(words("agreement.open"), OPEN), *results.lists(proposal.council.letters)]
        self._holder.show(words, lists, self._holder.value)
        self._number.placeholder = "1"
        self._show_post(results)
        against = (tables.GROUPS, tables.LISTS)
        options = [(words(f"agreement.against_{each}"), each) for each in against]
        self._against.show(words, options, self._against.value)
        entries = self._body, self._number, self._person, self._name
        for part in (*entries, self._add, self._save, self._remove):
            part.show(words)
        self._new.value = element("b", words("agreement.new"))
        self._matrix.show(words, tables.matrix(results))
        found = [element("li", line) for line in wording.lacks(words, findings(proposal.agreement))]
        self._findings.value = element(
            "div",
            element("h3", words("agreement.findings")),
            element("ul", *found) if found else element("p", words("agreement.complete")),
            role="status",
        )
        self._show_held(results)

    def _show_post(self, results: Results) -> None:
        """Show all posts, and above them who has the one that was pressed."""
        words, proposal = results.words, results.proposal
        place, post = self._chosen or (None, None)
        lists = [(words("agreement.open"), OPEN), *results.lists(proposal.council.letters)]
        self._other.show(words, lists, (post.holder or OPEN) if post else OPEN)
        self._name.value = post.person if post else ""
        named = cut(wording.place(words, post.kind, post.body), 60) if post else ""
        self._edit.value = element("b", words("agreement.edit_row", what=named))
        self._form.layout.display = "none" if post is None else ""
        self._posts.layout.display = "" if proposal.posts else "none"
        posts = proposal.posts
        rows = [tables.post_row(words, posts, i, place == i) for i in range(len(posts))]
        content = tables.posts(words, rows)
        self._posts.show(words, content, {row.key: i for i, row in enumerate(rows)})

    def _show_held(self, results: Results) -> None:
        self._held.show(results.words, tables.held(results, self._against.value))
