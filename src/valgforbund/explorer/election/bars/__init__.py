"""Votes as bars behind their fields, to be dragged."""
