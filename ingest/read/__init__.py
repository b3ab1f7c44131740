"""Files to articles, one file a format."""
