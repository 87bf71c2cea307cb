"""One panel a file; a panel shows results and tells the state what the person did."""
