"""Article keys of a question set <-> what a citation says of its article.

A set names articles by keys. A citation names the file (`source`, with `#row` where a file holds several) and the
title. A key fits when it is the title, the file's stem, the stem with its row, or the start of the stem up to a
separator ("004" fits "004_report.txt"); a mapping adds further stems for a key.
"""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any

Mapped = Mapping[str, tuple[str, ...]]
ARTICLES = Path(__file__).parents[1] / "questions" / "articles.json"
_AFTER_KEY = re.compile(r"[_.\-#]")


@lru_cache(maxsize=8)
def load_mapping(path: Path = ARTICLES) -> Mapped:
    """Return key -> file stems; an absent file is an empty mapping."""
    if not path.exists():
        return {}
    rows: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return {key: tuple(stems) for key, stems in rows.items()}


def _names(source: str, title: str) -> set[str]:
    """Return the names an article goes by."""
    path, _, row = source.partition("#")
    file = PurePath(path.replace("\\", "/"))
    return {title, file.name, file.stem} | ({f"{file.stem}#{row}", row} if row else set())


def fits(key: str, found: Mapping[str, Any], mapped: Mapped) -> bool:
    """Say whether a citation or a hit (with `source` and `title`) is of the article that `key` names."""
    names = _names(str(found.get("source") or ""), str(found.get("title") or ""))
    if key in names or names & set(mapped.get(key, ())):
        return True
    return any(name.startswith(key) and _AFTER_KEY.match(name[len(key) :]) for name in names)
