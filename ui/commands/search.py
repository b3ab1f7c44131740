"""newsdesk search: the passages nearest to some words, with the scores of both routes."""

import argparse
from typing import TYPE_CHECKING, Any

from ui.cli.console import Console
from ui.cli.errors import DONE
from ui.cli.options import HITS, add_as_of, add_dated_only, add_index, add_json, add_k, add_words, joined

if TYPE_CHECKING:
    from index.types import Hit


def add_search(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk search` takes."""
    add_words(parser, "WORDS", "words or a question, with or without quotes")
    add_json(parser, "the hits")
    add_as_of(parser)
    add_dated_only(parser)
    add_k(parser, HITS, "hits to show", dest="hits")  # the k of newsdesk.toml is that of answers
    add_index(parser)


def run_search(args: argparse.Namespace, console: Console) -> int:
    """Print the best passages, best first."""
    from qa.desk import checked

    query = checked(joined(args.words))
    with console.desk(args.index) as desk:
        hits = desk.search(query, args.hits, as_of=args.as_of, dated_only=args.dated_only)
    if args.json:
        console.json([hit_dict(hit) for hit in hits])
    elif not hits:
        console.say("nothing found: try other words, or a later --as-of")
    else:
        from ui.show.terminal.hits import render_hits

        console.write(render_hits(hits, width=console.width, paint=console.paint))
    return DONE


def hit_dict(hit: "Hit") -> dict[str, Any]:
    """Return a hit for JSON; `start:end` points into the article's text, a score is null where a route missed it."""
    article = hit.article
    return {
        "article_id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "source": article.source,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "score": hit.score,
        "dense": hit.dense,
        "lexical": hit.lexical,
    }
