"""Sentences: a table of news prose, and the laws of spans over any text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.text.sentences import LONGEST_SENTENCE, split_sentences

# A bar marks where one sentence ends and the next begins.
CASES = [
    ("Rain fell all day.| The river rose.", "two plain sentences"),
    ("Rain fell all day", "no stop at all"),
    ("Will rates fall?| Nobody knows.", "question mark"),
    ("What a match!| The crowd sang.", "exclamation mark"),
    ("Really?!| Yes.", "two marks at once"),
    ("Mr. Okafor met Mrs. Lund on Monday.| They shook hands.", "titles before names"),
    ("Dr. Silva and Prof. Brandt signed it.", "academic titles"),
    ("Lt. Gov. Maria Ortiz spoke first.| Sen. Hale followed.", "two titles in a row"),
    ("Gen. Adeyemi and Col. Ruiz left.| Sgt. Poe stayed.", "ranks"),
    ("Rep. Dana Whitfield, R-Ohio, voted no.| The bill passed.", "a short word before the stop"),
    ("St. Petersburg froze over.", "saint before a name"),
    ("The shop on Main St. The owner left.", "street at the end: told by nothing but the next word"),
    ("J. K. Marlowe wrote it.| It sold well.", "initials"),
    ("George W. Abbott won.| He smiled.", "a middle initial"),
    ("A. B. Chen, C. D. Rao and E. Frost attended.", "many initials"),
    ("Take vitamin C. It helps.", "a letter that is no initial"),
    ("They moved to plan B. The vote was close.", "another such letter"),
    ("The U.S. economy grew.| Europe shrank.", "an acronym in mid-sentence"),
    ("She moved to the U.S. The firm stayed.", "an acronym at the end, told by the next word"),
    ("The U.S. Senate met.| The U.K. did not.", "an acronym before a name"),
    ("Troops of the U.N. entered the city.", "before a small letter"),
    ("Acme Inc. reported a loss.| Its shares fell.", "a company form before a verb"),
    ("He runs Acme Corp. The board backs him.", "a company form at the end"),
    ("Harlow Bros. Ltd. bought Finch & Co. for $3 million.", "three company forms"),
    ("Martin King Jr. spoke.| The hall was full.", "junior before a verb"),
    ("It opened on Jan. 5 and closed on Feb. 9.", "months before days"),
    ("It opened in Sept. 2021.| It closed in Dec. 2023.", "months before years"),
    ("The march is on Oct. 3.| Police are ready.", "a day number ends it"),
    ("The shop opens at 9 a.m. and closes at 5 p.m. daily.", "times of day"),
    ("Doors open at 7 p.m. EST.| Bring a ticket.", "a time zone goes on"),
    ("The talks begin at 10 a.m. Monday.| Press is welcome.", "a weekday goes on"),
    ("He came at 5 p.m. Nobody was there.", "a time of day at the end"),
    ("No. 5 seed Ana Petrov won.| No. 2 seed Lee lost.", "number sign"),
    ("Asked again, he said no.| Nobody was surprised.", "the plain word no"),
    ("It sold apples, pears, etc. and closed.", "etc. in the middle"),
    ("It sold apples, pears, etc.| The market closed.", "etc. at the end"),
    ("Large cities, e.g. Lagos, grow fast; small ones, i.e. towns, do not.", "Latin short forms"),
    ("Smith vs. Jones was heard today.", "versus"),
    ("Approx. 40 people came.", "a short form at the start"),
    ("Prices rose 5.4 percent.| Wages rose 3.1 percent.", "decimals"),
    ("It cost $5.4 billion.| That was too much.", "a scale word ends it"),
    ("Output was 3.| Demand was 4.", "a bare number ends it"),
    ("Version 2.0.1 is out.", "dots inside a number"),
    ("See example.com for more.| It is free.", "a domain"),
    ("The site news.example.co.uk was down.", "a long domain"),
    ('"We won," she said.| "They lost."', "quotes with speech tags"),
    ("“We won.”| The crowd sang.", "a quote that ends after the stop"),
    ('He said: "We won."| Then he left.', "straight quotes after the stop"),
    ("‘It works.’| Nobody believed him.", "single quotes"),
    ('"Is it over?" Smith asked.| Nobody knew.', "a question inside a tag"),
    ('"Stop!" shouted the guard.| He ran.', "small letter after an exclamation"),
    ('"When?" he asked.', "small letter after a question"),
    ("«C’est fini.»| Il partit.", "guillemets"),
    ("(The vote was close.)| It passed.", "a sentence in brackets"),
    ("The vote (it was close.) passed.", "a stop in a bracket goes on in small letters"),
    ("Well ... maybe not.", "a gap in the middle"),
    ("He waited...| Then he left.", "dots at the end"),
    ("He waited…| Then he left.", "one sign for three dots"),
    ("... and so it began.| It ended soon.", "dots at the start"),
    ("Yahoo! shares rose.", "a name with a mark before a small letter"),
    ("The iPhone fell.| eBay rose.", "a name that starts small"),
    ("Profit fell.The board met.", "a lost space before a first word is left to the next case"),
    ("北京下雨了。|上海没有。", "Chinese full stops"),
    ("真的吗？|是的！|好。", "Chinese marks"),
    ("他说：“下雨了。”|我走了。", "a Chinese quote"),
    ("東京は雨です。|大阪は晴れです。", "Japanese"),
    ("「終わった。」|彼は去った。", "Japanese quotes"),
    ("वर्षा हुई। नदी बढ़ी।", "a script whose stop is not known stays whole"),
    ("Sales rose in 2021. 13 shops opened.", "a sentence that starts with a number"),
    ("Art. 5 and Sec. 12 apply.", "sections of a law"),
    ("Fig. 3 shows it.| Vol. 2 does not.", "figures and volumes"),
    ("Mt. Kenya and Ft. Worth are far apart.", "places"),
    ("The Ph.D. was awarded in May.", "a degree before a small letter"),
    ("She holds an M.D. and a Ph.D. from Lund.", "two degrees"),
    ("Washington, D.C. is hot.", "a district"),
    ("He lives in Washington, D.C. His wife works there.", "a district at the end"),
    ("They walked 5 km.| They ran 3 mi.", "units"),
    ("The Rev. Tom Hale prayed.| Fr. Dunn sang.", "clergy"),
    ("Hello.| I am.| Bye.", "very short sentences"),
    ("The deal, worth 3 bn.| It closed.", "a scale's short form"),
    ("Police said.| Nobody else did.", "a speech verb"),
    ("Messrs. Dale and Finch sued.", "an old title"),
    ("The E.U. and the U.N. agreed.| Both signed.", "two acronyms"),
    ("In Calif. and Fla. prices fell.| Elsewhere they rose.", "states"),
    ("Wait — what?| No.", "a dash"),
    ("He asked: why?| She left.", "a colon"),
    ("Born c. 1850, he died in 1901.", "circa"),
    ("Inflation hit 9.1% in June.| It is 3% now.", "percent"),
    ("The fee is £2.50.| Children pay £1.", "money with a decimal"),
    ("He finished 3rd.| She won.", "an ordinal"),
    ("Shares of Acme Corp. (ACME) fell.| Others rose.", "a bracket after a company form"),
    ("Finch & Co. — Acme's rival — rose.", "a dash after a company form"),
    ("He lives in the U.S. “We came in May,” he said.", "a quote after an acronym is left to the next case"),
    ("Er kam am 3. Mai.| Sie kam am 5. Juni.", "German days of a month"),
    ("At 5 a.m. Dutch boats sailed.", "nothing but a time so far"),
    ("It cost Rs. 500 crore.| That is much.", "rupees"),
    ("The poet (b. 1950) won.", "born"),
    ("Yahoo! Inc. fell.", "a firm with a mark in its name"),
    ("Gov. J.B. Hale met E. coli experts from N. Ireland.", "initials of several kinds"),
    ("Call 555.010.2222 now.| Lines are open.", "a telephone number"),
]
JOINED = {
    "The shop on Main St. The owner left.": ["The shop on Main St.", "The owner left."],
    "Take vitamin C. It helps.": ["Take vitamin C.", "It helps."],
    "They moved to plan B. The vote was close.": ["They moved to plan B.", "The vote was close."],
    "She moved to the U.S. The firm stayed.": ["She moved to the U.S.", "The firm stayed."],
    "He runs Acme Corp. The board backs him.": ["He runs Acme Corp.", "The board backs him."],
    "He came at 5 p.m. Nobody was there.": ["He came at 5 p.m.", "Nobody was there."],
    "He lives in Washington, D.C. His wife works there.": ["He lives in Washington, D.C.", "His wife works there."],
    "Sales rose in 2021. 13 shops opened.": ["Sales rose in 2021.", "13 shops opened."],
    "He lives in the U.S. “We came in May,” he said.": ["He lives in the U.S.", "“We came in May,” he said."],
    "Profit fell.The board met.": ["Profit fell.", "The board met."],
}


def cut(text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split_sentences(text)]


@pytest.mark.parametrize(("marked", "reason"), CASES, ids=[reason for _, reason in CASES])
def test_news_prose(marked: str, reason: str) -> None:
    expected = JOINED.get(marked) or [part.strip() for part in marked.split("|")]
    assert cut(marked.replace("|", "")) == expected, reason


PARAGRAPHS = [
    ("Growth slows\n\nThe economy slowed in May.", ["H Growth slows", "1 The economy slowed in May."], "a heading"),
    ("First one.\nSecond one.", ["0 First one.", "1 Second one."], "a paragraph on each line"),
    ("- red apples\n- green pears", ["0 - red apples", "1 - green pears"], "list items are no headings"),
    ("1. Norway\n2. Sweden", ["0 1. Norway", "1 2. Sweden"], "numbered items keep their numbers"),
    ("Mill cuts 30 posts", ["0 Mill cuts 30 posts"], "a text that is only a title heads nothing"),
    ("What is next?\n\nNobody knows.", ["0 What is next?", "1 Nobody knows."], "a question is no heading"),
    (
        "The council met late on Tuesday evening and\nagreed to raise the fee.",
        ["0 The council met late on Tuesday evening and\nagreed to raise the fee."],
        "a line that goes on in small letters",
    ),
    (
        "So far the new line has carried more people than anyone in the town had hoped for when it opened",
        ["0 So far the new line has carried more people than anyone in the town had hoped for when it opened"],
        "a long line without a stop is no heading",
    ),
    (
        "The ferry to the Orkney islands was late again on Friday, the port\n"
        "said, and 240 passengers spent the night in the hall. Mr. Baird of\n"
        "Kirkwall said it was the third time. The next one sails at noon on\n"
        "Saturday.\n\nTickets are refunded.",
        [
            "0 The ferry to the Orkney islands was late again on Friday, the port\n"
            "said, and 240 passengers spent the night in the hall.",
            "0 Mr. Baird of\nKirkwall said it was the third time.",
            "0 The next one sails at noon on\nSaturday.",
            "1 Tickets are refunded.",
        ],
        "a text wrapped at 68 columns",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), PARAGRAPHS, ids=[row[2] for row in PARAGRAPHS])
def test_paragraphs_headings_and_lists(text: str, expected: list[str], reason: str) -> None:
    found = [
        f"{'H' if part.heading else part.paragraph} {text[part.start : part.end]}" for part in split_sentences(text)
    ]
    assert found == expected, reason


NEWSY = st.lists(
    st.sampled_from(
        ["Mr. ", "U.S. ", "said. ", '"No." ', "5.4 ", "\n", "\n\n", "。", "... ", "A. ", "x" * 40, "The ", "- "]
    )
    | st.text(max_size=8),
    max_size=60,
).map("".join)


@given(NEWSY)
@settings(max_examples=300, deadline=None)
def test_spans_are_in_order_and_cover_every_word(text: str) -> None:
    sentences = split_sentences(text)
    at = 0
    for sentence in sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        assert not text[at : sentence.start].strip()
        part = text[sentence.start : sentence.end]
        assert part == part.strip()
        assert len(part) <= LONGEST_SENTENCE
        at = sentence.end
    assert not text[at:].strip()
    paragraphs = [sentence.paragraph for sentence in sentences]
    assert paragraphs == sorted(paragraphs)


@pytest.mark.parametrize("piece", ["word ", "a.", ". ", "A. ", "x", '."', "\n", "。", "Mr. ", "?! ", "lower\n"])
def test_time_is_linear(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    start = time.perf_counter()
    split_sentences(text)
    once = time.perf_counter() - start
    start = time.perf_counter()
    split_sentences(text * 4)
    assert time.perf_counter() - start < 12 * once + 0.5


def test_a_text_without_spaces_is_cut() -> None:
    text = "x" * 1_000_000
    sentences = split_sentences(text)
    assert max(part.end - part.start for part in sentences) <= LONGEST_SENTENCE
    assert "".join(text[part.start : part.end] for part in sentences) == text


def test_a_long_sentence_is_cut_at_a_semicolon() -> None:
    text = "; ".join(["the council of the town agreed to pay for the school"] * 40) + "."
    assert all(part.endswith((";", ".")) for part in cut(text))
