"""Queries that are stopped when their time is up: they run in a process of their own, which is killed.

The engine has no time limit, and a thread in it can't be stopped. The process costs the start of an interpreter, so
queries run there only where a limit is asked for.

Run as a program (``python -m cchc.store.bounded STORE MAX_ROWS``), it is that process: it reads the query from standard
input, and writes the answer, or the error, to standard output for the process that started it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

from pyoxigraph import Triple

from cchc.errors import CchcError
from cchc.store.embedded import open_store
from cchc.store.results import Solutions


def query_within(
    path: str | os.PathLike[str], query: str, seconds: float, max_rows: int | None = None
) -> Solutions | bool | list[Triple]:
    """Answers a query of any form from the store in a folder, or gives up.

    :raises CchcError: SPARQL_TIMEOUT, and what :meth:`~cchc.store.embedded.EmbeddedStore.query` raises.
    """
    # -P: a file in the working folder must not take the place of a module.
    command = [sys.executable, "-P", "-m", "cchc.store.bounded", os.fspath(path), str(max_rows or "")]
    try:
        ran = subprocess.run(command, input=query.encode("utf-8"), stdout=subprocess.PIPE, timeout=seconds, check=True)
    except subprocess.TimeoutExpired as error:
        raise CchcError("SPARQL_TIMEOUT", values={"seconds": f"{seconds:g}"}) from error
    except subprocess.CalledProcessError as error:
        # Killed from outside, most likely because memory ran out.
        raise CchcError("SPARQL_FAILED", values={"reason": f"exit status {error.returncode}"}) from error
    answer: Solutions | bool | list[Triple] | CchcError = pickle.loads(ran.stdout)
    if isinstance(answer, CchcError):
        raise answer
    return answer


def _main(path: str, max_rows: str) -> None:
    query = sys.stdin.buffer.read().decode("utf-8")
    try:
        answer: object = open_store(path).query(query, max_rows=int(max_rows) if max_rows else None)
    except CchcError as error:
        answer = error
    sys.stdout.buffer.write(pickle.dumps(answer))


if __name__ == "__main__":
    _main(*sys.argv[1:])
