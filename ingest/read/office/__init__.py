"""Files of office programs to articles, one file a format."""
