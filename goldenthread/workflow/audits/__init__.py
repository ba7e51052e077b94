"""The register of practice audits: what was looked at, how cases were judged, which issues were found."""
