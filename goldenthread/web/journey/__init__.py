"""The child's journey as one picture."""
