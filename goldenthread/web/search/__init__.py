"""Finding what the board keeps, and what the catalogue declares, by the words in it."""
