"""What stands in the way of a budget that is missed: said only where it is, and only of the index that was measured."""

from collections.abc import Sequence

from bench.scale.budgets import standings
from bench.scale.rows import Row

FLAT = "IndexFlatIP"
_FLAT_TIME = (
    "Vectors are kept in a flat FAISS index at every size: each question is multiplied with every vector, which is "
    "exact and grows with their number."
)
_WAYS = {
    "both_p95_ms": (
        "Of the words, every chunk that has one of the question's is fetched from SQLite and scored, frequent words "
        "included (`index/lexical.py`)."
    ),
    "most_mb": (
        "The file of vectors is read whole and then copied into the index (`index/vectors.py: from_bytes`): for a "
        "moment it is in memory twice."
    ),
    "open_s": "Opening reads the file of vectors whole, takes its checksum and copies it.",
    "add_s": (
        "A change in an open index is seen by a search, which is as slow as any other. Where an article is changed or "
        "removed FAISS goes over all vectors to take its ids out (`index/vectors.py: remove`)."
    ),
}
_SAME = dict.fromkeys(("change_s", "remove_s", "command_add_s", "command_change_s", "command_remove_s"), "add_s")


def ways(rows: Sequence[Row]) -> str:
    """Return a list in Markdown; a line that all is kept where nothing is missed."""
    missed = [s.budget.field for s in standings(rows) if s.value is not None and not s.kept]
    said = [_WAYS[field] for field in dict.fromkeys(_SAME.get(f, f) for f in missed) if field in _WAYS]
    if "both_p95_ms" in missed and rows[-1].kind == FLAT:
        said.insert(1 if rows[-1].words_p95_ms > rows[-1].vectors_p95_ms else 0, _FLAT_TIME)
    if not said:
        return ""
    return "What stands in the way:\n\n" + "\n".join(f"- {line}" for line in said)
