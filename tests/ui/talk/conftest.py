"""A small index about trams to hold conversations with."""

from collections.abc import Iterator

import pytest

from qa.desk import Newsdesk

STAR = """---
title: Trams return
publisher: Glasport Star
published: 2024-06-03
---

The city of Glasport bought 48 trams in 2023, the mayor said. The trams cost 95 million euros.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsdesk]:
    folder = tmp_path_factory.mktemp("talk")
    (folder / "trams.md").write_text(STAR, encoding="utf-8")
    with Newsdesk.open(folder / "index") as found:
        found.ingest([folder / "trams.md"])
        yield found
