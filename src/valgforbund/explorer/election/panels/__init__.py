"""The parts of the explorer's page; each shows results and tells the state what was chosen."""
