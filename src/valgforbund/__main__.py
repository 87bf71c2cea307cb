"""The command `valgforbund`, also as `python -m valgforbund`: app, lab, prepare."""

from valgforbund.server.command import main

if __name__ == "__main__":
    main()
