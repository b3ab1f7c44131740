"""Answers, lists and tables for a terminal."""
