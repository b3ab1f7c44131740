"""What a page states for programs: JSON-LD in its scripts, and the plain words of its elements."""

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]


def walk_json(tree: "HtmlElement") -> Iterator[Mapping[str, object]]:
    """Yield the JSON-LD objects of a page, those of a list or a graph one by one; broken scripts are passed over."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in found if isinstance(found, list) else [found]:
            graph = item.get("@graph") if isinstance(item, Mapping) else None
            yield from (part for part in (graph if isinstance(graph, list) else [item]) if isinstance(part, Mapping))


def text_of(element: "HtmlElement") -> str:
    """Return the words of an element on one line."""
    return " ".join(element.text_content().split())
