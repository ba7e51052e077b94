"""Importing action logs from spreadsheets: reading, matching columns, checking rows, keeping what is good."""
