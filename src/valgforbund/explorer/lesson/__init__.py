"""A lesson of 45 minutes: a class votes, counts by hand, guesses, draws lots and practises."""

from valgforbund.explorer.lesson.lesson import Lesson

__all__ = ["Lesson"]
