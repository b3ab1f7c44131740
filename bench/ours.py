"""What newsdesk is measured doing, each in a process of its own: `python -m bench.ours WHAT ARGUMENTS` prints JSON.

WHAT is `ingest FOLDER CORPUS`, `warm FOLDER QUESTIONS` (a JSON list), `figures CORPUS`, `verify FOLDER QUESTIONS` or
`change FOLDER COUNT`.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def ingest(folder: str, corpus: str) -> dict[str, Any]:
    """Ingest a corpus into a new index; the encoder is loaded before the clock starts."""
    from index import Index, update
    from index.encoder import OnnxEncoder

    encoder = OnnxEncoder()
    encoder.encode(["ready"])
    with Index.create(folder, encoder=encoder) as index:
        began, cpu = time.perf_counter(), time.process_time()
        summary = update(index, [corpus])
        index.save_vectors(always=True)
        seconds, used = time.perf_counter() - began, time.process_time() - cpu
        assert not summary.failed, summary.failed[:3]
        chunks = index.frequencies([])[1]
    return {"seconds": seconds, "cpu": used, "articles": summary.added, "chunks": chunks}


def warm(folder: str, questions: str) -> dict[str, Any]:
    """Ask questions of an open index, twice over: the first round meets articles that are not in memory yet.

    There must be more questions than the index keeps vectors of, so that each is encoded in both rounds.
    """
    from qa.desk import Newsdesk

    asked = json.loads(questions)
    stages: dict[str, list[float]] = {}
    abstained = 0
    with Newsdesk.open(folder, create=False) as desk:
        desk.ask(asked[0])

        def keep(answer: Any) -> None:
            nonlocal abstained
            abstained += answer.abstained
            for name, ms in answer.timings_ms.items():
                stages.setdefault(name, []).append(ms)

        first, _ = _timed(desk.ask, asked, lambda answer: None)
        took, cpu = _timed(desk.ask, asked, keep)
    means = {name: sum(values) / len(values) for name, values in stages.items()}
    return {"ms": took, "cpu_ms": cpu, "first_ms": first, "stages": means, "abstained": abstained / len(asked)}


def _timed(call: Callable[[str], Any], asked: list[str], keep: Callable[[Any], None]) -> tuple[list[float], float]:
    """Return the milliseconds each question took, and those of processor time they took on average."""
    took = []
    cpu = time.process_time()
    for question in asked:
        began = time.perf_counter()
        answer = call(question)
        took.append((time.perf_counter() - began) * 1000)
        keep(answer)
    return took, 1000 * (time.process_time() - cpu) / len(asked)


def figures(corpus: str) -> dict[str, Any]:
    """Prepare every article of a corpus, and time the extraction of figures by itself."""
    from ingest.documents import prepare
    from ingest.figures import extract_figures
    from ingest.raw import RawArticle
    from ingest.read.source import read_source
    from ingest.sources import survey

    raws = [item for source in survey([corpus]).sources for item in read_source(source) if isinstance(item, RawArticle)]
    began = time.process_time()
    documents = [prepare(raw) for raw in raws]
    whole = time.process_time() - began
    began = time.process_time()
    for document in documents:
        article = document.article
        extract_figures(
            article.text,
            sentences=document.sentences,
            published=article.published,
            title=article.title,
            publisher=article.publisher,
        )
    extracting = time.process_time() - began
    size = sum(len(d.article.text.encode()) for d in documents) / 1e6
    found = sum(len(d.figures) for d in documents)
    return {"prepare": whole, "extract": extracting, "mb": size, "articles": len(documents), "figures": found}


def verify(folder: str, questions: str) -> dict[str, Any]:
    """Time the verification of the claims of answers: as shown (quotes), and reworded so that they must be read.

    Milliseconds of processor time: the work is too short to be told from waiting on a busy machine.
    """
    from qa.desk import Newsdesk
    from qa.verify.claim import Cited, verify_claim

    took: dict[str, list[float]] = {"shown": [], "reworded": []}
    with Newsdesk.open(folder, create=False) as desk:
        for question in json.loads(questions):
            answer = desk.ask(question)
            cited = {c.key: Cited(desk.article(c.article_id), c.start, c.end) for c in answer.citations}
            for claim in answer.claims:
                sources = [cited[key] for key in claim.citations if key in cited]
                for name, text in (("shown", claim.text), ("reworded", f"The articles say that {claim.text}")):
                    began = time.process_time()
                    verify_claim(text, sources)
                    took[name].append((time.process_time() - began) * 1000)
    return took


def change(folder: str, count: str) -> dict[str, Any]:
    """Add, change and remove single articles of an index of `count`; a fake encoder makes the vectors."""
    from bench.changing import measure_changes

    return measure_changes(Path(folder), int(count))


COMMANDS: dict[str, Callable[..., dict[str, Any]]] = {
    "ingest": ingest,
    "warm": warm,
    "figures": figures,
    "verify": verify,
    "change": change,
}

if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    given = [Path(arg[1:]).read_text(encoding="utf-8") if arg.startswith("@") else arg for arg in rest]
    print(json.dumps(COMMANDS[what](*given)))
