"""What the markup of a web page tells beyond its text: live posts, boxes around the article."""
