"""The plain pipeline under measure: `python -m bench.plain WHAT ARGUMENTS` prints JSON, or the passage it found.

WHAT is `build FOLDER CORPUS`, `ask FOLDER QUESTION` or `warm FOLDER QUESTIONS` (a JSON list). What it keeps on disk is
what LangChain's FAISS store keeps: the FAISS file and the chunks beside it (here JSON, there a pickle).
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

K = 4
"""Passages returned: the default of LangChain's retrievers."""

CHUNKS, VECTORS = "chunks.json", "index.faiss"


def build(folder: str, corpus: str) -> dict[str, Any]:
    """Split, encode and store a corpus; the model is loaded before the clock starts."""
    import faiss

    from bench.plain_pipeline import PlainPipeline, load_model
    from ingest.types import Article

    rows = [json.loads(line) for line in Path(corpus).read_text(encoding="utf-8").splitlines()]
    model = load_model()
    model.encode(["ready"])
    began, cpu = time.perf_counter(), time.process_time()
    pipeline = PlainPipeline([Article(r["id"], r["title"], r["text"], corpus) for r in rows], model)
    home = Path(folder)
    home.mkdir(parents=True, exist_ok=True)
    faiss.write_index(pipeline._index, str(home / VECTORS))
    chunks = [[article.title, article.text[start:end]] for article, start, end in pipeline._spans]
    (home / CHUNKS).write_text(json.dumps(chunks), encoding="utf-8")
    seconds, used = time.perf_counter() - began, time.process_time() - cpu
    return {"seconds": seconds, "cpu": used, "articles": len(rows), "chunks": len(chunks)}


class Stored:
    """A pipeline read back from disk."""

    def __init__(self, folder: str) -> None:
        import faiss

        from bench.plain_pipeline import load_model

        self._model = load_model()
        self._index = faiss.read_index(str(Path(folder) / VECTORS))
        self._chunks = json.loads((Path(folder) / CHUNKS).read_text(encoding="utf-8"))

    def search(self, question: str) -> list[str]:
        """Return the K nearest passages."""
        vector = self._model.encode([question], normalize_embeddings=True, show_progress_bar=False)
        _, numbers = self._index.search(vector, K)
        return [self._chunks[number][1] for number in numbers[0]]


def warm(folder: str, questions: str) -> dict[str, Any]:
    """Search for each question; milliseconds of each."""
    stored, took = Stored(folder), []
    asked = json.loads(questions)
    stored.search(asked[0])
    cpu = time.process_time()
    for question in asked:
        began = time.perf_counter()
        stored.search(question)
        took.append((time.perf_counter() - began) * 1000)
    return {"ms": took, "cpu_ms": 1000 * (time.process_time() - cpu) / len(asked)}


def main(what: str, *rest: str) -> None:
    """Run one command."""
    given = [Path(arg[1:]).read_text(encoding="utf-8") if arg.startswith("@") else arg for arg in rest]
    if what == "ask":
        print(Stored(given[0]).search(given[1])[0])
    else:
        print(json.dumps({"build": build, "warm": warm}[what](*given)))


if __name__ == "__main__":
    main(*sys.argv[1:])
