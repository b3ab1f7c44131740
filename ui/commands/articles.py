"""newsdesk articles, show and remove: what is in the index."""

import argparse
from typing import TYPE_CHECKING, Any

from ingest.errors import NotFound
from ui.cli.console import Console
from ui.cli.errors import DONE
from ui.cli.options import add_index, add_json, shown
from ui.cli.options import words as text

if TYPE_CHECKING:
    from index.types import Version
    from ingest.types import Article
    from qa.desk import Newsdesk

HEADERS = ("id", "date", "publisher", "title", "words", "figures")
# Ids that are named when an abbreviation fits several.
_NAMED = 4


def add_articles(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk articles` takes."""
    add_json(parser, "the list")
    add_index(parser)


def add_show(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk show` takes."""
    parser.add_argument("id", type=text, metavar="ID", help="an article's id, or its beginning")
    parser.add_argument(
        "--versions", action="store_true", help="list what it said before its source was read again, and what changed"
    )
    add_json(parser, "the article, or its versions,")
    add_index(parser)


def add_remove(parser: argparse.ArgumentParser) -> None:
    """Add what `newsdesk remove` takes."""
    parser.add_argument("ids", nargs="+", type=text, metavar="ID", help="an article's id, or its beginning")
    add_index(parser)


def run_articles(args: argparse.Namespace, console: Console) -> int:
    """List the articles."""
    with console.desk(args.index, encoder=False) as desk:
        figures = {listing.id: listing.figures for listing in desk.index.listings()}
        articles = desk.articles()
    if args.json:
        console.json([summary_dict(a) | {"words": words(a), "figures": figures.get(a.id, 0)} for a in articles])
        return DONE
    from ui.show.terminal.listing import print_table

    rows = [_row(article, figures.get(article.id, 0)) for article in articles]
    print_table(console, HEADERS, rows, "no articles yet: run `newsdesk ingest PATH` or `newsdesk samples`")
    return DONE


def _row(article: "Article", figures: int) -> tuple[str, ...]:
    published = article.published.isoformat() if article.published else "undated"
    return (article.id, published, article.publisher or "", article.title, str(words(article)), str(figures))


def words(article: "Article") -> int:
    """Return how many words an article has, counted at white space."""
    return len(article.text.split())


def summary_dict(article: "Article") -> dict[str, Any]:
    """Return an article without its text, for JSON."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "source": article.source,
    }


def run_show(args: argparse.Namespace, console: Console) -> int:
    """Print an article, or its versions."""
    with console.desk(args.index, encoder=False) as desk:
        article = find_article(desk, args.id)
        versions = desk.versions(article.id) if args.versions else []
    if versions:
        _show_versions(article, versions, args.json, console)
    elif args.json:
        console.json(summary_dict(article) | {"text": article.text})
    else:
        from ui.show.terminal.listing import render_article

        console.write(render_article(article, console.paint))
    return DONE


def _show_versions(article: "Article", versions: "list[Version]", as_json: bool, console: Console) -> None:
    from index.versions.changes import compare
    from ui.show.terminal.versions import render_versions, to_dict

    changes = compare(versions, article.publisher)
    if as_json:
        console.json(summary_dict(article) | to_dict(versions, changes))
    else:
        console.write(render_versions(article.title, versions, changes, console.width, console.paint))


def run_remove(args: argparse.Namespace, console: Console) -> int:
    """Take articles out; where one of the ids fits none, all stay."""
    with console.desk(args.index, encoder=False) as desk:
        found = {article.id: article for article in (find_article(desk, given) for given in args.ids)}
        for article in found.values():
            desk.remove(article.id)
            console.line(f"removed {article.id} {article.title}")
    return DONE


def find_article(desk: "Newsdesk", given: str) -> "Article":
    """Return the article whose id is given in full or by a beginning that no other id has.

    Raises:
        NotFound: no id, or more than one, begins so.
    """
    start, at, version = given.partition("@")
    try:
        return desk.article(given)
    except NotFound:
        ids = [listing.id for listing in desk.index.listings() if start and listing.id.startswith(start)]
        if not ids:
            raise
    if len(ids) > 1:
        named = ", ".join(ids[:_NAMED]) + (" ..." if len(ids) > _NAMED else "")
        raise NotFound(f"{shown(given)} is the beginning of {len(ids)} ids: {named}; give more of it")
    return desk.article(f"{ids[0]}{at}{version}")
