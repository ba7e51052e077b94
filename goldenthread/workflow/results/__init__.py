"""Editions: what the evidence in force amounts to, worked out once and never altered."""
