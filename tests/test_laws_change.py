"""What the articles say now is what is answered: figures follow their text, and what was taken out is gone."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from generated import Told, tell_news
from newsroom import check_slices, open_newsroom, seen, told, write_stories

from index import OnnxEncoder
from ingest.errors import NotFound
from qa import Answer, Newsdesk

NEWS = {f"{seed}-{news.story.name}": (seed, news) for seed in (1, 2) for news in tell_news(seed)}
each_story = pytest.mark.parametrize("name", NEWS)


@pytest.fixture(scope="module")
def rooms(
    tmp_path_factory: pytest.TempPathFactory, real_encoder: OnnxEncoder
) -> Iterator[dict[int, tuple[Path, Newsdesk]]]:
    """One desk for each seed, and the folder its news lies in."""
    rooms = {}
    for seed in (1, 2):
        folder = tmp_path_factory.mktemp("news")
        rooms[seed] = folder, open_newsroom(folder, [n.story for s, n in NEWS.values() if s == seed], real_encoder)
    yield rooms
    for _, desk in rooms.values():
        desk.close()


@pytest.fixture
def edit(rooms: dict[int, tuple[Path, Newsdesk]]) -> Iterator[Callable[[int, Told], Newsdesk]]:
    """Put another text of a story in the place of the one before; the first text is put back after the test."""
    edited: list[tuple[int, Told]] = []

    def put(seed: int, news: Told) -> Newsdesk:
        folder, desk = rooms[seed]
        summary = desk.ingest([write_stories(folder / "news", [news.story]) / f"{news.story.name}.md"])
        assert not summary.failed and summary.added == 0
        return desk

    def first(seed: int, news: Told) -> Newsdesk:
        edited.append((seed, NEWS[f"{seed}-{news.story.name}"][1]))
        return put(seed, news)

    yield first
    for seed, news in edited:
        put(seed, news)


def other_figures(answer: str) -> list[str]:
    """Return figures that differ from one in a single digit: the first, the last."""
    places = [i for i, c in enumerate(answer) if c.isdigit()]
    return [answer[:i] + ("7" if answer[i] != "7" else "3") + answer[i + 1 :] for i in (places[0], places[-1])]


@each_story
def test_a_figure_is_answered_as_the_article_prints_it(name: str, rooms: dict[int, tuple[Path, Newsdesk]]) -> None:
    seed, news = NEWS[name]
    desk = rooms[seed][1]
    answer = desk.ask(news.question)
    check_slices(desk, answer)
    assert answer.short is not None and news.answer in answer.short
    assert any(c.quote == news.sentence for c in answer.citations)


@each_story
def test_another_digit_gives_another_answer(name: str, edit: Callable[[int, Told], Newsdesk]) -> None:
    seed, news = NEWS[name]
    for figure in other_figures(news.answer):
        if news.story.title.endswith("looks back") and not "1900" < figure < "2023":
            continue  # a firm founded in 7984 is no news
        desk = edit(seed, news.changed(figure))
        answer = desk.ask(news.question)
        check_slices(desk, answer)
        assert answer.short is not None and figure in answer.short
        assert news.answer not in seen(answer)


@each_story
def test_without_its_sentence_nothing_is_said(name: str, edit: Callable[[int, Told], Newsdesk]) -> None:
    seed, news = NEWS[name]
    answer = edit(seed, news.without()).ask(news.question)
    assert answer.abstained and answer.short is None and answer.missing
    assert news.answer not in seen(answer)
    assert not answer.figures and not answer.claims


def test_a_removed_article_is_gone_from_every_answer(
    tmp_path: Path, real_encoder: OnnxEncoder, rooms: dict[int, tuple[Path, Newsdesk]]
) -> None:
    news = tell_news(1)
    before = rooms[1][1]
    with open_newsroom(tmp_path, [n.story for n in news], real_encoder) as desk:
        gone = news[0]
        (article,) = [a for a in desk.articles() if a.title == gone.story.title]
        desk.remove(article.id)
        with pytest.raises(NotFound):
            desk.article(article.id)
        answers = [desk.ask(n.question) for n in news]
        assert answers[0].abstained
        assert all(c.article_id != article.id for answer in answers for c in answer.citations)
        assert gone.answer not in "".join(map(seen, answers))
        assert all(hit.article.id != article.id for hit in desk.search(gone.question, 50))
        assert all(found.id != article.id for found, _ in desk.figures())
        assert [a.short for a in answers[1:]] == [before.ask(n.question).short for n in news[1:]]


def test_ingesting_twice_changes_nothing(tmp_path: Path, real_encoder: OnnxEncoder) -> None:
    news = tell_news(3)
    with open_newsroom(tmp_path, [n.story for n in news], real_encoder) as desk:
        before = (desk.index.fingerprint(), [told(desk.ask(n.question)) for n in news])
        summary = desk.ingest([tmp_path / "news"])
        assert (summary.added, summary.changed, summary.removed, summary.failed) == (0, 0, 0, ())
        assert summary.unchanged == len(news)
        assert (desk.index.fingerprint(), [told(desk.ask(n.question)) for n in news]) == before


def test_putting_the_old_text_back_gives_the_old_answer(rooms, edit) -> None:  # type: ignore[no-untyped-def]
    seed, news = next(iter(NEWS.values()))
    before = told(rooms[seed][1].ask(news.question))
    edit(seed, news.changed(other_figures(news.answer)[0]))
    assert told(rooms[seed][1].ask(news.question)) != before
    assert told(edit(seed, news).ask(news.question)) == before


def test_as_of_hides_what_was_published_later(rooms: dict[int, tuple[Path, Newsdesk]]) -> None:
    for seed, news in NEWS.values():
        desk = rooms[seed][1]
        day = date.fromisoformat(news.story.published or "")
        same, later = (desk.ask(news.question, as_of=day + timedelta(n)) for n in (0, 300))
        assert told(replace(same, notes=same.notes[:-1])) == told(replace(later, notes=later.notes[:-1]))
        assert all(str(asked.notes[-1]).startswith("as of ") for asked in (same, later))
        early = desk.ask(news.question, as_of=day - timedelta(1))
        assert early.abstained and news.answer not in seen(early)
        assert all(c.published is None or c.published < day for c in early.citations)
        assert all(
            h.article.published and h.article.published < day
            for h in desk.search(news.question, 50, as_of=day - timedelta(1))
        )


def test_a_relative_time_in_a_question_is_read_by_the_day_it_is_asked_on(open_desk) -> None:  # type: ignore[no-untyped-def]
    news = [n for n in tell_news(1) if "trees" in n.sentence]
    desk: Newsdesk = open_desk([n.story for n in news])
    question = news[0].question.replace("in 2021", "last year")
    assert news[0].answer in (desk.ask(question, as_of=date(2022, 12, 31)).short or "")
    assert desk.ask(question, as_of=date(2024, 5, 1)).abstained


def test_an_index_survives_being_copied(tmp_path: Path, real_encoder: OnnxEncoder) -> None:
    from index import Index

    news = tell_news(4)
    with open_newsroom(tmp_path, [n.story for n in news], real_encoder) as desk:
        answers: list[Answer] = [desk.ask(n.question) for n in news]
    shutil.copytree(tmp_path / "index", tmp_path / "copy")
    (tmp_path / "copy" / "vectors.faiss").unlink(missing_ok=True)
    with Newsdesk(Index.open(tmp_path / "copy", encoder=real_encoder)) as copy:
        again = [replace(copy.ask(n.question), timings_ms={}) for n in news]
    assert again == [replace(a, timings_ms={}) for a in answers]
