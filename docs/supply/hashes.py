"""Writes build/requirements-hashed.txt: what pip would install here, each file by its hash.

    python -m pip install --dry-run --ignore-installed --quiet --report - --constraint constraints.txt . \\
        | python -m docs.supply.hashes

It holds for one platform and one Python, those it was made on: others need other files, and packages of their own.
"""

import json
import sys
from typing import Any

from docs.licenses import normal
from docs.supply.needed import ROOT

HEAD = "# {python} on {platform}; pip install --require-hashes -r FILE, then pip install --no-deps newsdesk\n"


def lines(report: dict[str, Any]) -> list[str]:
    """Return a line for each package of a report of pip, in order; ValueError for a file without a hash."""
    found = []
    for item in report["install"]:
        name, version = normal(item["metadata"]["name"]), item["metadata"]["version"]
        if name == "newsdesk":
            continue
        sha256 = item["download_info"].get("archive_info", {}).get("hashes", {}).get("sha256")
        if not sha256:
            raise ValueError(f"pip gave no sha256 for {name} {version}")
        found.append(f"{name}=={version} --hash=sha256:{sha256}")
    return sorted(found)


def main() -> None:
    """Read pip's report from standard input and write the file."""
    report = json.load(sys.stdin)
    machine = report["environment"]
    head = HEAD.format(python=f"Python {machine['python_version']}", platform=machine["platform_machine"])
    target = ROOT / "build" / "requirements-hashed.txt"
    target.parent.mkdir(exist_ok=True)
    target.write_text(head + "\n".join(lines(report)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
