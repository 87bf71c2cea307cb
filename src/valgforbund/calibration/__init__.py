"""Whether chances keep what they promise: for a night, and for whatever else states chances."""
