"""A text once it is there: decoded, cleaned, cut into sentences and chunks."""
