"""A page for each indicator: sentence, chart, figures, definition, where they come from."""
