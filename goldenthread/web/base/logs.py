"""What the log must not hold."""

import logging
import re

_LINK = re.compile(r"/(join|send)/[^/\s]+")


class WithoutLinks(logging.Filter):
    """Takes the token out of the addresses of one-time links: until it is used it is as good as a password."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Every record stays, without tokens."""
        record.msg, record.args = _LINK.sub(r"/\1/…", record.getMessage()), ()
        return True
