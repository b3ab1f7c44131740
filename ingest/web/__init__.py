"""Web addresses: what may be fetched, and what comes of it."""
