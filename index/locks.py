"""Whether the file system of a folder gives locks: SQLite says "locked" also where there are none."""

import errno
import os
from contextlib import suppress
from pathlib import Path

_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL})


def work(folder: Path) -> bool:
    """Try a lock on a file of its own in a folder: False where there are none, True where that cannot be tried.

    Not on the index file: to close it would take away the locks this process has on it.
    """
    try:
        import fcntl
    except ImportError:  # Windows, where locks of local disks are the system's own
        return True
    probe = folder / f".locks.{os.getpid()}.tmp"
    try:
        with probe.open("wb") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    except OSError as error:
        return error.errno not in _NO_LOCKS
    finally:
        with suppress(OSError):
            probe.unlink()
