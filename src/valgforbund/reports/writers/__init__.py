"""A note in a format: PDF, HTML, Markdown, plain text; each escapes all text for its own."""
