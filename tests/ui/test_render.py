"""An answer as HTML: exact, escaped, and true to what the answer says."""

import html
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.types import Article, Bound, Equivalent, Figure, FigureKind, Period, Status
from qa.types import Answer, Citation, CitedFigure, Claim, Disagreement, Voice
from ui.show.html.article import WINDOW, article_pane, article_text
from ui.show.html.marks import place_in_claim
from ui.show.html.states import error_html, lost_html, pending_html, welcome_html
from ui.show.html.text import Span, line, marked, period_words, qualifier_words, span, web_link
from ui.show.html.turn import main_figure, transcript_html, turn_html, why_not

TEXT = "Before. The port handled 2.4 million tonnes (£3m) last year, the ministry said. After."
QUOTE = "The port handled 2.4 million tonnes (£3m) last year, the ministry said."
AT = TEXT.index(QUOTE)
NASTY = "<script>alert(1)</script>\" onload='x' ${1+1} {{value}} </mark> &amp; \u202eabc"


def figure(text: str = "2.4 million tonnes", **more: object) -> Figure:
    start = TEXT.index(text) if text in TEXT else 0
    made = Figure(FigureKind.QUANTITY, start, start + len(text), text, value=Decimal(2400000), unit="t")
    return replace(made, **more)  # type: ignore[arg-type]


def citation(key: str = "1", **more: object) -> Citation:
    made = Citation(key, "a1", "Port", "Star", date(2024, 3, 7), None, "port.md", AT, AT + len(QUOTE), QUOTE)
    return replace(made, **more)  # type: ignore[arg-type]


def answer(**more: object) -> Answer:
    made = Answer(
        question="How much did the port handle?",
        answer="2.4 million tonnes.",
        short="2.4 million tonnes",
        abstained=False,
        missing=None,
        reader="extractive",
        claims=(Claim(QUOTE, ("1",)),),
        citations=(citation(),),
        figures=(CitedFigure(figure(), "1"),),
    )
    return replace(made, **more)  # type: ignore[arg-type]


class Tags(HTMLParser):
    """Collects tags and attributes, and fails on a tag that closes nothing."""

    VOID = frozenset(["img", "input", "br", "hr", "progress"])

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag


