"""Reports: made from an edition, numbered, and remembered with the face they showed."""
