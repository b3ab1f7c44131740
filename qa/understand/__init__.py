"""Reading a question: what it asks for, of what, when; follow-ups and slips mended."""
