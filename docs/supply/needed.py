"""Which packages newsdesk needs to run: those of pyproject.toml, those that they need, and so on, as installed here."""

import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from docs.licenses import normal

ROOT = Path(__file__).parents[2]


def asked(lines: Iterable[str], extras: frozenset[str] = frozenset()) -> list[Requirement]:
    """Return the requirements that hold on this machine, with some extras asked for."""
    found = [Requirement(line) for line in lines]
    return [r for r in found if not r.marker or any(r.marker.evaluate({"extra": e}) for e in extras or {""})]


def needed() -> dict[str, tuple[Distribution, set[str]]]:
    """Return, by normal name and in order, each package needed, and the names of those it needs itself.

    Raises PackageNotFoundError for one that is not installed.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = asked(project["dependencies"])
    found: dict[str, tuple[Distribution, set[str]]] = {}
    while waiting:
        one = waiting.pop()
        name = normal(one.name)
        if name in found and not one.extras:
            continue
        try:
            package = distribution(one.name)
        except PackageNotFoundError as error:
            raise PackageNotFoundError(f"{one.name} is needed and not installed: run `make setup`") from error
        further = asked(package.requires or [], frozenset(one.extras) | {""})
        known = found[name][1] if name in found else set()
        names = {normal(r.name) for r in further}
        if name in found and names <= known:
            continue
        found[name] = package, known | names
        waiting += further
    return dict(sorted(found.items()))
