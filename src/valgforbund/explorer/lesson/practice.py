"""The exercises on the page: typed or chosen, marked with a reason, the answer folded away."""

from __future__ import annotations

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.lesson.exercises import exercises
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.workbench.markup import element, label
from valgforbund.explorer.workbench.menu import choose


class Practice(Piece):
    """All exercises below each other, and how many are solved."""

    def __init__(self, room: Classroom) -> None:
        super().__init__(room)
        self.exercises = exercises(room.words)
        self.attempts: dict[int, str] = {}
        self._says = self.parts.html()
        self._tasks = [_Task(self, number) for number in range(len(self.exercises))]
        self.fill(*self._tasks, self._says)

    @property
    def solved(self) -> int:
        """How many are right."""
        return sum(self.exercises[n].is_right(text) for n, text in self.attempts.items())

    def attempt(self, number: int, text: str) -> None:
        """Answer an exercise; nothing typed or chosen is no answer."""
        if text.strip():
            self.attempts[number] = self.exercises[number].read(text)
        else:
            self.attempts.pop(number, None)

    def reply(self, number: int) -> str:
        """Right or wrong, and why."""
        exercise, attempt = self.exercises[number], self.attempts.get(number)
        if attempt is None:
            return ""
        if exercise.is_right(attempt):
            return self.words("lesson.practice.right", reason=exercise.reason)
        reason = exercise.traps.get(attempt, self.words("lesson.practice.try_again"))
        return self.words("lesson.practice.wrong", reason=reason)

    def show(self) -> None:
        """Show the attempts and their marks."""
        for task in self._tasks:
            task.show()
        text = self.words("lesson.practice.solved", solved=self.solved, of=len(self.exercises))
        self._says.value = element("p", text, role="status")


class _Task(widgets.Box):
    """One exercise."""

    def __init__(self, piece: Practice, number: int) -> None:
        self._piece, self._number = piece, number
        words, parts, exercise = piece.words, piece.parts, piece.exercises[number]
        question, self._reply, answer = parts.html(), parts.html("vf-reply"), parts.html()
        question.value = element("p", element("b", f"{number + 1}. "), exercise.question)
        name = label(words("lesson.practice.answer_to", n=number + 1))
        if exercise.choices:
            self._answer = parts.menu("vf-answer")
            options = [(words("lesson.practice.choose"), ""), *((x, x) for x in exercise.choices)]
            choose(self._answer, options, "")
        else:
            self._answer = parts.text("vf-answer")
        self._answer.description = name
        self._answer.observe(
            piece.guard(lambda change: piece.attempt(number, change["new"])), "value"
        )
        answer.value = element(
            "details",
            element("summary", words("lesson.practice.fold")),
            element("p", element("b", exercise.answer), Markup(" · "), exercise.reason),
        )
        super().__init__([question, self._answer, answer, self._reply])
        self.add_class("vf-task")

    def show(self) -> None:
        """Show the attempt and its mark."""
        attempt = self._piece.attempts.get(self._number)
        self._answer.value = attempt or ""
        right = attempt is not None and self._piece.exercises[self._number].is_right(attempt)
        reply = self._piece.reply(self._number)
        self._reply.value = (
            element("p", reply, class_="vf-up" if right else "vf-down", role="status")
            if reply
            else ""
        )
