"""Printed pages to running text: words by their places, lines, columns, paragraphs."""
