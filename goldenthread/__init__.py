"""Golden Thread: assurance software for a multi-agency child-safeguarding board."""

__version__ = "0.1.0"
