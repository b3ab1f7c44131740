"""What a cold `newsdesk ask` may import: seconds of libraries it does not use would be seconds of waiting."""

import json
import os
import subprocess
import sys

import pytest

from qa import Newsdesk

QUESTION = "How many companies has Hebei attracted?"
# The design's list, and what else takes long and has no business in an answer.
FORBIDDEN = (
    "torch",
    "transformers",
    "sentence_transformers",
    "gradio",
    "langchain_core.retrievers",
    "langchain",
    "pandas",
    "scipy",
    "sklearn",
    "rich",
    "trafilatura",
    "httpx",
    "pypdf",
    "docx",
    "feedparser",
    "jinja2",
    "jsonschema",
    "onnx",
    "onnxscript",
)
HEAVY = (*FORBIDDEN, "numpy", "faiss", "onnxruntime")
CHILD = """
import json, sys, time
began = time.perf_counter()
from qa import ask
answer = ask(sys.argv[2], sys.argv[1])
seconds = time.perf_counter() - began
print(json.dumps({"short": answer.short, "modules": sorted(sys.modules), "seconds": seconds}))
"""


def python(*arguments: str, **settings: str) -> str:
    """Run a fresh process and return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=True, env=os.environ | settings, timeout=120
    )
    return done.stdout


@pytest.fixture(scope="module")
def first_answer(samples: Newsdesk) -> dict:  # type: ignore[type-arg]
    return json.loads(python("-c", CHILD, str(samples.index.folder), QUESTION))


def test_the_answer_is_there(first_answer: dict, samples: Newsdesk, record_property) -> None:  # type: ignore[type-arg]
    record_property("cold answer, from the first import", f"{first_answer['seconds']:.2f} s")
    assert first_answer["short"] == samples.ask(QUESTION).short is not None


@pytest.mark.parametrize("library", FORBIDDEN)
def test_an_answer_does_without(first_answer: dict, library: str) -> None:  # type: ignore[type-arg]
    loaded = [m for m in first_answer["modules"] if m == library or m.startswith(f"{library}.")]
    assert not loaded, loaded[:5]


@pytest.mark.parametrize("part", ["qa", "ingest", "ingest.types", "ingest.figures", "index", "qa.types"])
def test_importing_a_part_is_light(part: str) -> None:
    code = f"import sys, {part}; print([m for m in {HEAVY!r} if m in sys.modules])"
    loaded = python("-c", code).strip()
    assert loaded == "[]" or (part == "index" and loaded == "['numpy']")


def test_a_question_follows_the_environment(samples: Newsdesk) -> None:
    code = f"from qa import ask; print(ask({QUESTION!r}).short)"
    assert python("-c", code, NEWSDESK_INDEX=str(samples.index.folder)).strip() == samples.ask(QUESTION).short
