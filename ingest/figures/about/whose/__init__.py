"""Whose a figure is: the subject of its clause, and the name that a pronoun or "the brewery" stands for."""
