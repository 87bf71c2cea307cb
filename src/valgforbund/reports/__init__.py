"""What leaves the workbench as a whole: a note for a board, a workbook, a notebook's tables."""
