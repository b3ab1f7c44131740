"""What came of a run: tables, pages, comparisons."""
