"""A text as a web page to be printed."""

from html import escape

from bench.pdf_readers.printed import FIRST_PAGE, HEAD, MARK, Printed
from bench.pdf_readers.setting import soften

# Where pages count from: each engine heeds one of the two rules.
_STYLE = """
html {{ counter-reset: page {first}; }}
@page :first {{ counter-reset: page {first}; }}
@page {{ size: A4; margin: 50pt; {heads} }}
body {{ margin: 0; font: 10pt/1.2 "Liberation Serif", "DejaVu Serif", serif; columns: {columns}; column-gap: 16pt;
  text-align: justify; hyphens: manual; font-variant-ligatures: {ligatures}; }}
h1 {{ font-size: 16pt; text-align: left; margin: 0 0 8pt; column-span: {span}; }}
p {{ margin: 0 0 6pt; }}
p.loose {{ line-height: 1.37; }}
td {{ padding-right: 30pt; }}
blockquote {{ margin: 8pt; font-size: 14pt; text-align: left; break-inside: avoid; }}
sup {{ font-size: 6pt; }}
footer {{ position: absolute; bottom: 0; font-size: 8pt; }}
"""
_HEADS = f'@top-left {{ content: "{HEAD}"; font-size: 8pt; }} @bottom-center {{ content: counter(page); }}'


def write_html(printed: Printed) -> str:
    """Write the page with its style."""
    layout = printed.layout
    style = _STYLE.format(
        first=FIRST_PAGE,
        heads=_HEADS if layout.heads else "",
        columns="auto" if layout.columns == 1 else layout.columns,
        ligatures="common-ligatures" if layout.ligatures else "none",
        span="all" if layout.wide_title else "none",
    )
    parts = [f"<h1>{escape(printed.title)}</h1>"]
    for number, sentences in enumerate(printed.paragraphs):
        text = escape(" ".join(sentences))
        text = MARK.sub(r"<sup>\1</sup>", soften(text) if layout.hyphens else text)
        parts.append(f'<p class="{"loose" if layout.uneven and number % 2 else "plain"}">{text}</p>')
        if number == 2:
            parts.append(_between(printed))
    notes = "<br>".join(f"{at} {escape(note)}" for at, note in enumerate(printed.notes, 1))
    body = "\n".join([*parts, f"<footer>{notes}</footer>" if notes else ""])
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{style}</style><body>{body}</body></html>'


def _between(printed: Printed) -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in printed.rows)
    quote = f"<blockquote>{escape(printed.quote)}</blockquote>" if printed.quote else ""
    return quote + (f"<table>{rows}</table>" if rows else "")
