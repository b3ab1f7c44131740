"""Do the articles agree on the figure or date of an answer, and how many independent voices give it?"""
