"""The count beside other packages, in one run: ``python -m benchmarks``."""
