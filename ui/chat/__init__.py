"""The chat page: its server, its questions, who may come in."""
