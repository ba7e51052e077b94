"""Where one arrives: what matters now and where to go."""
