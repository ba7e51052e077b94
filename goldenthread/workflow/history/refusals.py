"""Refusals: what cannot be done, said to whoever asked for it."""


class Refused(Exception):
    """It cannot be done, and nothing was changed. The message says what, where and what to do."""

    @property
    def message(self) -> str:
        """What to tell whoever asked."""
        return str(self)


class NotNow(Refused):
    """It cannot be done just now because of what else goes on. The same can be tried again in a while."""


class NotFound(Refused):
    """There is no such thing, or none that this person may see: the two are told alike."""
