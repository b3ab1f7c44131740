"""Asking: newsdesk and the baselines, one question or a file of them."""
