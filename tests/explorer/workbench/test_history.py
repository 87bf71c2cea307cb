"""The way back and forward."""

from valgforbund.explorer.workbench.history import History


def test_back_forward_and_what_is_forgotten() -> None:
    history = History[int]()
    assert history.back(0) is history.forward(0) is None
    history.remember(1)
    history.remember(2)
    assert history.back(3) == 2
    assert (history.has_past, history.has_future) == (True, True)
    assert history.forward(2) == 3
    assert history.back(3) == 2
    history.remember(2)
    assert not history.has_future


def test_a_copy_goes_its_own_way() -> None:
    history = History[int]()
    history.remember(1)
    other = history.copy()
    assert other.back(2) == 1
    assert history.has_past
    assert not history.has_future
