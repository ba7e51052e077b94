"""Where evidence is kept: immutable files named by what they hold, the vault, the key, the locks."""
