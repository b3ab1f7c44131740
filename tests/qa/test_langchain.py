"""newsdesk inside LangChain: the chain is a Runnable, the retriever plugs into other people's chains."""

import asyncio
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from newsroom import Story, check_slices, told
from qa_reading import read_candidates

from qa import Answer, Newsdesk

STORIES = [
    Story(
        "kelp",
        "Kelp grows off Norrhavn",
        "The kelp farms of Norrhavn landed 4,730 tonnes of seaweed in 2022. They employ 312 people.",
        "Fjord Courier",
        "2023-01-16",
    ),
    Story(
        "tram",
        "A tram for Quivira",
        "Quivira approved a tram line of 18.4 kilometers on 3 May 2021. Mayor Lena Ostrow said work begins in spring.",
        "Quivira Post",
        "2021-05-04",
    ),
]
QUESTIONS = ["How many people do the kelp farms employ?", "How long is the tram line?", "Who is the mayor of Quivira?"]
SHORT = ["312 people", "18.4 kilometers", "Lena Ostrow"]


@pytest.fixture(scope="module")
def desk(open_desk) -> Newsdesk:
    return open_desk(STORIES)


def asked(question: str, **settings: object) -> dict[str, object]:
    return {"question": question, **settings}


def shorts(answers: Sequence[Answer]) -> list[str | None]:
    return [answer.short for answer in answers]


def test_the_chain_is_a_runnable(desk: Newsdesk) -> None:
    from langchain_core.runnables import Runnable

    assert isinstance(desk.chain, Runnable)
    assert desk.chain is desk.chain


def test_invoke_and_batch(desk: Newsdesk) -> None:
    answer = desk.chain.invoke(asked(QUESTIONS[0]))
    assert answer.short == SHORT[0]
    check_slices(desk, answer)
    assert shorts(desk.chain.batch([asked(q) for q in QUESTIONS])) == SHORT
    assert shorts(desk.chain.batch([asked(q) for q in QUESTIONS], config={"max_concurrency": 3})) == SHORT
    assert shorts(desk.batch(QUESTIONS)) == SHORT


def test_stream_ends_with_the_answer(desk: Newsdesk) -> None:
    parts = list(desk.chain.stream(asked(QUESTIONS[1])))
    assert told(parts[-1]) == told(desk.ask(QUESTIONS[1]))


def test_async_twins(desk: Newsdesk) -> None:
    async def all_of_it() -> tuple[Answer, list[Answer], list[Answer]]:
        one = await desk.chain.ainvoke(asked(QUESTIONS[0]))
        many = await desk.chain.abatch([asked(q) for q in QUESTIONS])
        return one, many, [part async for part in desk.chain.astream(asked(QUESTIONS[2]))]

    one, many, streamed = asyncio.run(all_of_it())
    assert one.short == SHORT[0]
    assert shorts(many) == SHORT
    assert streamed[-1].short == SHORT[2]


def test_settings_travel_with_the_question(desk: Newsdesk) -> None:
    hidden = desk.chain.invoke(asked(QUESTIONS[0], as_of=date(2022, 1, 1)))
    assert hidden.abstained
    follow = desk.chain.invoke(asked("And who runs Quivira?", previous=(QUESTIONS[1],)))
    assert follow.understood is None or "Quivira" in follow.understood


def test_it_joins_with_other_runnables(desk: Newsdesk) -> None:
    from langchain_core.runnables import RunnableLambda

    chain = RunnableLambda(asked) | desk.chain | RunnableLambda(lambda answer: answer.short)
    assert chain.batch(QUESTIONS) == SHORT


