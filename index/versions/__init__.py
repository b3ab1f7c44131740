"""What an article said before its source was read again: kept to be compared, never searched or counted."""
