"""The gate: is a claim carried by the sentences it cites?"""
