"""Verification: the table of pairs, what must hold of any text, and the budget."""

import importlib.util
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from ingest.types import Article
from qa.types import Verdict
from qa.verify import Cited, verify_claim


def _cases():
    """Load the table beside this file, whatever the import mode."""
    spec = importlib.util.spec_from_file_location("verify_cases", Path(__file__).with_name("verify_cases.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules["verify_cases"] = module
    spec.loader.exec_module(module)
    return module.CASES


CASES = _cases()


def cited(source, published=None, context="", title="News in brief"):
    article = Article("a", title, source, "test", published=published)
    return Cited(article, 0, len(source), context)


def check(case):
    return verify_claim(case.claim, [cited(case.source, case.published, case.context, case.title)])


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.reason)
def test_pair(case):
    assert check(case) in (case.verdict, *case.also), f"{case.claim!r} against {case.source!r}: {case.reason}"
