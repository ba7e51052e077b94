"""Recommendations and actions: the registers, each of them on a page of its own, and what somebody does about one."""
