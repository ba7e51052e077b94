"""Letters and colours of charts. Nothing is told by a colour alone, and never in red, amber or green."""

FONT = "Liberation Sans"
INK, LINE, GRID = "#0b0c0c", "#1d70b8", "#d9dbdc"
IMPROVEMENT, CONCERN, ORDINARY = "#1d70b8", "#c25700", "#505a5f"
PAPER = "#ffffff"
