"""The register of practice audits: reading it, putting an audit on it, saying that the board considered one."""
