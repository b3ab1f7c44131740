"""Exports of ProQuest."""

from tests.ingest.archives.rows import FARES, TWO_PARAGRAPHS, Row

RULE = "_" * 60
PROQUEST_TWO = f"""\
Report Information from ProQuest
June 30, 2023 16:20
{RULE}

Table of contents

1. Ferry fares to rise

2. Mill to close

{RULE}

Document 1 of 2

Ferry fares to rise

Author: Orth, Lena; Aske, Tom

Publication info: Oster Courier ; Osterhaven [Osterhaven]07 June 2023: 14.

http://archive.example/docview/111?accountid=14

Abstract: Tickets cost more from October, 3 councils object.

Full text: A ticket to the islands will cost 12 crowns from October.

Location: the new quay, where 40 boats lie, stays open.

It costs 9 crowns today.

Subject: Ferries; Fares; Price increases

Location: Osterhaven

Title: Ferry fares to rise

Publication title: Oster Courier; Osterhaven

First page: 14

Publication year: 2023

Publication date: Jun 7, 2023

Publisher: Oster Media

ISSN: 00990011

ProQuest document ID: 2934567891

Document URL: http://archive.example/docview/111?accountid=14

Copyright: (Copyright (c) 2023 Oster Media)

Last updated: 2023-06-09

Database: Newsstream

{RULE}

Document 2 of 2

Mill to close

Publication info: Vell Observer ; Vell [Vell]. 08 June 2023: A.3.

Full text: The mill at Vell will close with the loss of 70 posts.

Title: Mill to close

Publication title: Vell Observer

Publication date: Jun 8, 2023

ProQuest document ID: 2934567892

{RULE}

Contact us at: http://support.example

Database copyright (c) 2023 ProQuest LLC. All rights reserved.
Terms and Conditions: http://terms.example
"""
PROQUEST_NEW = """\
Ferry fares to rise

Author: Lena Orth

Publication info: Oster Courier; Osterhaven. 07 June 2023: 14.

ProQuest document link

FULL TEXT

A ticket to the islands will cost 12 crowns from October.

It costs 9 crowns today.

DETAILS

Subject: Ferries

Title: Ferry fares to rise

Publication title: Oster Courier; Osterhaven

Publication date: Jun 7, 2023

ProQuest document ID: 2934567891
"""
PROQUEST_ABSTRACT = f"""\
{RULE}

Document 1 of 1

Mill to close

Abstract: The mill at Vell will close.

Full text: Not available.

Title: Mill to close

Publication title: Vell Observer

Publication date: Jun 2023

ProQuest document ID: 2934567892

{RULE}
"""
PROQUEST_PAGE = """\
Ferry fares to rise
Orth, Lena; Aske, Tom.  Oster Courier; Osterhaven [Osterhaven]. 07 June 2023: 14.

Full Text

A ticket to the islands will cost 12 crowns from October.

It costs 9 crowns today.

Details

Title
Ferry fares to rise

Author
Orth, Lena; Aske, Tom

Publication title
Oster Courier; Osterhaven

Publication date
Jun 7, 2023

ProQuest document ID
2934567891

Database
Newsstream

Mill to close
Vell Observer; Vell [Vell]. 08 June 2023: A.3.

Full Text

The mill at Vell will close with the loss of 70 posts.

Details

Title
Mill to close

Publication title
Vell Observer

Publication date
Jun 8, 2023
"""
PROQUEST: list[Row] = [
    ("two documents, contents and rights", PROQUEST_TWO, [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth", "Tom Aske"), "2023-06-07",
         f"{FARES}.\n\nLocation: the new quay, where 40 boats lie, stays open.\n\nIt costs 9 crowns today."),
        ("Mill to close", "Vell Observer", (), "2023-06-08", "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("headings of the newer form", PROQUEST_NEW, [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth",), "2023-06-07", TWO_PARAGRAPHS),
    ]),
    ("an abstract alone, and no day", PROQUEST_ABSTRACT, [
        ("Mill to close", "Vell Observer", (), "None", "The mill at Vell will close."),
    ]),
    ("a saved page, names and values on lines of their own", PROQUEST_PAGE, [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth", "Tom Aske"), "2023-06-07", TWO_PARAGRAPHS),
        ("Mill to close", "Vell Observer", (), "2023-06-08", "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("a sentence of the text that begins like a field, and an edition behind the title", f"""\
{RULE}
Mill to close: [Final Edition]

Publication info: Vell Observer ; Vell [Vell]. 08 June 2023: A.3.

Full text: The mill at Vell will close.

Title: none of the 70 who lose their work has one, the owner said.

Subject: Mills; Work

Publication title: Vell Observer
{RULE}
""", [
        ("Mill to close", "Vell Observer", (), "2023-06-08",
         "The mill at Vell will close.\n\nTitle: none of the 70 who lose their work has one, the owner said."),
    ]),
    ("no rules between documents", PROQUEST_TWO.replace(RULE, ""), [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth", "Tom Aske"), "2023-06-07",
         f"{FARES}.\n\nLocation: the new quay, where 40 boats lie, stays open.\n\nIt costs 9 crowns today."),
        ("Mill to close", "Vell Observer", (), "2023-06-08", "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("only the line above the text says paper and day", f"""\
{RULE}
Mill to close
Author: Aske, Tom
Publication info: Vell Observer ; Vell [Vell]. 08 June 2023: A.3.
ProQuest document ID: 2934567892
Full text: The mill at Vell will close
with the loss of 70 posts.
{RULE}
""", [
        ("Mill to close", "Vell Observer", ("Tom Aske",), "2023-06-08",
         "The mill at Vell will close with the loss of 70 posts."),
    ]),
]  # fmt: skip
