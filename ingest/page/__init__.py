"""What the markup of a web page tells beyond its text: tables, live posts, boxes around the article."""
