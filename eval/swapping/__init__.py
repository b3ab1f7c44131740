"""Questions made of the ledger by templates, and the same questions about neighbours."""
