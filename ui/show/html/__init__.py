"""Answers, articles and ledgers as HTML, escaped."""
