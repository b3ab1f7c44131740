"""What words, names and figures are to one another: knowledge of the language, each piece once."""
