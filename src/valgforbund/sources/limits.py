"""How large a file may be that somebody brings: asked before it is read, said in the message."""

from __future__ import annotations

MEGABYTE = 1_000_000
MOST_FILE = 20 * MEGABYTE  # of one file as it is brought
MOST_TEXT = 2 * MEGABYTE  # of a table as text
MOST_UNPACKED = 50 * MEGABYTE  # of a spreadsheet, unpacked
MOST_CELLS = 200_000  # of a sheet, from its first to its last
MOST_TAGS = 3_000_000  # of the XML of a workbook
MOST_BOOK = 1_000_000  # cells of all sheets of a workbook
MOST_ROWS = 20_000  # of a table
MOST_COLUMNS = 250  # of a table
MOST_ENTRIES = 1_000  # files in a spreadsheet
MOST_FEED = 500 * MEGABYTE  # of the files of a feed that are read, unpacked
MOST_FEED_ZIP = 200 * MEGABYTE  # of a feed in one file
MOST_FEED_FILES = 50_000
MOST_ANSWER = 5 * MEGABYTE  # of an answer from the network
