"""Frames into sentences, alt texts and labels, in Danish and English."""

from valgforbund.wording.catalogue import LANGUAGES, Words, words

__all__ = ["LANGUAGES", "Words", "words"]
