"""Dates and times as printed to days."""
