"""Replies of news services in JSON: each form's names for what an article has."""
