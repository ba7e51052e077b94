"""How it is worked out: read, check, store, count, compare, protect, render.

Pure Python and DuckDB. The engine is *given* definitions: it holds no dataset, column, indicator or agency name,
no settings, no clock and no user.
"""
