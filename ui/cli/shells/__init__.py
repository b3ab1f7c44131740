"""Scripts by which shells complete the command line, written from the parser."""
