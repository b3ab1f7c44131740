"""Answers that a reader says are wrong: the row of a question set that each becomes, and the file they stand in."""
