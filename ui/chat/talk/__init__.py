"""A conversation: its turns, how a browser keeps them, and the files it is saved as."""