def words(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def test_a_figure_opens_its_own_words() -> None:
    tags = Tags(turn_html(answer())).seen
    marks = [a for t, a in tags if t == "button" and a.get("class") == "nd-fig"]
    assert marks
    for mark in marks:
        assert TEXT[int(mark["data-start"] or 0) : int(mark["data-end"] or 0)] == mark["data-quote"] == QUOTE
        assert TEXT[int(mark["data-from"] or 0) : int(mark["data-to"] or 0)] == "2.4 million tonnes"


def test_short_answer_period_qualifier_and_source_are_shown() -> None:
    period = Period(date(2023, 1, 1), date(2023, 12, 31), "last year", date(2024, 3, 7))
    shown = figure(period=period, qualifier="about", bound=Bound.ABOUT, status=Status.ESTIMATE)
    text = words(turn_html(answer(figures=(CitedFigure(shown, "1"),))))
    assert "2023 (the article of 7 March 2024 says “last year”)" in text
    assert "printed with “about, estimate”" in text
    assert "Star, 7 Mar 2024" in text


def test_the_table_weighs_every_figure() -> None:
    shown = figure(equivalents=(Equivalent(Decimal(3000000), "GBP", "£3m", 0, 3),), attributed_to="the ministry")
    text = words(turn_html(answer(figures=(CitedFigure(shown, "1"),))))
    for part in ("Value", "Unit", "Period", "Qualifier", "Who says it", "Check", "= £3m", "the ministry", "supported"):
        assert part in text


def test_a_disagreement_has_a_table_and_a_plot() -> None:
    second = citation("2", article_id="a2", publisher="Tribune")
    year = Period(date(2023, 1, 1), date(2023, 12, 31), "2023")
    sides = (
        Voice("2.4 million tonnes", Decimal(2400000), "t", year, "1", "Star", date(2024, 3, 7), "the ministry"),
        Voice("2.6 million tonnes", Decimal(2600000), "t", year, "2", "Tribune", None),
    )
    given_ = answer(citations=(citation(), second), disagreements=(Disagreement("tonnes", sides, "unexplained"),))
    shown = turn_html(given_)
    text = words(shown)
    assert "The articles disagree: tonnes" in text
    assert "Why they differ: unexplained." in text
    assert shown.count("<svg") == 1
    assert '<circle class="p0"' in shown
    assert '<polygon class="p1"' in shown
    Tags(shown)


def test_values_of_different_units_are_not_plotted() -> None:
    sides = (
        Voice("2.4 million tonnes", Decimal(2400000), "t", None, "1", "Star"),
        Voice("30 percent", Decimal(30), "%", None, "1", "Tribune"),
    )
    assert "<svg" not in turn_html(answer(disagreements=(Disagreement("x", sides, "other unit"),)))


def test_an_abstention_says_so_and_why_and_shows_the_nearest() -> None:
    none = answer(
        short=None,
        abstained=True,
        figures=(),
        claims=(),
        missing=f"no sentence gives 2019; the nearest is: “{QUOTE}” [1]",
    )
    text = words(re.sub(r'<ul class="nd-print".*?</ul>', "", turn_html(none)))
    assert "The articles do not say." in text
    assert "No sentence gives 2019." in text
    assert text.count(QUOTE) == 1
    assert "not an answer" in text


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        (None, ""),
        ("The articles do not say.", ""),
        ("no figure for 2019", "No figure for 2019."),
        (f"the nearest is “{QUOTE}”", ""),
    ],
)
def test_why_not(missing: str | None, said: str) -> None:
    assert why_not(answer(missing=missing)) == said


def test_a_follow_up_says_how_it_was_understood_and_keeps_the_words_asked() -> None:
    shown = turn_html(answer(understood="How much did the port handle in 2022?"), 2, "And in 2022?")
    assert "And in 2022?" in words(shown)
    assert 'data-edit="How much did the port handle in 2022?"' in shown


@pytest.mark.parametrize("where", ["question", "short", "answer", "missing", "understood"])
def test_hostile_answers_are_text(where: str) -> None:
    harmless(turn_html(answer(**{where: NASTY}), 1))


@pytest.mark.parametrize("where", ["title", "publisher", "url", "source", "quote", "key"])
def test_hostile_citations_are_text(where: str) -> None:
    cited = citation(**{where: NASTY})
    harmless(turn_html(answer(citations=(cited,), claims=(Claim(NASTY, (cited.key,)),)), 1))


def test_hostile_articles_are_text() -> None:
    nasty = Article("a", NASTY, NASTY * 3, NASTY, NASTY, (NASTY,), None, "javascript:alert(1)")
    shown = article_pane(nasty, 5, 40, (6, 20))
    harmless(shown)
    assert "href" not in shown
    for made in (
        error_html(NASTY, NASTY),
        lost_html(NASTY, 1),
        pending_html(NASTY),
        welcome_html([NASTY], 3),
        transcript_html([], ""),
    ):
        harmless(made)


def harmless(text: str) -> None:
    tags = Tags(text).seen
    assert {tag for tag, _ in tags}.isdisjoint({"script", "img", "iframe", "svg"})
    assert not [a for _, found in tags for a in found if a.startswith("on")]
    # What is quoted stays as it is, in a block of its own that the override cannot leave.
    quoted = r'data-[a-z]+="[^"]*"|<div class="nd-text">.*</div>|<div class="nd-claims">.*?</div>'
    assert "\u202e" not in re.sub(quoted, "", text, flags=re.DOTALL)


