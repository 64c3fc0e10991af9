"""The command ``cchc``: a thin face of the Python interface. Each command is imported only when it is used."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TextIO

import click

from cchc.cli.help import Group
from cchc.cli.settings import language_of
from cchc.cli.usage import no_command, wrong_usage
from cchc.errors import CchcError

_COMMANDS = {
    "build": "cchc.cli.data",
    "load": "cchc.cli.data",
    "extract": "cchc.cli.data",
    "validate": "cchc.cli.data",
    "query": "cchc.cli.ask",
    "sparql": "cchc.cli.sparql",
    "explain": "cchc.cli.ask",
    "export": "cchc.cli.give",
    "template": "cchc.cli.template",
    "publish": "cchc.cli.publish",
    "check": "cchc.cli.give",
    "stats": "cchc.cli.give",
}


class _Lazy(Group):
    """A group whose commands live in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        import importlib

        command = getattr(importlib.import_module(_COMMANDS[name]), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            raise no_command(args[0], list(_COMMANDS))
        return super().resolve_command(ctx, args)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if not asked or ctx.resilient_parsing:
        return
    from importlib import metadata

    try:
        number = metadata.version("cchc")
    except metadata.PackageNotFoundError:
        # A checkout that was not installed: pyproject.toml is the only other place that knows.
        number = "0 (not installed)"
    click.echo(f"cchc {number}")
    ctx.exit()


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
    help="Hiện số phiên bản. / Shows the version.",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["vi", "en"]),
    help="Ngôn ngữ của thông báo và nhãn. / Language of messages and labels.",
)  # fmt: skip
@click.option(
    "--store", metavar="DIR",
    help="Kho dữ liệu (mặc định: CCHC_STORE, rồi .cchc). / Folder of the store (default: CCHC_STORE, then .cchc).",
)  # fmt: skip
@click.option(
    "--endpoint", metavar="URL",
    help="Đọc từ một điểm cuối SPARQL thay cho kho. / Read from a SPARQL endpoint instead of the store.",
)  # fmt: skip
@click.pass_context
def cchc(ctx: click.Context, lang: str | None, store: str | None, endpoint: str | None) -> None:
    """Đồ thị tri thức về cải cách hành chính Việt Nam. / The knowledge graph of Vietnam's public administration reform.

    \b
    cchc build  # dựng kho từ các tài liệu gốc / make the store from the seeds
    cchc query  # các câu hỏi có sẵn / the stored questions
    cchc query ranking --index par-index --year 2020  # xếp hạng / a ranking
    cchc explain "Lạng Sơn" --index par-index --year 2020  # vì sao / why
    cchc extract bai-viet.txt  # đọc thử một bài viết / what is read from an article
    """
    ctx.obj = {**(ctx.obj or {}), "lang": lang, "store": store, "endpoint": endpoint}


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command and exits with its status: 0 done, 1 the answer is no, 2 wrong usage or bad input, 3 a fault."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    lang = language_of(argv)
    try:
        status = cchc.main(args=argv, prog_name="cchc", standalone_mode=False, obj={"lang_of_help": lang})
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        status = 2
    except CchcError as error:
        status = _report(error, argv, lang)
    except click.ClickException as error:
        status = _report(wrong_usage(error, lang), argv, lang)
    except (click.Abort, KeyboardInterrupt):
        click.echo("", err=True)
        status = 130
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _discard(sys.stdout)
        status = 0
    except Exception as error:
        # The last resort: a fault of ours is reported like any other error.
        if os.environ.get("CCHC_TRACEBACK"):
            raise
        status = _report(CchcError("INTERNAL", values={"reason": f"{type(error).__name__}: {error}"}), argv, lang)
    sys.exit(status if isinstance(status, int) else 0)


def _discard(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _report(error: CchcError, argv: list[str], lang: str) -> int:
    """Prints an error to standard error, as JSON where the command was asked for JSON; returns the exit status."""
    said = error.as_dict(lang)
    # An error that has no place in a file is in what was typed.
    said["where"] = said["where"] or shlex.join(["cchc", *argv])
    if "--format=json" in argv or ("--format", "json") in pairwise(argv):
        import json

        click.echo(json.dumps(said, ensure_ascii=False), err=True)
        return error.exit_status
    words = {"vi": ("Lỗi", "ở", "cách sửa", "xem"), "en": ("Error", "where", "fix", "see")}[lang]
    click.echo(f"{words[0]} {said['code']}: {said['message']}", err=True)
    for name, key in zip(words[1:], ("where", "fix", "see"), strict=True):
        if said[key]:
            click.echo(f"  {name}: {said[key]}", err=True)
    return error.exit_status
