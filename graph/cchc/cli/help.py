"""Help in one language: texts are written ``Vietnamese / English``, and the half that is asked for is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

_WORDS = {
    "vi": {
        "usage": "Cách dùng: ", "options": "Tùy chọn", "commands": "Lệnh", "examples": "Ví dụ",
        "help": "Hiện hướng dẫn này.", "more": "[TÙY CHỌN]", "command": "LỆNH [THAM SỐ]…",
    },
    "en": {
        "usage": "Usage: ", "options": "Options", "commands": "Commands", "examples": "Examples",
        "help": "Shows this help.", "more": "[OPTIONS]", "command": "COMMAND [ARGUMENT]…",
    },
}  # fmt: skip


def language(ctx: click.Context) -> str:
    """The language that was chosen on the command line, wherever ``--lang`` stands in it."""
    return str((ctx.obj or {}).get("lang_of_help", "vi"))


def pick(text: str, lang: str) -> str:
    """The half of ``Vietnamese / English`` in the language; a text without two halves stays."""
    vi, both, en = text.partition(" / ")
    return text if not both else vi.rstrip() if lang == "vi" else en.lstrip()


class _Bilingual(click.Command):
    """Formats help in the language of the command line. A docstring is a sentence, other paragraphs, then examples.

    Examples follow a line ``\\b``; the comment of an example stands after two spaces and ``#``.
    """

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = f"{_WORDS['vi']['help']} / {_WORDS['en']['help']}"
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        # Two languages, one of which is shown by whoever lists the commands.
        return " ".join((self.help or "").split("\n\n")[0].split())

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = _WORDS[language(ctx)]
        pieces = [words["more"] if piece == self.options_metavar else piece for piece in self.collect_usage_pieces(ctx)]
        pieces = [words["command"] if piece == "COMMAND [ARGS]..." else piece for piece in pieces]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=words["usage"])

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language(ctx)
        text, _, examples = (self.help or "").partition("\b\n")
        for paragraph in text.strip().split("\n\n"):
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(pick(" ".join(paragraph.split()), lang))
        lines = [line.partition("  # ") for line in examples.strip().splitlines()]
        if not lines:
            return
        widest = max(len(command.strip()) for command, _, _ in lines)
        with formatter.section(_WORDS[lang]["examples"]):
            for command, commented, comment in lines:
                said = f"{command.strip():<{widest}}  # {pick(comment, lang)}" if commented else command.strip()
                formatter.write(f"{'':{formatter.current_indent}}{said}\n")

    def _shown(self, ctx: click.Context) -> list[click.Parameter]:
        # Some versions of click list arguments as well.
        return [param for param in self.get_params(ctx) if isinstance(param, click.Option)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language(ctx)
        records = [record for param in self._shown(ctx) if (record := param.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(_WORDS[lang]["options"]):
                formatter.write_dl([(names, pick(text, lang)) for names, text in records])


class Command(_Bilingual):
    """A command with help in one language."""


class Group(_Bilingual, click.Group):
    """A group of commands with help in one language."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        lang = language(ctx)
        listed = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(_WORDS[lang]["commands"]):
            formatter.write_dl([(n, pick(c.get_short_help_str(), lang)) for n, c in listed if c is not None])


def command(**settings: Any) -> Callable[[Callable[..., Any]], Command]:
    """:func:`click.command` for a :class:`Command`."""
    return click.command(cls=Command, **settings)
