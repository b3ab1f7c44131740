"""Arithmetic that is asked for, done in code with cited operands."""
