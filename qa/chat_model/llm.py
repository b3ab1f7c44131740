"""The `llm` reader: a LangChain chat model writes the answer, and every sentence of it is held to the cited words.

Nothing a model writes is shown before `verify_claim` found it supported. A sentence that fails gives way to the
own sentence where that one answers the question, else it is dropped; nothing left: newsdesk abstains.
"""

import re
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ingest.errors import SettingError
from qa.chat_model.call import SECONDS, ChatModel, ask_model, first_line, stream_model
from qa.chat_model.prompt import READ_AT_MOST, build_messages, instructs, parse_reply
from qa.lexicon.kin import said
from qa.lexicon.words import tokens
from qa.types import Asks, Evidence, Verdict
from qa.understand.question import understand
from qa.understand.unit_fit import unit_fit
from qa.verify.claim import cite_evidence, verify_claim

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# Half of the question's words in a sentence, its context and title make it one that speaks of what is asked; set by
# hand, so that a replacement is rather left out than beside the point.
SPEAKS_OF = 0.5
# More evidence than this costs a model time and attention and brings few answers: span@5 of retrieval is above 0.8.
MOST_EVIDENCE = 12
# A reply is read anew when it has grown by this share: one of a sentence with every word, a long one not with every
# letter of 30,000, which would take the square of its length.
GROWN = 0.005
# A bracket at the end of what was written so far may become the keys of the sentence before it.
_UNCLOSED = re.compile(r"[\[【(][^\])】]*\Z")
_NUMERIC = frozenset({Asks.COUNT, Asks.AMOUNT, Asks.SHARE, Asks.MEASURE, Asks.DURATION, Asks.AGE})


Claim = tuple[str, tuple[str, ...], Verdict]
"""A sentence, the keys of the evidence it rests on, and what checking it found."""


@dataclass(frozen=True, slots=True)
class LlmReading:
    """What is left of a model's reply once it was checked."""

    claims: tuple[Claim, ...]
    """All supported: the model's own sentences, or the source's in place of one that failed."""
    refused: bool
    """The model said that the evidence does not answer."""
    dropped: tuple[Claim, ...] = ()
    """The model's sentences that failed, with the verdict; replaced or not."""
    strangers: tuple[str, ...] = ()
    """Keys the model named that no evidence has."""
    duplicates: tuple[str, ...] = ()
    reply: str = ""
    """The reply as it came."""

    @property
    def abstained(self) -> bool:
        """Whether nothing is left to show."""
        return not self.claims

    @property
    def replaced(self) -> bool:
        """Whether a sentence of the source stands in for one of the model's."""
        written = {text for text, _, _ in self.dropped}
        return bool(written) and any(text not in self.reply for text, _, _ in self.claims)


class LlmReader:
    """A chat model as a reader; a string is LangChain's `provider:model` ("openai:gpt-4o-mini", "ollama:llama3")."""

    def __init__(self, model: "BaseChatModel | ChatModel | str", *, seconds: float = SECONDS, **settings: Any) -> None:
        """`seconds` is how long a whole reply may take; `settings` go to the model."""
        self._model = model
        self._seconds = seconds
        self._settings = {"temperature": 0, **settings}

    @property
    def name(self) -> str:
        """The reader's name as an answer shows it."""
        return f"llm:{self._model}" if isinstance(self._model, str) else f"llm:{type(self._model).__name__}"

    @property
    def model(self) -> ChatModel:
        """The chat model, made on first use.

        Raises:
            SettingError: the name names no model, or its provider's package is not installed.
        """
        if isinstance(self._model, str):
            self._model = load_model(self._model, self._settings)
        return self._model

    def read(self, question: str, evidence: Sequence[Evidence], *, today: date | None = None) -> LlmReading:
        """Answer a question from ranked evidence; see `read_with_model`."""
        return read_with_model(question, evidence, self.model, today=today, seconds=self._seconds)

    def stream(
        self, question: str, evidence: Sequence[Evidence], *, today: date | None = None
    ) -> Generator[Claim, None, LlmReading]:
        """Answer sentence by sentence as the model writes; see `stream_with_model`."""
        return stream_with_model(question, evidence, self.model, today=today, seconds=self._seconds)


def load_model(name: str, settings: Mapping[str, Any]) -> ChatModel:
    """Return LangChain's chat model of a `provider:model` name; its key and address are the provider's own settings.

    Raises:
        SettingError: no such provider, no such package, or no key.
    """
    if ":" not in name:
        raise SettingError(f"{name!r} names no chat model: write provider:model, for example ollama:llama3.2")
    try:
        from langchain.chat_models import init_chat_model

        model: ChatModel = init_chat_model(name, **settings)
    except ImportError as error:
        raise SettingError(f"the chat model {name!r} needs a package that is missing: {first_line(error)}") from error
    except Exception as error:
        raise SettingError(f"the chat model {name!r} cannot be used: {first_line(error)}") from error
    return model


