"""The exercises on the page: typed or chosen, marked with a reason, the answer folded away."""

from __future__ import annotations

from functools import cache, partial

import ipywidgets as widgets
from markupsafe import Markup

from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.classroom import Classroom
from valgforbund.explorer.lesson.exercise import Exercise
from valgforbund.explorer.lesson.exercises import exercises
from valgforbund.explorer.lesson.piece import Piece
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.bench import Bench
from valgforbund.explorer.workbench.markup import element
from valgforbund.wording import words


class Practice(Piece):
    """All exercises below each other, and how many are solved."""

    def __init__(self, room: Classroom, bench: Bench) -> None:
        super().__init__(room, bench)
        self._says = self.parts.html()
        self._tasks = [_Task(self, number) for number in range(len(self.exercises))]
        self.fill(*self._tasks, self._says)

    @property
    def exercises(self) -> list[Exercise]:
        """All exercises, in the language that is shown."""
        return _exercises(self.room.view.language)

    @property
    def attempts(self) -> dict[int, str]:
        """What was answered, by number."""
        return {
            number: every[int(said)] if (every := self.exercises[number].choices) else said
            for number, said in self.room.current.answers
        }

    @property
    def solved(self) -> int:
        """How many are right."""
        return sum(self.exercises[n].is_right(text) for n, text in self.attempts.items())

    def attempt(self, number: int, text: str) -> None:
        """Answer an exercise; nothing typed or chosen is no answer."""
        exercise = self.exercises[number]
        said = exercise.read(text) if text.strip() else ""
        if said and exercise.choices:  # a choice is the same one in every language
            said = str(exercise.choices.index(said))
        self.room.answer(number, said)

    def reply(self, number: int) -> str:
        """Right or wrong, and why."""
        exercise, attempt = self.exercises[number], self.attempts.get(number)
        if attempt is None:
            return ""
        if exercise.is_right(attempt):
            return self.words("lesson.practice.right", reason=exercise.reason)
        reason = exercise.traps.get(attempt, self.words("lesson.practice.try_again"))
        return self.words("lesson.practice.wrong", reason=reason)

    def show(self, results: Results) -> None:
        """Show the attempts and their marks."""
        for task in self._tasks:
            task.show(results)
        text = results.words("lesson.practice.solved", solved=self.solved, of=len(self.exercises))
        self._says.value = element("p", text, role="status")


class _Task(widgets.Box):
    """One exercise."""

    def __init__(self, piece: Practice, number: int) -> None:
        self._piece, self._number = piece, number
        parts, exercise = piece.parts, piece.exercises[number]
        self._question, self._fold = parts.html(), parts.html()
        self._reply = parts.html("vf-reply")
        self._answer = parts.of(
            fields.Menu if exercise.choices else fields.Text,
            piece.guard,
            "lesson.practice.answer_to",
            partial(piece.attempt, number),
            "vf-answer",
        )
        super().__init__([self._question, self._answer, self._fold, self._reply])
        self.add_class("vf-task")

    def show(self, results: Results) -> None:
        """Show the attempt and its mark."""
        texts, number = results.words, self._number
        exercise, attempt = self._piece.exercises[number], self._piece.attempts.get(number)
        self._question.value = element("p", element("b", f"{number + 1}. "), exercise.question)
        self._fold.value = element(
            "details",
            element("summary", texts("lesson.practice.fold", n=number + 1)),
            element("p", element("b", exercise.answer), Markup(" · "), exercise.reason),
        )
        if exercise.choices:
            options = [(texts("lesson.practice.choose"), ""), *((x, x) for x in exercise.choices)]
            self._answer.show(texts, options, attempt or "", n=number + 1)
        else:
            self._answer.show(texts, attempt or "", n=number + 1)
        right = attempt is not None and exercise.is_right(attempt)
        reply = self._piece.reply(self._number)
        self._reply.value = (
            element("p", reply, class_="vf-up" if right else "vf-down", role="status")
            if reply
            else ""
        )


@cache
def _exercises(language: str) -> list[Exercise]:
    """Counted once for each language."""
    return exercises(words(language))
