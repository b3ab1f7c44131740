"""Who speaks: publishers as independent voices. Ten papers that print one wire story are one voice."""

import re

from ingest.types import Article

_DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*?)\.(?:com|org|net|co|gov|info|news|cn|uk|in|au|[a-z]{2,3})\b.*$"
)
# The shortest name by which one publisher may be told to be an edition of another ("Bild", "The Sun" are too short).
SHORTEST = 6


def family(publisher: str | None) -> str | None:
    """Return a publisher's name reduced to its letters: "The Daily News", "dailynews.com" -> "dailynews"."""
    if not publisher:
        return None
    name = publisher.strip().casefold()
    match = _DOMAIN.match(name) if " " not in name else None
    letters = re.sub(r"[\W_]+", "", match.group(1).split(".")[-1] if match else name.removeprefix("the "))
    return letters or None


def same_publisher(a: str | None, b: str | None) -> bool:
    """Return whether two names are one publisher or editions of it ("Daily News", "Daily News Global")."""
    one, other = family(a), family(b)
    if one is None or other is None:
        return False
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= SHORTEST and long.startswith(short))


def same_voice(a: Article, b: Article, groups: dict[str, str]) -> bool:
    """Return whether two articles speak with one voice: near copies, or the same publisher.

    `groups` gives the group of near copies of each article id.
    """
    copies = groups.get(a.id) is not None and groups.get(a.id) == groups.get(b.id)
    return a.id == b.id or copies or same_publisher(a.publisher, b.publisher)


def count_voices(articles: list[Article], groups: dict[str, str]) -> int:
    """Return how many independent voices some articles are; an unnamed publisher counts for itself."""
    voices: list[Article] = []
    for article in articles:
        if not any(same_voice(article, voice, groups) for voice in voices):
            voices.append(article)
    return len(voices)
