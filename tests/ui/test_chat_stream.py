"""An answer that grows: a chat model's sentences on the page as they are written, each verified before it is shown."""

from collections.abc import Iterator

import pytest

from qa.desk import Newsdesk
from ui.chat.ask import growing, read_choice
from ui.chat.talk.turns import Talk

STAR = "The city of Glasport bought 48 trams in 2023, the mayor said. The trams cost 95 million euros.\n"
WRITTEN = (
    "Glasport bought 48 trams in 2023 [S1]. Glasport bought 51 trams in 2023 [S1]. "
    "The trams cost 95 million euros [S2]."
)
BOUGHT = "How many trams did Glasport buy in 2023, and what did they cost?"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsdesk]:
    folder = tmp_path_factory.mktemp("stream")
    (folder / "trams.txt").write_text(STAR, encoding="utf-8")
    with Newsdesk.open(folder / "index") as found:
        found.ingest([folder / "trams.txt"])
        yield found


@pytest.fixture
def writing(desk: Newsdesk, monkeypatch: pytest.MonkeyPatch) -> Newsdesk:
    """A newsdesk with a chat model that writes WRITTEN word by word, its second sentence untrue."""
    from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
    from langchain_core.messages import AIMessage

    from qa.chat_model.llm import LlmReader

    def fake(reader: str) -> LlmReader:
        return LlmReader(GenericFakeChatModel(messages=iter([AIMessage(WRITTEN)] * 3)))

    monkeypatch.setattr("qa.chat_model.readers.make_model", fake)
    return Newsdesk(desk.index, reader="fake:model")


def test_a_model_s_answer_grows_by_verified_sentences(writing: Newsdesk) -> None:
    grown = list(writing.stream(BOUGHT))
    assert [len(a.claims) for a in grown] == sorted(len(a.claims) for a in grown)
    assert [c.text for c in grown[0].claims] == ["Glasport bought 48 trams in 2023."]
    assert all(cited.quote in STAR for answer in grown for cited in answer.citations)
    assert not any("51" in claim.text for answer in grown for claim in answer.claims)
    last = grown[-1].to_dict() | {"timings_ms": None}
    assert last == writing.ask(BOUGHT).to_dict() | {"timings_ms": None}


def test_the_page_shows_a_growing_answer(writing: Newsdesk) -> None:
    *parts, last = growing(writing, Talk(), BOUGHT, read_choice(None, None, "", 8))
    assert isinstance(last, Talk)
    assert "nd-pending" in str(parts[0])
    assert ">48 trams</button>" in str(parts[0])
    assert "95 million" not in str(parts[0])
    assert "51 trams" not in "".join(map(str, parts)) + last.turns[-1].html
    assert "nd-pending" not in last.turns[-1].html
    assert "95 million euros" in last.turns[-1].html


def test_the_extractive_reader_answers_at_once(desk: Newsdesk) -> None:
    assert len(list(growing(desk, Talk(), BOUGHT, read_choice(None, None, "", 8)))) == 1
