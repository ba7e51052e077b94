"""Rendering: charts, and documents as blocks that every format is made from."""
