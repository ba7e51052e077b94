"""Tokens: by which another program reads the board's figures, as one face shows them."""
