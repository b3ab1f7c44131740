"""Numbers, units and currencies to quantities."""
