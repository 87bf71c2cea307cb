"""What pytest must know wherever in this folder it starts; both stand in tests/."""

pytest_plugins = ["sampling", "figures", "pytester"]
