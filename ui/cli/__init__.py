"""The command line: its parser, console, errors and help."""
