"""Counts as pictures: what a chart shows of a count, in words, with title and source.

It stands between the numbers and the charts: the tools show these pictures, and `valgforbund.plot`
gives them to Python.
"""
