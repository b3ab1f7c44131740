"""Let each write of a step fail in turn. Run as: python -m tests.faults.writes.sweep FOLDER MANNER EVERY [STEP].

MANNER is `full` (from that write on the disk is full) or `die` (the process is killed in the midst of it); of each step
every EVERY-th write is tried. `read-only` and `no-locks` are tried once a step, whatever it writes. It runs with
`failing.c` loaded. Each trial is a forked process over a fresh copy of the prepared folder; then, with room on the disk
again, the index is looked at. The last line tells how many trials there were; a failed one is an error.
"""

import ctypes
import os
import random
import shutil
import signal
import sys
from pathlib import Path

from index import connect
from tests.faults.look import settle, versions
from tests.faults.nursery import warm
from tests.faults.pile import Pile
from tests.faults.workers import open_desk
from tests.faults.writes.steps import STEPS, Step
from ui.cli.errors import DONE, FAILED, USAGE, report

COUNT, FULL, DIE, READ_ONLY, NO_LOCKS = range(5)
MANNERS = {"full": FULL, "die": DIE, "read-only": READ_ONLY, "no-locks": NO_LOCKS}
ALLOWED = {DONE, FAILED, USAGE}


def trial(step: Step, index: Path, pile: Pile, at: int, how: int, said: Path) -> int:
    """Do a step in a process of its own in which the write `at` fails; return how it ended, minus the signal."""
    if process := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    code = 99
    connect.BUSY_SECONDS = 0.1  # nobody else is there to be waited for
    try:
        shim = ctypes.CDLL(None)
        shim.failing_arm(str(index).encode(), ctypes.c_long(at), how)
        try:
            step.run(index, pile)
            code = DONE
        except BaseException as error:
            lines: list[str] = []
            code = report(error, lines.append, debug=False)
            said.write_text("\n".join(lines), encoding="utf-8")
        shim.failing_seen.restype = ctypes.c_long
        said.with_suffix(".seen").write_text(str(shim.failing_seen()), encoding="utf-8")
    finally:
        os._exit(code)


def held(index: Path) -> dict[str, int]:
    """Return what an index holds, nothing where there is none."""
    from ingest.errors import NoIndex

    try:
        with open_desk(index) as desk:
            return versions(desk.index)
    except NoIndex:
        return {}


def sweep(step: Step, folder: Path, how: int, every: int) -> int:
    """Let every n-th write of a step fail in turn; return the number of trials."""
    pile, ready, index, said = Pile(folder / "pile"), folder / "ready", folder / "index", folder / "said.txt"
    pile.fill()
    step.prepare(ready, pile)
    step.edit(pile)
    fresh(ready, index, said)
    old = held(index)
    fresh(ready, index, said)
    assert trial(step, index, pile, 0, COUNT, said) == DONE, said.read_text(encoding="utf-8")
    writes = int(said.with_suffix(".seen").read_text(encoding="utf-8"))
    new = held(index)
    first = random.Random(f"{step.name}{how}").randrange(every) + 1
    places = range(first, writes + 1, every) if how in (FULL, DIE) else range(1)
    for at in places:
        fresh(ready, index, said)
        ended = trial(step, index, pile, at, how, said)
        check(index, pile, (ended, said), old, new, f"{step.name}, write {at} of {writes}")
    return len(places)


def fresh(ready: Path, index: Path, said: Path) -> None:
    """Put a copy of what was prepared in the place of the index."""
    shutil.rmtree(index, ignore_errors=True)
    shutil.copytree(ready, index)
    said.unlink(missing_ok=True)


def check(
    index: Path, pile: Pile, ending: tuple[int, Path], old: dict[str, int], new: dict[str, int], where: str
) -> None:
    """Hold the end of a trial and what it left against what newsdesk promises."""
    ended, told = ending
    line = told.read_text(encoding="utf-8") if told.exists() else ""
    if ended != -signal.SIGKILL:
        assert ended in ALLOWED, f"{where}: exit code {ended}: {line}"
        assert (ended == DONE) == (line == "") and "\n" not in line and "damaged" not in line, f"{where}: {line}"
    now = held(index)
    for name in old.keys() | new.keys():
        states = (new.get(name),) if ended == DONE else (old.get(name), new.get(name))
        assert now.get(name) in states, f"{where}: {name} is {now.get(name)}, not one of {states} ({line})"
    settle(index, pile)
    if line:
        sys.stdout.write(f"{where}: {ended} {line}\n")


def main(folder: str, how: str, every: str, *names: str) -> None:
    """Sweep the steps named, or all."""
    warm()
    trials = 0
    for number, name in enumerate(names or STEPS):
        place = Path(folder) / str(number)
        place.mkdir(parents=True)
        done = sweep(STEPS[name], place, MANNERS[how], int(every))
        sys.stdout.write(f"{name}: {done} trials\n")
        trials += done
        shutil.rmtree(place)
    sys.stdout.write(f"{how}: {trials} trials\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
