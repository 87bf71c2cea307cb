"""What a note says: of a count, a council that constitutes itself, a meeting, a party."""
