"""Options that every command takes: language, store and endpoint; and how a command gives its result."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cchc.errors import CchcError

if TYPE_CHECKING:
    from cchc.api import Graph

DEFAULT_STORE = ".cchc"

FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "xlsx", "chart")
"""The formats of answers, as :data:`cchc.answers.FORMATS` has them; here, so that help needs no engine."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where to read, and in which language to speak."""

    lang: str
    store: str
    endpoint: str | None = None

    def graph(self) -> Graph:
        """The graph to read from."""
        import cchc

        return cchc.connect(self.endpoint) if self.endpoint else cchc.open(self.store)

    def say(self, vi: str, en: str) -> str:
        return vi if self.lang == "vi" else en


def default_language() -> str:
    """English for an English locale, else Vietnamese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "en" if value.startswith("en") else "vi"
    return "vi"


def language_of(argv: Sequence[str]) -> str:
    """The language of a command line before it is parsed, or where it can't be."""
    chosen = [value for option, value in pairwise(argv) if option == "--lang"]
    chosen += [option.removeprefix("--lang=") for option in argv if option.startswith("--lang=")]
    return next((value for value in chosen if value in ("vi", "en")), default_language())


def settings_options(
    *, endpoint: bool = False, stored: bool = True
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Adds ``--lang``, ``--store`` (and ``--endpoint``) to a command and passes it :class:`Settings` as first argument.

    :param endpoint: the command can read from an endpoint; one that can't, but needs a store, refuses ``--endpoint``.
    :param stored: the command needs a store.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        from functools import update_wrapper

        def wrapped(*arguments: Any, lang: str | None, store: str | None, **more: Any) -> Any:
            above = click.get_current_context().obj or {}
            address = more.pop("endpoint", None) or above.get("endpoint")
            if address and stored and not endpoint:
                from cchc.errors import CchcError

                raise CchcError("NEEDS_STORE")
            chosen = Settings(
                lang or above.get("lang") or default_language(),
                store or above.get("store") or os.environ.get("CCHC_STORE") or DEFAULT_STORE,
                address,
            )
            return function(chosen, *arguments, **more)

        update_wrapper(wrapped, function)
        for option in _options(endpoint):
            wrapped = option(wrapped)
        return wrapped

    return decorate


def _options(endpoint: bool) -> list[Any]:
    """The options, last first, for that is how click takes them; a command's own come before them in its help."""
    options = [
        click.option(
            "--store", metavar="DIR", help="Kho dữ liệu (CCHC_STORE, .cchc). / The store (CCHC_STORE, .cchc)."
        ),
        click.option("--lang", type=click.Choice(["vi", "en"]), help="Ngôn ngữ. / Language."),
    ]
    if endpoint:
        text = "Điểm cuối SPARQL thay cho kho. / A SPARQL endpoint instead of the store."
        options.insert(0, click.option("--endpoint", metavar="URL", help=text))
    return options


def write(content: bytes | str, output: str | None, binary: str | None = None) -> None:
    """Writes a result to a file, whole or not at all, or to standard output.

    :param binary: the ending of files of this kind, if the content is no text: it is not written to a terminal.
    :raises CchcError: OUTPUT_FAILED, OUTPUT_BINARY.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    if output is None or output == "-":
        if binary and sys.stdout.isatty():
            raise CchcError("OUTPUT_BINARY", values={"ending": binary})
        _print(data, end=b"" if binary or data.endswith(b"\n") or not data else b"\n")
        return
    beside = f"{output}.part"
    try:
        try:
            with open(beside, "wb") as file:
                file.write(data)
            os.replace(beside, output)
        except BaseException:
            if os.path.isfile(beside):
                os.unlink(beside)
            raise
    except OSError as error:
        raise _failed(error, output) from error


def _print(data: bytes, end: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.write(end)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would fail once more when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise _failed(error, "stdout") from error


def _failed(error: OSError, where: str) -> Exception:
    from cchc.errors import CchcError

    return CchcError("OUTPUT_FAILED", where=where, values={"reason": error.strerror or str(error)})


_ENDINGS = {
    "csv": "csv", "tsv": "tsv", "json": "json", "srj": "json", "xml": "xml", "srx": "xml", "md": "markdown",
    "svg": "chart", "png": "chart", "html": "chart", "txt": "table", "xlsx": "xlsx",
}  # fmt: skip


def format_of(output: str | None, endings: Mapping[str, str] = _ENDINGS) -> str | None:
    """The format that a file's name asks for, by the endings that are known.

    :raises CchcError: OUTPUT_FORMAT for an ending that stands for something else ("bang.ods").
    """
    ending = Path(output).suffix[1:].lower() if output else ""
    if ending and ending not in endings:
        values = {"ending": ending, "known": ", ".join(sorted(endings))}
        raise CchcError("OUTPUT_FORMAT", where=output or "", values=values)
    return endings.get(ending)


def table_width(answer_format: str, output: str | None) -> int | None:
    """How wide a table may be; None if it does not go to a terminal."""
    if answer_format != "table" or output is not None or not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns
