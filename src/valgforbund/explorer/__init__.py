"""The tools of the workbench, as widgets: the same in JupyterLab and Voilà."""

try:
    from valgforbund.explorer.constitution import Constitution
    from valgforbund.explorer.election import Explorer
    from valgforbund.explorer.lesson import Lesson
    from valgforbund.explorer.night import Night
    from valgforbund.explorer.proportional import Proportional
    from valgforbund.explorer.review import PartyReview
    from valgforbund.explorer.workbench import doors
except ModuleNotFoundError as missing:
    if missing.name not in ("IPython", "anywidget", "ipywidgets", "traitlets"):
        raise
    raise ModuleNotFoundError(
        "The tools need the extra packages of 'app': pip install \"valgforbund[app]\".",
        name=missing.name,
    ) from None

doors.hang("election", Explorer, "scenario")
doors.hang("constitution", Constitution, "council")
for kind, notebook in (
    ("election", "explorer"),
    ("constitution", "konstituering"),
    ("night", "valgaften"),
    ("review", "party-review"),
    ("lesson", "undervisning"),
    ("proportional", "jamforelsetal"),
):
    doors.live(kind, notebook)

__all__ = ["Constitution", "Explorer", "Lesson", "Night", "PartyReview", "Proportional"]
