"""Exports of Factiva, with field codes and without."""

from tests.ingest.archives.rows import FARES, TWO_PARAGRAPHS, Row

FACTIVA_TWO = """\
SE Business
HD Ferry fares to rise
BY By Lena Orth and Tom Aske
WC 341 words
PD 7 June 2023
ET 08:10
SN Oster Courier
SC OSTCOU
ED 1 - FIRST
PG 14
LA English
CY (c) 2023 Oster Media

LP
A ticket to the islands will cost 12 crowns
from October.

IN short, the line wants more money.

TD
It costs 9 crowns today.

Councils object.

(c) 2023 Oster Media. All rights reserved.

CO ostlin : Oster Line
IN i74 : Water Transport | i7401 : Ferries
NS c31 : Pricing
RE osth : Osterhaven
AN Document OSTCOU0020230607ej6700004

HD Mill to close
WC 55 words
PD 8 June 2023
SN Vell Observer
LA English
CY Copyright 2023 Vell Press
LP The mill at Vell will close with the loss of 70 posts.
AN Document VELOBS0020230608ej6800002

Search Summary
Text                ferry or mill
Date                01/06/2023 to 30/06/2023
Results Found       2
"""
FACTIVA_TABLE = """\
HD | Ferry fares to rise
BY | Lena Orth
WC | 341 words
PD | 7 June 2023
SN | Oster Courier
SC | OSTCOU
LA | English
CY | (c) 2023 Oster Media
LP | A ticket to the islands will cost 12 crowns from October.

TD | It costs 9 crowns today.

CX | It costs 8 crowns today.
AN | Document OSTCOU0020230607ej6700004
"""
FACTIVA_ALONE = """\
HD

Ferry fares to rise

WC

341 words

PD

7 June 2023

SN

Oster Courier

LA

English

LP

A ticket to the islands will cost 12 crowns from October.

TD

It costs 9 crowns today.

AN

Document OSTCOU0020230607ej6700004
"""
FACTIVA_PLAIN = """\
Ferry fares to rise

By Lena Orth
341 words
7 June 2023
08:10
Oster Courier
OSTCOU
1 - FIRST
14
English
(c) 2023 Oster Media. All rights reserved.

A ticket to the islands will cost 12 crowns from October.

It costs 9 crowns today.

Document OSTCOU0020230607ej6700004

Business
Mill to close
Tom Aske
1,055 words
8 June 2023
Vell Observer
VELOBS
English
Copyright 2023 Vell Press

The mill at Vell will close with the loss of 70 posts.

Document VELOBS0020230608ej6800002

© 2023 Factiva, Inc. All rights reserved.
"""
FACTIVA_GERMAN = """\
Fähren werden teurer
120 Wörter
7 Juni 2023
Osterbote
OSTBOT
Deutsch
Copyright 2023 Osterbote

Eine Fahrt kostet ab Oktober 12 Kronen.

Dokument OSTBOT0020230607ej6700004
"""
FACTIVA_UNSIGNED = """\
Ferry fares to rise
Lena Orth
341 words
7 June 2023
Oster Courier
OSTCOU
English
(c) 2023 Oster Media. All rights reserved.

A ticket to the islands will cost 12 crowns from October.

Document OSTCOU0020230607ej6700004

Business
Trade
Mill to close
55 words
8 June 2023
Vell Observer
VELOBS
English
Copyright 2023 Vell Press

The mill at Vell will close with the loss of 70 posts.

Document VELOBS0020230608ej6800002
"""
FACTIVA: list[Row] = [
    ("one space behind the codes", FACTIVA_TWO, [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth", "Tom Aske"), "2023-06-07",
         f"{FARES}.\n\nIN short, the line wants more money.\n\nIt costs 9 crowns today.\n\nCouncils object."),
        ("Mill to close", "Vell Observer", (), "2023-06-08", "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("two spaces behind the codes", FACTIVA_TABLE.replace(" | ", "  "), [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth",), "2023-06-07",
         f"{TWO_PARAGRAPHS}\n\nCorrection: It costs 8 crowns today."),
    ]),
    ("the rows of a table", FACTIVA_TABLE, [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth",), "2023-06-07",
         f"{TWO_PARAGRAPHS}\n\nCorrection: It costs 8 crowns today."),
    ]),
    ("a tab behind the codes", FACTIVA_TABLE.replace(" | ", "\t"), [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth",), "2023-06-07",
         f"{TWO_PARAGRAPHS}\n\nCorrection: It costs 8 crowns today."),
    ]),
    ("codes on lines of their own", FACTIVA_ALONE, [
        ("Ferry fares to rise", "Oster Courier", (), "2023-06-07", TWO_PARAGRAPHS),
    ]),
    ("no codes", FACTIVA_PLAIN, [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth",), "2023-06-07", TWO_PARAGRAPHS),
        ("Mill to close", "Vell Observer", ("Tom Aske",), "2023-06-08",
         "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("no codes, a name without by below the title, and two sections above one", FACTIVA_UNSIGNED, [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth",), "2023-06-07", f"{FARES}."),
        ("Mill to close", "Vell Observer", (), "2023-06-08", "The mill at Vell will close with the loss of 70 posts."),
    ]),
    ("two authors with their places, over two lines",
     FACTIVA_TABLE.replace("| Lena Orth", "| By Lena Orth in Brae and\n   Tom Aske in Vell").replace(" | ", "  "), [
        ("Ferry fares to rise", "Oster Courier", ("Lena Orth", "Tom Aske"), "2023-06-07",
         f"{TWO_PARAGRAPHS}\n\nCorrection: It costs 8 crowns today."),
    ]),
    ("no codes, in German", FACTIVA_GERMAN, [
        ("Fähren werden teurer", "Osterbote", (), "2023-06-07", "Eine Fahrt kostet ab Oktober 12 Kronen."),
    ]),
]  # fmt: skip
