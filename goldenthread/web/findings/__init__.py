"""The register of findings: reading it, writing on it, saying how sure the board is, taking it away."""
