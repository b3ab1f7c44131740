"""Requests that are no question for one fact: summaries, lists, counts, timelines, comparisons, each on cited words."""
