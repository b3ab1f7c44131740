"""An Answer as a terminal shows it: the short answer, the words it stands on, who disagrees, what is missing."""

from collections.abc import Iterable
from datetime import date

from ingest.types import Figure, FigureKind, Status
from qa.types import Answer, Citation, CitedFigure, Disagreement
from ui.show.terminal.dates import say_day, say_period, say_resolution, say_short_period
from ui.show.terminal.table import draw_table
from ui.show.terminal.text import Paint, mark_parts, one_line, wrap

INDENT = "  "
# Lines longer than this are hard to read, however wide the window.
WIDEST = 100
# Below this a line holds hardly a word; a narrower window wraps by itself.
NARROWEST = 24
# Digits of an id that are shown: two of ten thousand articles begin alike once in a hundred piles, which `show` tells.
SHORT_ID = 8
# Where what is missing goes over to the nearest sentence, which is shown as a quotation of its own.
NEAREST = "; the nearest is: "


_STATUS = {Status.FORECAST: "a forecast", Status.TARGET: "a target", Status.ESTIMATE: "an estimate"}


def render_answer(answer: Answer, *, width: int = 80, color: bool = False) -> str:
    """Return an answer as text in lines of at most `width` cells, its figures in bold where `color` is on.

    Nothing in the answer can reach the terminal as a control sequence.
    """
    width, paint = max(NARROWEST, min(width, WIDEST)), Paint(color)
    blocks = [
        _understood(answer, width, paint),
        _headline(answer, width, paint),
        _statements(answer, width),
        _listing(answer, width, paint),
        *(_cited(answer, citation, width, paint) for citation in answer.citations),
        *(_disagreement(d, width, paint) for d in answer.disagreements),
        _notes(answer, width),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _understood(answer: Answer, width: int, paint: Paint) -> list[str]:
    return [paint.dim(line) for line in wrap(f"understood as: {answer.understood}", width)] if answer.understood else []


def _headline(answer: Answer, width: int, paint: Paint) -> list[str]:
    """Return the short answer with its period, and what is missing; for an abstention only the latter."""
    if answer.abstained:
        return _refusal(answer, width, paint)
    missing = _hang("Missing: ", answer.missing, width) if answer.missing else []
    if not answer.short:
        return missing
    short = one_line(answer.short)
    text = short + _details(answer, short)
    bold = [(0, len(short))] if paint.on else []
    return [*mark_parts(text, bold, width, paint), *missing]


def _refusal(answer: Answer, width: int, paint: Paint) -> list[str]:
    """Return the refusal, why, and the words that lead to the quotation that follows."""
    why = (answer.missing or "").partition(NEAREST)[0]
    lines = [paint.bold(line) for line in wrap(answer.answer, width)] + (_hang("Why: ", why, width) if why else [])
    return [*lines, "", "The nearest they say:"] if answer.citations else lines


def _details(answer: Answer, short: str) -> str:
    """Return the period of the figure that is the short answer, how it was read, and whether it is a forecast."""
    figure = _figure_of(answer, short)
    if figure is None:
        return ""
    period = figure.period
    when = say_period(period) if period and figure.kind is not FigureKind.DATE else ""
    if when and _year_in(short, period.start if period else None):
        when = ""
    status = _STATUS.get(figure.status, "")
    forecast = "" if figure.status.value in short else status
    resolution = one_line(say_resolution(period)) if period else ""
    details = "".join(f", {part}" for part in (when, forecast) if part)
    return details + (f" ({resolution})" if resolution and resolution not in short else "")


def _figure_of(answer: Answer, short: str) -> Figure | None:
    """Return the first figure whose printed words stand in the short answer, else the only one there is."""
    figures = [cited.figure for cited in answer.figures]
    printed = next((f for f in figures if f.text and one_line(f.text) in short), None)
    return printed or (figures[0] if len(figures) == 1 else None)


def _year_in(short: str, day: date | None) -> bool:
    return day is not None and str(day.year) in short


def _statements(answer: Answer, width: int) -> list[str]:
    """Return the claims that are more than a quotation of the sentence they cite, with their marks."""
    if answer.abstained:
        return []
    quotes = {_plain(citation.quote) for citation in answer.citations}
    lines: list[str] = []
    for claim in answer.claims:
        if _plain(claim.text) not in quotes:
            lines += wrap(claim.text + "".join(f" [{key}]" for key in claim.citations), width)
    return lines


def _listing(answer: Answer, width: int, paint: Paint) -> list[str]:
    """Return the table of a list, a timeline or a comparison; of help, which cites nothing, its words."""
    if answer.table is None:
        return wrap(answer.answer, width) if not answer.citations and not answer.abstained else []
    rows = [(*row.cells, "".join(f"[{key}]" for key in row.citations)) for row in answer.table.rows]
    table = draw_table((*answer.table.columns, ""), rows, width - len(INDENT), paint)
    return [paint.bold(line) for line in wrap(answer.table.title, width)] + [INDENT + line for line in table]


def _notes(answer: Answer, width: int) -> list[str]:
    """Return the notes, without what the first line has said already."""
    said = _details(answer, one_line(answer.short or ""))
    return [line for note in answer.notes if note not in said for line in _hang("Note: ", note, width)]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _cited(answer: Answer, citation: Citation, width: int, paint: Paint) -> list[str]:
    """Return a quotation with its figures marked, and the line that says where it stands."""
    inner = width - len(INDENT)
    spans = sorted(_spans(answer.figures, citation) | _voiced(answer.disagreements, citation))
    lines = mark_parts(citation.quote, spans, inner, paint, ("“", f"” [{citation.key}]"))
    source = _hang(f"[{citation.key}] ", say_source(citation), inner)
    return [INDENT + line for line in lines] + [INDENT + paint.dim(line) for line in source]


def _spans(figures: Iterable[CitedFigure], citation: Citation) -> set[tuple[int, int]]:
    """Return where the answer's figures, and what they equal in other units, stand inside a quotation."""
    cited = [f.figure for f in figures if f.citation == citation.key]
    places = [(figure.start, figure.end) for figure in cited]
    places += [(same.start, same.end) for figure in cited for same in figure.equivalents]
    return {
        (start - citation.start, end - citation.start)
        for start, end in places
        if citation.start <= start < end <= citation.end
    }


def _voiced(disagreements: Iterable[Disagreement], citation: Citation) -> set[tuple[int, int]]:
    """Return where the values of a disagreement stand in a quotation; one printed twice is left unmarked."""
    texts = {v.text for d in disagreements for v in d.values if v.citation == citation.key and v.text}
    return {(at := citation.quote.index(t), at + len(t)) for t in texts if citation.quote.count(t) == 1}


def say_source(citation: Citation) -> str:
    """Return "Publisher, date, title (file or address), id 3f2a9c1b", the id as `newsdesk show` takes it."""
    published = say_day(citation.published) if citation.published else "undated"
    publisher = citation.publisher or "publisher not named"
    place = citation.url or citation.source
    article, at, version = citation.article_id.partition("@")
    return f"{publisher}, {published}, {citation.title} ({place}), id {article[:SHORT_ID]}{at}{version}"


def _disagreement(disagreement: Disagreement, width: int, paint: Paint) -> list[str]:
    """Return the table of who says what, and why they differ where that is known."""
    rows = [
        (
            voice.text,
            say_short_period(voice.period) if voice.period else "",
            voice.publisher or "not named",
            say_day(voice.published) if voice.published else "undated",
            voice.attributed_to or "",
            f"[{voice.citation}]",
        )
        for voice in disagreement.values
    ]
    headers = ("value", "period", "publisher", "date", "according to", "")
    table = draw_table(headers, rows, width - len(INDENT), paint, firm=("value",))
    title = [paint.bold(line) for line in wrap(f"The articles disagree: {disagreement.measure}", width)]
    return [*title, *(INDENT + line for line in table), *_hang("Reason: ", disagreement.reason, width)]


def _hang(label: str, text: str, width: int) -> list[str]:
    """Return a text wrapped behind its label, further lines indented under its beginning."""
    lines = wrap(text, max(NARROWEST // 2, width - len(label)))
    return [f"{label}{lines[0]}", *(" " * len(label) + line for line in lines[1:])]
