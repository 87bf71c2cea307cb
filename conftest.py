"""What pytest must know wherever in this folder it starts; it stands in tests/."""

pytest_plugins = ["sampling", "figures", "schedule", "patience", "pytester"]
