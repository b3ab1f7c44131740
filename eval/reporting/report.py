"""Results and comparisons as one self-contained page: everything inline, everything escaped, nothing fetched."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from eval.types import MEANINGS, Grade, Kind

TEMPLATES = Path(__file__).parents[1] / "templates"
# A page with more questions than this is slow on a phone; errors come first, and the page says what it leaves out.
MOST_SHOWN = 5_000
BINS = 20
OWN = (("style", "style.css"), ("script", "script.js"))
# The measures that a reader looks for first: heading, measure.
TILES = (
    ("correct", "accuracy"),
    ("figures correct", "figure accuracy"),
    ("answers given that are right", "answered right"),
    ("unanswerable ones declined", "abstention recall"),
    ("quotes exact", "quote exactness"),
    ("found in 5 passages", "recall@5"),
    ("rank of what had to be found (MRR)", "MRR"),
)


def _render(template: str, **values: Any) -> str:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    loader = FileSystemLoader(TEMPLATES)
    pages = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    # Our own two files are the only text that is not escaped.
    own = {name: Markup((TEMPLATES / file).read_text("utf-8")) for name, file in OWN}
    return pages.get_template(template).render(**own, **values)


def _write(page: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", errors="backslashreplace")


def make_tiles(summary: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the headline figures with their intervals."""
    tiles = []
    for label, name in TILES:
        value = summary["measures"].get(name)
        if value:
            note = f"{100 * value['low']:.1f} to {100 * value['high']:.1f} · {value['n']} questions"
            tiles.append({"label": label, "value": f"{100 * value['value']:.1f}%", "note": note})
    shown = f"of {summary['figures_shown']} figures shown"
    return [*tiles, {"label": "unsupported figures", "value": str(summary["unsupported"]), "note": shown}]


def _round_width(width: float) -> float:
    """Return the next number of the row 1, 2, 5, 10, 20 ... that is not below `width`."""
    power = 10.0 ** math.floor(math.log10(width))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= width * (1 - 1e-9))


def make_histogram(times: Sequence[float]) -> list[dict[str, Any]]:
    """Return bins of one round width from 0 to about the 98th percentile, the last one open; empty of no times."""
    if not times:
        return []
    ordered = sorted(times)
    width = _round_width(max(ordered[int(0.98 * (len(ordered) - 1))], 0.001) / BINS)
    counts = [0] * BINS
    for time in ordered:
        counts[min(BINS - 1, int(time / width))] += 1
    most = max(counts)
    return [
        {
            "n": n,
            "share": n / most,
            "label": f"{number * width:g} ms and more",
            "tick": f"{number * width:g}" if number % 5 == 0 else "",
        }
        for number, n in enumerate(counts)
    ]


def safe_link(url: Any) -> str | None:
    """Return a web address that may be linked to, None for any other text ("javascript:...")."""
    try:
        return url if isinstance(url, str) and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _citation(cited: Mapping[str, Any]) -> dict[str, Any]:
    """Return a citation as the page takes it: linked where it has a web address, its file without the folders."""
    source = str(cited.get("source") or "")
    name = source if safe_link(source) else source.replace("\\", "/").rsplit("/", 1)[-1]
    return {**cited, "link": safe_link(cited.get("url")), "source": name}


def _for_page(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return a question as the page takes it; files of results may leave fields out."""
    names = ("question", "follows", "as_of", "expected", "why", "short", "answer", "missing", "confidence", "ms")
    kept: dict[str, Any] = {name: line.get(name) for name in (*names, "reciprocal_rank")}
    kept |= {name: line.get(name) or [] for name in ("notes", "articles")}
    kept |= {"id": line["id"], "kind": line["kind"], "grade": line["grade"], "abstained": bool(line.get("abstained"))}
    kept["question"] = kept["question"] or line["id"]
    kept["unsupported"] = line.get("unsupported") or 0
    kept["citations"] = [_citation(cited) for cited in line.get("citations") or ()]
    return kept


def report_page(results: Mapping[str, Any]) -> str:
    """Return the page of a run."""
    lines = [_for_page(line) for line in results["questions"]]
    shown = lines
    if len(lines) > MOST_SHOWN:
        shown = sorted(lines, key=lambda line: line["grade"] == Grade.CORRECT.value)[:MOST_SHOWN]
    grades = [grade.value for grade in Grade if any(line["grade"] == grade.value for line in shown)]
    kinds = [kind.value for kind in Kind if any(line["kind"] == kind.value for line in shown)]
    summary = {"latency_ms": None, "calibration": None, **results["summary"]}
    times = [line["ms"] for line in lines if line["ms"] is not None]
    return _render(
        "report.html.j2",
        **{name: results.get(name, "unknown") for name in ("set", "reader", "index", "code")},
        summary=summary,
        tiles=make_tiles(summary),
        latency=make_histogram(times) if summary["latency_ms"] else [],
        meanings=[(grade.value, MEANINGS[grade]) for grade in Grade],
        questions=shown,
        left_out=len(lines) - len(shown),
        number=len(shown),
        filters=[("grade", "all verdicts", ["any error", *grades]), ("kind", "all kinds", kinds)],
    )


def comparison_page(found: Mapping[str, Any]) -> str:
    """Return the page of a comparison."""
    questions = [{**line, "change": side} for side in ("worse", "better", "other") for line in found[side]]
    kinds = sorted({line["kind"] for line in questions})
    return _render(
        "comparison.html.j2",
        **{name: found[name] for name in ("set", "before", "after", "all", "by_kind")},
        questions=questions,
        number=len(questions),
        filters=[("change", "all changes", ["better", "worse", "other"]), ("kind", "all kinds", kinds)],
    )


def write_report(results: Mapping[str, Any], path: Path) -> None:
    """Write the page of a run."""
    _write(report_page(results), path)


def write_comparison(found: Mapping[str, Any], path: Path) -> None:
    """Write the page of a comparison."""
    _write(comparison_page(found), path)
