"""What leaves the workbench as a whole; now: what a notebook shows of an object."""
