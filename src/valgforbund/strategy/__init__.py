"""Strategy: whom to let in, whom to ask, which structures there are, what is needed."""
