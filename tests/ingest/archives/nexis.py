"""Exports of Nexis: the older text and the newer one."""

from tests.ingest.archives.rows import FARES, Row

NEXIS_OLD = """\
2 of 2 DOCUMENTS is how a list may begin

                               1 of 2 DOCUMENTS

                                 Oster Courier

                             June 7, 2023 Wednesday
                                 Final Edition

Ferry fares to
rise in autumn

BYLINE: By LENA ORTH, Transport Editor

SECTION: NEWS; Pg. 14

LENGTH: 341 words

DATELINE: OSTERHAVEN

HIGHLIGHT: Island councils fear for trade.

A ticket to the islands will cost 12 crowns from October, the line told the
Harbour Council. It costs 9 crowns today.

Company: the line said it had no choice.

GRAPHIC: PHOTO 3, the quay in 1998

LOAD-DATE: June 9, 2023

LANGUAGE: ENGLISH

SUBJECT: FERRIES (91%); FARES (78%)

PUBLICATION-TYPE: Newspaper

                       Copyright 2023 Oster Media Group
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                       Copyright 2023 Vell Press
                              All Rights Reserved

                              The Vell Observer (Vell)

                                 8 June 2023

HEADLINE: Mill to close

LENGTH: 55 words

The mill at Vell will close with the loss of 70 posts.

LOAD-DATE: June 8, 2023
"""
NEXIS_UNI = """\
Page 1 of 2

User Name: reader

Date and Time: Monday, July 3, 2023 4:10:00 PM CEST

Job Number: 200118822

Documents (2)

1. Ferry fares to rise in autumn

Client/Matter: -None-

Search Terms: ferry AND fares

Search Type: Natural Language

2. Mill to close

Client/Matter: -None-

| About LexisNexis | Privacy Policy | Terms & Conditions |

Ferry fares to rise in autumn

Oster Courier

June 7, 2023 Wednesday

Final Edition

Copyright 2023 Oster Media Group All Rights Reserved

Section: NEWS; Pg. 14

Length: 341 words

Byline: Lena Orth

Highlight: Island councils fear for trade.

Body

A ticket to the islands will cost 12 crowns from October.

Subject: to approval by the council, it may cost 11.

Page 2 of 2

Ferry fares to rise in autumn

It costs 9 crowns today.

Correction

It costs 8 crowns today, not 9.

Correction-Date: June 8, 2023

Graphic

The quay in 1998.

Classification

Language: ENGLISH

Publication-Type: Newspaper

Subject: FERRIES (91%)

Load-Date: June 9, 2023

End of Document

Mill to close

The Vell Observer (Vell)

8 June 2023 Thursday

Copyright 2023 Vell Press All Rights Reserved

Length: 55 words

Body

The mill at Vell will close with the loss of 70 posts.

Load-Date: June 8, 2023

End of Document
"""
NEXIS_GERMAN = """\
Dokument 1 von 1

Osterbote

7. Juni 2023 Mittwoch

Fähren werden teurer

AUTOR: Lena Orth

RUBRIK: WIRTSCHAFT; S. 4

LÄNGE: 120 Wörter

Eine Fahrt kostet ab Oktober 12 Kronen.

UPDATE: 9. Juni 2023

SPRACHE: GERMAN
"""
NEXIS_PDF_LINES = """\
Ferry fares to rise in
autumn
Oster Courier
June 7, 2023 Wednesday
Copyright 2023 Oster Media Group All Rights Reserved
Section: NEWS; Pg. 14
Length: 341 words
Byline: Lena Orth
Body
A ticket to the islands will cost 12 crowns from October.
It costs 9 crowns today.

Load-Date: June 9, 2023
End of Document
"""
NEXIS_NO_DAY = NEXIS_GERMAN.replace("7. Juni 2023 Mittwoch", "Juni 2023")
NEXIS_BLOG = """\
1 of 1 DOCUMENT

Vell Harbour Blog

June 7, 2023 Wednesday 9:15 AM EST

Mill to close

LENGTH: 55 words

Jun 07, 2023 (Vell Harbour Blog: http://harbour.example Delivered by Newstex) The mill will close.

NOTES: The number of posts was corrected from 60 to 70 on June 8.

LOAD-DATE: June 12, 2023
"""
NEXIS_NO_NUMBERS = """\
Oster Courier

June 7, 2023 Wednesday

Ferry fares to rise

BYLINE: LENA ORTH AND TOM ASKE, STAFF WRITERS

LENGTH: 341 words

HIGHLIGHT: ABSTRACT

Island councils fear for trade.

A ticket to the islands will cost 12 crowns from October.

SUBJECT: FERRIES (91%)

LOAD-DATE: June 9, 2023

CORRECTION: It costs 8 crowns today.

The Vell Observer (Vell)

8 June 2023

Mill to close

The mill at Vell will close with the loss of 70 posts.

LOAD-DATE: June 8, 2023

Copyright 2023 Vell Press
"""

NEXIS: list[Row] = [
    ("two documents of the older form", NEXIS_OLD, [
        ("Ferry fares to rise in autumn", "Oster Courier", ("Lena Orth",), "2023-06-07",
         f"Island councils fear for trade.\n\n{FARES}, the line told the Harbour Council. It costs 9 crowns today.\n\n"
         "Company: the line said it had no choice."),
        ("Mill to close", "The Vell Observer (Vell)", (), "2023-06-08",
         "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("the newer form with its cover page", NEXIS_UNI, [
        ("Ferry fares to rise in autumn", "Oster Courier", ("Lena Orth",), "2023-06-07",
         f"Island councils fear for trade.\n\n{FARES}.\n\nSubject: to approval by the council, it may cost 11.\n\n"
         "It costs 9 crowns today.\n\nCorrection (June 8, 2023): It costs 8 crowns today, not 9."),
        ("Mill to close", "The Vell Observer (Vell)", (), "2023-06-08",
         "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("no numbers and no ends, a label for a label", NEXIS_NO_NUMBERS, [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth", "Tom Aske"), "2023-06-07",
         f"Island councils fear for trade.\n\n{FARES}.\n\nCorrection: It costs 8 crowns today."),
        ("Mill to close", "The Vell Observer (Vell)", (), "2023-06-08",
         "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("German labels", NEXIS_GERMAN, [
        ("Fähren werden teurer", "Osterbote", ("Lena Orth",), "2023-06-07", "Eine Fahrt kostet ab Oktober 12 Kronen."),
    ]),
    ("the newer form without blank lines", NEXIS_PDF_LINES, [
        ("Ferry fares to rise in autumn", "Oster Courier", ("Lena Orth",), "2023-06-07",
         f"{FARES}.\n\nIt costs 9 crowns today."),
    ]),
    ("a month without a day", NEXIS_NO_DAY, [
        ("Fähren werden teurer", "Osterbote", ("Lena Orth",), "None", "Eine Fahrt kostet ab Oktober 12 Kronen."),
    ]),
    ("a clock, and a note that corrects", NEXIS_BLOG, [
        ("Mill to close", "Vell Harbour Blog", (), "2023-06-07",
         "Jun 07, 2023 (Vell Harbour Blog: http://harbour.example Delivered by Newstex) The mill will close.\n\n"
         "The number of posts was corrected from 60 to 70 on June 8."),
    ]),
]  # fmt: skip