@given(st.text(), st.integers(-5, 40), st.integers(-5, 40), st.integers(0, 20), st.integers(0, 20))
def test_marks_never_change_the_text(text: str, a: int, b: int, c: int, d: int) -> None:
    shown = marked(text, [Span(a, b, "<mark>"), Span(c, d, "<mark>"), Span(a + c, b, "<mark>")])
    assert html.unescape(re.sub(r"</?mark>", "", shown)) == html.unescape(html.escape(text))
    Tags(shown.replace("\r", " "))


@given(st.text(min_size=1), st.data())
def test_the_highlight_is_the_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first = data.draw(st.integers(start, end - 1))
    last = data.draw(st.integers(first + 1, end))
    shown = article_text(Article("a", "t", text, "s"), start, end, (first, last))
    after = re.sub(r"</?mark[^>]*>", "", shown.split('<mark class="nd-quote" id="nd-quote" tabindex="-1">')[1])
    assert after.startswith(html.escape(text[start:end], quote=True))
    assert shown.count("</mark>") == 2
    inside = re.search(r'<mark class="nd-figure">(.*?)</mark>', shown, re.DOTALL)
    assert inside is not None
    assert inside.group(1) == html.escape(text[first:last], quote=True)
    body = re.sub(r"</?(?:mark|div)[^>]*>", "", shown)
    assert body == html.escape(text, quote=True)


def test_of_a_long_article_the_part_around_the_quote_is_shown() -> None:
    text = "a" * 100_000 + "QUOTE" + "b" * 100_000
    shown = article_text(Article("a", "t", text, "s"), 100_000, 100_005)
    assert ">QUOTE</mark>" in shown
    assert f"{100_000 - WINDOW:,} characters before" in shown
    assert len(shown) < 2 * WINDOW + 1000


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2019, 1, 1), date(2022, 12, 31), "2019 to 2022"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 1, 1), date(2024, 6, 30), "January to June 2024"),
        (date(2024, 3, 7), date(2024, 3, 7), "7 March 2024"),
        (date(2024, 3, 7), date(2024, 4, 2), "7 March 2024 to 2 April 2024"),
        (date(2013, 1, 1), None, "since 1 January 2013"),
        (None, date(2013, 1, 1), "until 1 January 2013"),
        (None, None, ""),
    ],
)
def test_span(start: date | None, end: date | None, said: str) -> None:
    assert span(start, end) == said


def test_a_period_that_could_not_be_resolved_stays_as_printed() -> None:
    assert period_words(Period(None, None, "last autumn")) == "“last autumn”, not resolved"
    assert period_words(None) == ""


def test_qualifiers() -> None:
    assert qualifier_words(figure(qualifier="more than", bound=Bound.MORE_THAN)) == "more than"
    assert qualifier_words(figure(bound=Bound.AT_MOST)) == "at most"
    assert qualifier_words(figure(status=Status.FORECAST)) == "forecast"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//x", "ftp://x/", "http://", "", None, "http://[x"]
)
def test_only_web_addresses_are_links(url: str | None) -> None:
    assert web_link(url, "x") == ""


def test_links_do_not_tell_where_they_come_from() -> None:
    assert 'rel="noopener noreferrer nofollow"' in web_link("https://example.org/a?b=1&c=2", "Open")


def test_a_figure_is_placed_by_its_offset_where_the_claim_is_the_quote() -> None:
    claim = Claim("of 5 and 5 apples", ("1",))
    cited = citation(start=10, end=27, quote="of 5 and 5 apples")
    second = CitedFigure(Figure(FigureKind.QUANTITY, 19, 20, "5"), "1")
    assert place_in_claim(claim, second, cited) == (9, 10)


def test_the_main_figure_is_the_one_in_the_short_answer() -> None:
    other = CitedFigure(figure("£3m"), "1")
    assert main_figure(answer(figures=(other, CitedFigure(figure(), "1")))) is not other


def test_a_line_is_one_line() -> None:
    assert line("a\n\tb\u202ec") == "a bc"
