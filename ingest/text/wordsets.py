"""Write a set of words as one string."""


def word_set(words: str) -> frozenset[str]:
    """Split a string at its spaces into a set."""
    return frozenset(words.split())
