"""What an answer says of the articles it was looked for in."""

from collections.abc import Iterator
from datetime import date

from qa.lexicon.wording import day_in_words
from qa.types import Answer


def scope_notes(answer: Answer, as_of: date | None) -> Iterator[str]:
    """Yield the day an answer was asked for, and which of its sources may be later because they bear no date."""
    if as_of is None:
        return
    yield f"as of {day_in_words(as_of)}: articles published later are left out"
    since = [c.key for c in answer.citations if "@" in c.article_id]
    if since:
        yield f"as it stood then, changed since: {', '.join(f'[{key}]' for key in since)}"
    undated = [c.key for c in answer.citations if c.published is None]
    if undated:
        yield f"undated, so it may be later: {', '.join(f'[{key}]' for key in undated)}"
