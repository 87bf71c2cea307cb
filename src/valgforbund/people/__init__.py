"""Who of a list's candidates is elected, and who comes next."""
