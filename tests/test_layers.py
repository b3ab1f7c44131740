"""The arrows of the design, between packages and between the rooms of qa: imports go down only, lazy ones too."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAY_IMPORT = {
    "ingest": {"ingest"},
    "index": {"ingest", "index"},
    "qa": {"ingest", "index", "qa"},
    "ui": {"ingest", "index", "qa", "ui", "eval"},
    "eval": {"ingest", "index", "qa", "eval"},
}
HEAVY = ("sentence_transformers", "faiss", "gradio")
TORCH = {"index/export.py", "qa/reader/export.py", "qa/reader/train/dropout.py", "qa/reader/train/loop.py"}
"""An encoder is exported, a reader is exported, a reader is trained; nothing else needs torch."""
FLOORS = (
    "qa.export",
    "qa.types",
    "qa.lexicon",
    "qa.understand",
    "qa.retrieve",
    "qa.reader",
    "qa.decide",
    "qa.verify",
    "qa.answer.cite",
    "qa.compare",
    "qa.survey",
    "qa.answer",
    "qa.compute",
    "qa.work",
    "qa.stages",
    "qa.chat_model",
    "qa.chain",
    "qa.steady",
    "qa.desk",
    "qa.retriever",
)
"""The rooms of qa from the ground up; a room may import those before it, and its own files."""


def imports(path: Path) -> set[str]:
    """Return the modules of every import in a file, lazy ones included, those for type checking alone left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    names = set()
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def imported(path: Path) -> set[str]:
    """Return the top-level names of every import in a file."""
    return {name.split(".")[0] for name in imports(path)}


def floor(module: str) -> int | None:
    """Return on which floor a module of qa stands; None for `qa` itself, the door."""
    fitting = [n for n, room in enumerate(FLOORS) if module == room or module.startswith(f"{room}.")]
    return max(fitting, key=lambda n: len(FLOORS[n]), default=None)


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


QA = sorted((ROOT / "qa").rglob("*.py"))


@pytest.mark.parametrize("package", sorted(MAY_IMPORT))
def test_imports_follow_the_arrows(package: str) -> None:
    for path in (ROOT / package).rglob("*.py"):
        strangers = (imported(path) & set(MAY_IMPORT)) - MAY_IMPORT[package]
        assert not strangers, f"{path.relative_to(ROOT)} imports {sorted(strangers)}"


@pytest.mark.parametrize("path", QA, ids=[module_of(p) for p in QA])
def test_no_room_of_qa_imports_upwards(path: Path) -> None:
    mine = floor(module_of(path))
    if mine is None:
        assert module_of(path) == "qa"
        return
    for name in imports(path):
        other = floor(name)
        assert other is None or other <= mine, f"{module_of(path)} ({FLOORS[mine]}) imports {name}"


def test_no_circle_between_files() -> None:
    modules = {module_of(p): p for package in MAY_IMPORT for p in (ROOT / package).rglob("*.py")}
    graph = {name: {m for m in imports(path) if m in modules and m != name} for name, path in modules.items()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for other in graph[name]:
                if not (path_is_door(other) and name.startswith(f"{other}.")):
                    walk(other, (*trail, name))
            done.add(name)

    def path_is_door(name: str) -> bool:
        return modules[name].name == "__init__.py"

    for name in graph:
        walk(name, ())


@pytest.mark.parametrize("folder", sorted({p.parent for p in QA}), ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_of_qa_has_at_most_a_dozen_files(folder: Path) -> None:
    assert len(list(folder.glob("*.py"))) <= 12


def test_tests_of_qa_stand_in_its_rooms() -> None:
    rooms = {p.name for p in (ROOT / "qa").iterdir() if p.is_dir()}
    for folder in {p.parent for p in (ROOT / "tests" / "qa").rglob("*.py")}:
        assert folder.name in rooms | {"qa"}
        assert len(list(folder.glob("*.py"))) <= 12


@pytest.mark.parametrize("library", HEAVY)
def test_a_heavy_library_stands_in_one_file(library: str) -> None:
    files = [p for package in MAY_IMPORT for p in (ROOT / package).rglob("*.py") if library in imported(p)]
    assert len(files) <= 1, [str(p.relative_to(ROOT)) for p in files]


def test_torch_stands_where_models_are_made() -> None:
    files = {str(p.relative_to(ROOT)) for d in MAY_IMPORT for p in (ROOT / d).rglob("*.py") if "torch" in imported(p)}
    assert files == TORCH


def test_langchain_lives_in_qa() -> None:
    for package in set(MAY_IMPORT) - {"qa"}:
        for path in (ROOT / package).rglob("*.py"):
            assert not {"langchain", "langchain_core"} & imported(path), path
