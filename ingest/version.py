"""The version of what ingest makes, in a file of its own because the index asks for it on its quickest path."""

# Raise it when the same input gives another document (text, sentences, chunks, figures, signature): every digest
# changes then, and articles are prepared anew.
INGEST_VERSION = 6
