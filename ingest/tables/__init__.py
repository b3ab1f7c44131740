"""Write tables so that each row says by itself what its values are; `ingest.text.tables` reads such rows again."""
