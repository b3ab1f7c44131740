"""What an article says of itself: title, date, authors, publisher."""