def read_with_model(
    question: str,
    evidence: Sequence[Evidence],
    model: ChatModel,
    *,
    today: date | None = None,
    answers: Callable[[Evidence], bool] | None = None,
    seconds: float = SECONDS,
) -> LlmReading:
    """Ask a model and keep of its reply what the cited sentences carry.

    `evidence` is ranked, best first; `answers` says whether a sentence by itself answers the question (default:
    `speaks_of`), for a source's sentence takes the place of a failed one only then.

    Raises:
        ModelError: the model did not answer, or not within `seconds`.
    """
    judge = _Judge(question, evidence, today, answers)
    if not judge.shown:
        return LlmReading((), refused=True)
    return judge.reading(ask_model(model, build_messages(question, judge.shown), seconds))


def stream_with_model(
    question: str,
    evidence: Sequence[Evidence],
    model: ChatModel,
    *,
    today: date | None = None,
    seconds: float = SECONDS,
) -> Generator[Claim, None, LlmReading]:
    """Ask a model and yield each claim once its sentence is written and found supported; return the whole reading.

    The whole is `read_with_model`'s for the same reply. A sentence is written when the next one has begun.

    Raises:
        ModelError: the model did not answer, broke off, or took longer than `seconds`.
    """
    judge = _Judge(question, evidence, today)
    told: dict[Claim, None] = {}
    reply = ""
    judged = 0
    for part in stream_model(model, build_messages(question, judge.shown), seconds) if judge.shown else ():
        reply += part
        if len(reply) - judged < GROWN * len(reply):
            continue
        judged = len(reply)
        for claim in judge.reading(reply, done=False).claims:
            if claim not in told:
                told[claim] = None
                yield claim
        if len(reply) > READ_AT_MOST:
            break
    reading = judge.reading(reply) if judge.shown else LlmReading((), refused=True)
    yield from (claim for claim in reading.claims if claim not in told)
    return reading


class _Judge:
    """Holds the evidence a model is shown, and keeps of its reply what the evidence carries."""

    def __init__(
        self,
        question: str,
        evidence: Sequence[Evidence],
        today: date | None,
        answers: Callable[[Evidence], bool] | None = None,
    ) -> None:
        self.shown = [one for one in evidence if not instructs(one.text)][:MOST_EVIDENCE]
        self._by_key = {one.key: one for one in self.shown}
        self._today = today
        self._answers = answers or (lambda one: speaks_of(question, one, today))
        self._verdicts: dict[tuple[str, tuple[str, ...]], Verdict] = {}

    def reading(self, reply: str, *, done: bool = True) -> LlmReading:
        """Return what is left of a reply; of one that is not `done`, without the sentence still being written."""
        parsed = parse_reply(reply if done else _UNCLOSED.sub("", reply), list(self._by_key))
        claims: list[Claim] = []
        dropped: list[Claim] = []
        for text, keys in () if parsed.refused else parsed.sentences if done else parsed.sentences[:-1]:
            verdict = self._verdict(text, keys)
            if verdict is Verdict.SUPPORTED:
                claims.append((text, keys, verdict))
                continue
            dropped.append((text, keys, verdict))
            better = next((one for one in self.shown if one.key in keys and self._answers(one)), None)
            if better is not None:
                claims.append((better.text, (better.key,), Verdict.SUPPORTED))
        return LlmReading(
            claims=tuple(dict.fromkeys(claims)),
            refused=parsed.refused,
            dropped=tuple(dropped),
            strangers=parsed.strangers,
            duplicates=parsed.duplicates,
            reply=reply,
        )

    def _verdict(self, text: str, keys: tuple[str, ...]) -> Verdict:
        if (text, keys) not in self._verdicts:
            cited = [cite_evidence(self._by_key[key]) for key in keys]
            self._verdicts[text, keys] = verify_claim(text, cited, today=self._today)
        return self._verdicts[text, keys]


def speaks_of(question: str, evidence: Evidence, today: date | None = None) -> bool:
    """Return whether a sentence answers by itself: it has the question's names, half its words, a fit figure."""
    asked = understand(question, today)
    stems = {t.stem for t in tokens(f"{evidence.text} {evidence.context} {evidence.article.title}")}
    names = [t.stem for name in asked.names for t in tokens(name)]
    if not all(said(name, stems) for name in names):
        return False
    terms = [t.stem for t in asked.terms]
    held = sum(1 for term in terms if said(term, stems))
    if terms and held < SPEAKS_OF * len(terms):
        return False
    if asked.asks not in _NUMERIC:
        return True
    return any(unit_fit(asked, figure) > 0 for figure in evidence.figures)
