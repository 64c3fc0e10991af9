"""Wrong usage as a coded error: what click says of a command line, in the language of the user."""

from __future__ import annotations

from collections.abc import Sequence

import click

from cchc.errors import CchcError

_TEXTS = {
    "no-command": {"vi": "Không có lệnh {name}.", "en": "There is no command {name}."},
    "no-option": {"vi": "Không có tùy chọn {name}.", "en": "There is no option {name}."},
    "missing": {"vi": "Thiếu {name}.", "en": "{name} is missing."},
    "choice": {
        "vi": "{value} không dùng được cho {name}; các giá trị: {known}.",
        "en": "{value} can't be used for {name}; the values are {known}.",
    },
    "bad-value": {"vi": "Giá trị của {name} không đúng.", "en": "The value of {name} is wrong."},
    "no-value": {"vi": "Tùy chọn {name} cần một giá trị.", "en": "The option {name} needs a value."},
    "no-value-taken": {"vi": "Tùy chọn {name} không nhận giá trị.", "en": "The option {name} takes no value."},
    "too-many": {"vi": "Thừa tham số {name}.", "en": "{name} is one argument too many."},
    "twice": {"vi": "Tham số {name} được nêu hai lần.", "en": "The parameter {name} is given twice."},
    "no-file": {
        "vi": "Tùy chọn {name} nói về tệp cần kiểm tra, nhưng không có tệp nào.",
        "en": "The option {name} is about a file to check, and there is none.",
    },
    "query-or-file": {
        "vi": "Cần một câu truy vấn, hoặc một tệp với -f, và chỉ một trong hai.",
        "en": "A query, or a file by -f, is needed, and only one of them.",
    },
    "nearest": {"vi": " Có thể bạn muốn: {names}.", "en": " Perhaps you meant: {names}."},
}


class WrongUsage(click.UsageError):
    """Wrong usage that we find ourselves: a key of the texts, with its values."""

    def __init__(self, key: str, nearest: Sequence[str] = (), **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.nearest = tuple(nearest)
        self.values = values


def wrong_usage(error: click.ClickException, lang: str) -> CchcError:
    """WRONG_USAGE for what click raised."""
    key, nearest, values = _reason(error)
    if key not in _TEXTS:
        reason = key
    else:
        reason = _TEXTS[key][lang].format(**values)
        if nearest:
            reason += _TEXTS["nearest"][lang].format(names=", ".join(nearest))
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "cchc"
    return CchcError("WRONG_USAGE", values={"reason": reason, "command": path})


def _reason(error: click.ClickException) -> tuple[str, Sequence[str], dict[str, str]]:
    if isinstance(error, WrongUsage):
        return error.key, error.nearest, error.values
    if isinstance(error, click.NoSuchOption):
        return "no-option", sorted(error.possibilities or ()), {"name": error.option_name}
    if isinstance(error, click.BadOptionUsage):
        takes_none = "does not take a value" in error.message
        return "no-value-taken" if takes_none else "no-value", (), {"name": error.option_name}
    if isinstance(error, click.BadParameter):
        name = _name(error.param)
        if isinstance(error, click.MissingParameter):
            return "missing", (), {"name": name}
        if error.param is not None and isinstance(error.param.type, click.Choice):
            known = [str(choice) for choice in error.param.type.choices]
            # click quotes the value first; it keeps it nowhere else.
            value = error.message.split("'")[1] if "'" in error.message else ""
            return "choice", _nearest(value, known), {"value": value, "name": name, "known": ", ".join(known)}
        return "bad-value", (), {"name": name}
    unexpected = getattr(error, "ctx", None)
    if isinstance(error, click.UsageError) and unexpected is not None and error.message.startswith("Got unexpected"):
        return "too-many", (), {"name": error.message.partition("(")[2].rstrip(").")}
    return error.format_message(), (), {}


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "?"
    return (
        max(param.opts, key=len)
        if isinstance(param, click.Option)
        else (param.metavar or param.human_readable_name).rstrip(".")
    )


def _nearest(value: str, known: Sequence[str]) -> list[str]:
    import difflib

    return difflib.get_close_matches(value.casefold(), known, 3, 0.5)


def no_command(name: str, known: Sequence[str]) -> WrongUsage:
    """The error for a command that there is not."""
    return WrongUsage("no-command", _nearest(name, known), name=name)
