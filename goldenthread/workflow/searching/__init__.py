"""Finding what the board keeps by the words in it."""
