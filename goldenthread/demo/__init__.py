"""The demonstration: an invented city, its returns written out as files, taken in by the front door."""
