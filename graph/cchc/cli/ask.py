"""Commands that ask: ``query`` and ``explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cchc.cli.help import command
from cchc.cli.settings import FORMATS, Settings, format_of, settings_options, table_width, write
from cchc.cli.usage import WrongUsage
from cchc.errors import CchcError

if TYPE_CHECKING:
    from cchc.answers import Answer
    from cchc.queries import StoredQuery


@command(context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("typed", nargs=-1, type=click.UNPROCESSED, metavar="[NAME] [--PARAM VALUE]...")
@click.option(
    "--format", "answer_format", type=click.Choice(FORMATS),
    help="Dạng kết quả (mặc định: theo tên tệp -o, rồi table). / Form (default: by the name of -o, then table).",
)  # fmt: skip
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Tệp kết quả; bảng tính: .xlsx; biểu đồ: .svg, .png, .html. / The file to write; workbook: .xlsx; charts: "
    ".svg, .png, .html.",
)
@click.option(
    "--safe-csv/--raw-csv", default=True,
    help="CSV cho máy đọc: an toàn cho bảng tính (mặc định), hoặc nguyên văn; để mở bằng Excel nên dùng xlsx. / CSV is "
    "for programs: safe for spreadsheets (default), or as it is; for Excel, xlsx is better.",
)  # fmt: skip
@click.option(
    "--bounds", is_flag=True,
    help="Với ranking: mọi đơn vị, kèm khoảng hạng và khoảng điểm suy ra được. / Of a ranking: all units, with the "
    "intervals in which rank and score must lie.",
)  # fmt: skip
@click.option("--show", is_flag=True, help="In câu truy vấn. / Print the query's text.")
@click.option(
    "-h",
    "--help",
    "asked",
    is_flag=True,
    help="Hiện hướng dẫn này, hoặc của câu hỏi NAME. / Shows this help, or that of NAME.",
)
@settings_options(endpoint=True)
@click.pass_context
def query(
    ctx: click.Context,
    settings: Settings,
    typed: tuple[str, ...],
    answer_format: str | None,
    output: str | None,
    safe_csv: bool,
    bounds: bool,
    show: bool,
    asked: bool,
) -> None:
    """Liệt kê hoặc chạy các câu hỏi có sẵn. / Lists or runs the stored questions.

    \b
    cchc query
    cchc query ranking --help
    cchc query ranking --index par-index --year 2020
    cchc query ranking --index par-index --year 2020 --bounds
    cchc query ranking --index par-index --year 2020 -o xep-hang.xlsx
    cchc query trend --index par-index --unit lang-son --format chart -o lang-son.svg
    cchc query ranking --show
    """
    from cchc.queries import Catalogue

    name, parameters = _typed(typed)
    catalogue = Catalogue()
    if name is None:
        if parameters:
            raise WrongUsage("missing", name="NAME")
        write(ctx.get_help() if asked else _list_of_queries(catalogue.all(), settings.lang), output)
        return
    stored = catalogue.get(name)
    if asked:
        write(_help(stored, settings.lang), output)
        return
    if show:
        write(stored.text, output)
        return
    _refuse_unknown(ctx, stored, parameters)
    answer_format = answer_format or format_of(output) or "table"
    graph = settings.graph()
    answer = graph.query(name, lang=settings.lang, bounds=bounds, **parameters)
    if answer_format == "xlsx":
        write(graph.workbook(answer), output, binary="xlsx")
    else:
        write(_rendered(answer, answer_format, output, safe_csv), output)


def _typed(arguments: tuple[str, ...]) -> tuple[str | None, dict[str, str]]:
    """The name of the query, and its parameters ``--name value`` and ``--name=value``, in any order."""
    name: str | None = None
    typed: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("-"):
            if name is not None:
                raise WrongUsage("too-many", name=argument)
            name = argument
            continue
        option, equals, value = argument[2:].partition("=")
        if not argument.startswith("--") or not option:
            raise WrongUsage("no-option", name=argument)
        if not equals:
            try:
                value = next(rest)
            except StopIteration:
                raise WrongUsage("no-value", name=argument) from None
        if option in typed:
            raise WrongUsage("twice", name=f"--{option}")
        typed[option] = value
    return name, typed


def _refuse_unknown(ctx: click.Context, stored: StoredQuery, parameters: dict[str, str]) -> None:
    """A mistyped option looks like a parameter; so both kinds of names are offered.

    :raises CchcError: UNKNOWN_PARAMETER.
    """
    from cchc.queries.catalogue import nearest

    known = sorted(parameter.name for parameter in stored.parameters)
    options = [option.removeprefix("--") for param in ctx.command.params for option in param.opts if option[:2] == "--"]
    unknown = next((name for name in parameters if name not in known), None)
    if unknown is not None:
        close = nearest(unknown, sorted({*known, *options}))
        raise CchcError("UNKNOWN_PARAMETER", values={"name": unknown, "query": stored.name, "nearest": close})


def _rendered(answer: Answer, answer_format: str, output: str | None, safe_csv: bool) -> bytes:
    from cchc.answers import render

    if answer_format == "chart":
        from cchc.answers.chart import chart

        return chart(answer, output.rsplit(".", 1)[-1].lower() if output and "." in output else "svg")
    return render(answer, answer_format, columns=table_width(answer_format, output), safe_csv=safe_csv)


def _usage(stored: StoredQuery) -> str:
    parameters = (
        f"--{p.name} {p.example}" if p.required else f"[--{p.name} {p.example}]"
        for p in stored.parameters
        if p.type != "lang"
    )
    return " ".join([stored.name, *parameters])


def _list_of_queries(queries: list[StoredQuery], lang: str) -> str:
    return "\n".join(f"{_usage(stored)}\n    {stored.description[lang]}" for stored in queries)


def _help(stored: StoredQuery, lang: str) -> str:
    """What one stored query asks, its parameters and its columns."""
    words = {
        "vi": ("Tham số", "bắt buộc", "mặc định", "các giá trị", "Cột", "Ví dụ", "Biểu đồ"),
        "en": ("Parameters", "required", "default", "values", "Columns", "Example", "Chart"),
    }[lang]
    lines = [stored.description[lang]]
    shown = [parameter for parameter in stored.parameters if parameter.type != "lang"]
    if shown:
        lines += ["", f"{words[0]}:"]
        widest = max(len(f"--{p.name} {p.example}") for p in shown)
        for p in shown:
            more = [words[1]] if p.required else [f"{words[2]}: {p.default}"] if p.default else []
            more += [f"{words[3]}: {', '.join(p.allowed)}"] if p.allowed else []
            said = p.label[lang] + (f" ({'; '.join(more)})" if more else "")
            lines.append(f"  {f'--{p.name} {p.example}':<{widest}}  {said}")
    lines += ["", f"{words[4]}: " + ", ".join(f"{c.name} ({c.label[lang]})" for c in (*stored.columns, *stored.added))]
    if stored.chart is not None:
        lines.append(f"{words[6]}: --format chart -o {stored.name}.svg")
    needed = " ".join(f"--{p.name} {p.example}" for p in shown if p.required)
    return "\n".join([*lines, f"{words[5]}: cchc query {stored.name} {needed}".rstrip()])


_EXPLAINED = {"txt": "tree", "json": "json", "ttl": "turtle", "trig": "trig", "svg": "svg", "png": "png"}
"""The forms of an explanation, by the endings of files."""


@command()
@click.argument("target", metavar="UNIT|IRI")
@click.option("--index", metavar="INDEX", help="Chỉ số: par-index, sipas… / The index: par-index, sipas…")
@click.option("--year", metavar="YEAR", help="Năm. / The year.")
@click.option(
    "--component", metavar="COMPONENT",
    help="Lĩnh vực hoặc tiêu chí thành phần. / The component: an area or criterion.",
)  # fmt: skip
@click.option(
    "--format", "answer_format", type=click.Choice(tuple(_EXPLAINED.values())),
    help="Dạng kết quả (mặc định: theo tên tệp -o, rồi tree); turtle, trig: PROV-O; svg, png: hình vẽ. / Form of the "
    "result (default: by the name of -o, then tree); turtle, trig: PROV-O; svg, png: a picture.",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Tệp kết quả. / The file to write.")
@settings_options(endpoint=True)
def explain(
    settings: Settings,
    target: str,
    index: str | None,
    year: str | None,
    component: str | None,
    answer_format: str | None,
    output: str | None,
) -> None:
    """Vì sao có giá trị đó: câu văn, nguồn, quy tắc, mâu thuẫn. / Why: sentences, sources, rules, conflicts.

    Nêu tên đơn vị, hoặc IRI (đầy đủ, có tiền tố, hay id/…) của bất cứ đối tượng nào. / Give the name of a unit, or the
    IRI (in full, with a prefix, or as id/…) of anything.

    \b
    cchc explain ha-nam --index par-index --year 2020
    cchc explain "Lạng Sơn"
    cchc explain id/meeting/2021-06-24/ban-chi-dao-cchc-chinh-phu
    cchc explain lang-son --year 2019 -o lang-son.svg
    cchc explain lang-son --year 2019 --format turtle
    """
    from cchc.explain import as_json, as_picture, as_provenance, as_tree

    answer_format = answer_format or format_of(output, _EXPLAINED) or "tree"
    graph = settings.graph()
    explained = graph.explain(target, index=index, year=year, component=component, lang=settings.lang)
    if answer_format == "tree":
        write(as_tree(explained, settings.lang, table_width("table", output)), output)
    elif answer_format == "json":
        write(as_json(explained), output)
    elif answer_format in ("svg", "png"):
        picture = as_picture(explained, settings.lang, answer_format)
        write(picture, output, binary="png" if answer_format == "png" else None)
    else:
        write(as_provenance(graph.store, explained, answer_format), output)
