"""Deciding: how well each pick fits what the question fixes, which comes first, and whether it is an answer at all."""
