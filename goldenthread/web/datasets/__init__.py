"""The dictionary: what each dataset is, how to fill it, which codes were in force, what is checked."""
