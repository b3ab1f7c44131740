"""What the little exports of this folder share; all in invented words, read by test_archive_exports."""

# (title, publisher, authors, day, text) of the articles of a file.
Row = tuple[str, str, list[tuple[str | None, str | None, tuple[str, ...], str, str]]]
FARES = "A ticket to the islands will cost 12 crowns from October"
TWO_PARAGRAPHS = f"{FARES}.\n\nIt costs 9 crowns today."

# Texts that only look a little like an export.
NO_EXPORTS = [
    ("a transcript", "Length: two hours\n\nANNA: The mill will close.\n\nBEN: It lost 70 posts in 2023.\n"),
    ("a press release", "Company: Vell Mill\n\nSubject: closure\n\nTitle: Mill to close\n\nThe mill will close.\n"),
    ("codes in a text", "IN\n\nThe mill is in.\n\nRE\n\nIt is about posts.\n\nCO\n\nWe work together.\n"),
    ("a list of documents", "The council published 3 papers.\n\nDocument 1 of 3\n\nIt is about the mill.\n"),
    ("a title of many documents", "1 of 4 DOCUMENTS found\n\nPolice found one of the four papers.\n"),
    ("a full text", "Full text: of the speech\n\nThe mill will close.\n\nSection: two\n\nIt has 70 posts.\n"),
]
