"""Rows are made once: nothing new when things come back, and nothing left when all is closed."""

import ipywidgets as widgets

from explorer.lesson.page import LessonPage
from valgforbund.explorer.workbench.contents import close
from valgforbund.explorer.workbench.shelf import Shelf


def test_a_row_that_went_comes_back_as_it_was() -> None:
    shelf = Shelf(lambda _: widgets.Text(), "vf-rows")
    first, second = shelf.rows(2)
    for many in (2, 1, 0, 2):
        shelf.show(many)
    assert shelf.children == (first, second)
    assert shelf.rows(2) == [first, second]


def test_a_row_that_waits_is_closed_with_the_others() -> None:
    shelf = Shelf(lambda _: widgets.Box([widgets.Text()]), "vf-rows")
    every = [each for row in shelf.rows(3) for each in (row, *row.children)]
    shelf.show(1)
    close(widgets.Box([shelf]))
    assert [each.comm for each in (shelf, *every)] == [None] * 7


def test_lists_of_the_class_come_and_go_in_the_same_rows() -> None:
    page = LessonPage()
    page.lesson.room.stand(7)
    (shelf,) = (each for each in page.lesson.vote.children[1].children if isinstance(each, Shelf))
    before = shelf.children
    assert len(before) == 7
    for many in (2, 7, 3, 7):
        page.lesson.room.stand(many)
    assert shelf.children == before