def test_documents_are_slices_with_their_place(desk: Newsdesk) -> None:
    from qa.retriever import NewsdeskRetriever

    documents = NewsdeskRetriever(desk=desk, k=2).invoke("kelp farms")
    hits = desk.search("kelp farms", 2)
    assert len(documents) == len(hits) == 2
    for document, hit in zip(documents, hits, strict=True):
        about = document.metadata
        assert list(about) == [
            "article_id", "title", "publisher", "published", "url", "source", "start", "end",
            "score", "dense", "lexical"
        ]  # fmt: skip
        text = desk.article(about["article_id"]).text
        assert text[about["start"] : about["end"]] == document.page_content == hit.text
        assert (about["score"], about["dense"], about["lexical"]) == (hit.score, hit.dense, hit.lexical)
        json.dumps(about, allow_nan=False)
    first = documents[0].metadata
    assert (first["title"], first["publisher"], first["published"]) == (
        "Kelp grows off Norrhavn", "Fjord Courier", "2023-01-16"
    )  # fmt: skip


def test_the_retriever_keeps_its_fields(desk: Newsdesk) -> None:
    from qa.retriever import NewsdeskRetriever

    assert len(NewsdeskRetriever(desk=desk, k=1).invoke("Quivira tram")) == 1
    old = NewsdeskRetriever(desk=desk, as_of=date(2021, 12, 31))
    assert {d.metadata["title"] for d in old.invoke("kelp farms")} == {"A tram for Quivira"}
    with pytest.raises(ValueError, match="greater than or equal to 1"):
        NewsdeskRetriever(desk=desk, k=0)


def test_the_retriever_works_from_async_code(desk: Newsdesk) -> None:
    from qa.retriever import NewsdeskRetriever

    retriever = NewsdeskRetriever(desk=desk, k=2)

    async def both() -> list[list[str]]:
        found = await retriever.abatch(["kelp farms", "tram line"])
        return [[d.page_content for d in documents] for documents in found]

    assert asyncio.run(both()) == [[d.page_content for d in retriever.invoke(q)] for q in ("kelp farms", "tram line")]


def test_the_retriever_plugs_into_a_chain_of_others(desk: Newsdesk) -> None:
    """The common shape: question -> documents -> prompt -> chat model -> text."""
    from langchain_core.language_models import FakeListChatModel
    from langchain_core.output_parsers import StrOutputParser
    from langchain_core.prompts import ChatPromptTemplate
    from langchain_core.runnables import RunnableLambda, RunnablePassthrough

    from qa.retriever import NewsdeskRetriever

    prompts: list[str] = []
    prompt = ChatPromptTemplate.from_messages([("system", "Answer from: {context}"), ("human", "{question}")])
    join = RunnableLambda(lambda documents: "\n".join(d.page_content for d in documents))
    keep = RunnableLambda(lambda value: prompts.append(value.to_string()) or value)
    context = NewsdeskRetriever(desk=desk, k=1) | join
    model = FakeListChatModel(responses=["312 people"])
    chain = {"context": context, "question": RunnablePassthrough()} | prompt | keep | model | StrOutputParser()
    assert chain.invoke(QUESTIONS[0]) == "312 people"
    assert "They employ 312 people." in prompts[0]
    assert "".join(chain.stream(QUESTIONS[0])) == "312 people"


def test_reading_helpers_agree_with_the_index(desk: Newsdesk) -> None:
    """The tables of these tests read sentences without an index; they must see what the index sees."""
    (article,) = [a for a in desk.articles() if a.title == STORIES[0].title]
    read = read_candidates(STORIES[0].text, title=STORIES[0].title, published="2023-01-16")
    figures = [f for c in read for f in c.figures]
    assert [(f.start, f.text, f.period) for f in figures] == [
        (f.start, f.text, f.period) for f in desk.index.figures_of(article.id)
    ]


def test_the_slow_import_stands_in_the_retriever_alone() -> None:
    import qa

    modules = Path(qa.__file__ or "").parent.glob("*.py")
    assert [p.name for p in modules if "from langchain_core.retrievers" in p.read_text(encoding="utf-8")] == [
        "retriever.py"
    ]
