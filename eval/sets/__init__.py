"""Question sets and piles of news: read, checked, guessed, converted."""
