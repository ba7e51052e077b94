"""The register of findings: what the board has learnt, from every source, on what evidence, and how sure it is."""
