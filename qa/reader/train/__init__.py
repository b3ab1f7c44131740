"""Training of the span reader: `python -m qa.reader.train --data DIR`. Nothing here is on the path of an answer."""
