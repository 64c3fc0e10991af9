"""The command ``sparql``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cchc.cli.help import command
from cchc.cli.settings import FORMATS, Settings, format_of, settings_options, table_width, write
from cchc.cli.usage import WrongUsage
from cchc.errors import CchcError

if TYPE_CHECKING:
    from cchc.store import ReadableStore

ROW_FORMATS = tuple(name for name in FORMATS if name != "chart")
GRAPH_FORMATS = ("turtle", "ntriples", "jsonld")
_GRAPH_ENDINGS = {"ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld"}


@command()
@click.argument("text", metavar="[QUERY]", required=False)
@click.option(
    "-f",
    "--file",
    "file",
    metavar="FILE",
    help="Tệp chứa truy vấn; - là đầu vào chuẩn. / A file with the query; - is standard input.",
)
@click.option(
    "--format", "answer_format", type=click.Choice((*ROW_FORMATS, *GRAPH_FORMATS)),
    help="Mặc định: table; với CONSTRUCT, DESCRIBE: turtle. / Default: table; for CONSTRUCT, DESCRIBE: turtle.",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Tệp kết quả. / The file to write.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS",
    help="Dừng truy vấn sau số giây này. / Stop the query after this many seconds.",
)  # fmt: skip
@click.option(
    "--max-rows", type=click.IntRange(min=1), metavar="ROWS",
    help="Báo lỗi nếu kết quả có nhiều dòng hơn. / An error if the answer has more rows.",
)  # fmt: skip
@settings_options(endpoint=True)
def sparql(
    settings: Settings,
    text: str | None,
    file: str | None,
    answer_format: str | None,
    output: str | None,
    timeout: float | None,
    max_rows: int | None,
) -> None:
    """Một truy vấn SPARQL 1.1 bất kỳ trên hợp của mọi đồ thị. / Any SPARQL 1.1 query over the union of all graphs.

    Truy vấn không có FROM thì hỏi hợp (RDF merge) của mọi đồ thị; với --endpoint là đồ thị mặc định của máy chủ, hoặc,
    nếu nó trống, mọi đồ thị có tên, nêu trong yêu cầu (default-graph-uri). / Without FROM the query sees the merge of
    all graphs; with --endpoint the server's default graph, or, where that is empty, all its named graphs, which the
    request names (default-graph-uri).

    \b
    cchc sparql 'SELECT * { ?s a <https://w3id.org/cchc/ontology#Meeting> }'
    cchc sparql -f cau-hoi.rq --format csv -o ket-qua.csv
    cchc sparql -f cau-hoi.rq --timeout 30 --max-rows 100000
    """
    if (text is None) == (file is None):
        raise WrongUsage("query-or-file")
    asked = text if text is not None else _query_in(str(file))
    graph = settings.graph()
    found = graph.sparql(asked, timeout=timeout, max_rows=max_rows)
    if not isinstance(found, (bool, list)):
        _note_repeats(graph.store, asked, settings)
    if isinstance(found, list):
        from cchc.export import write_triples

        if answer_format is not None and answer_format not in GRAPH_FORMATS:
            raise WrongUsage("choice", value=answer_format, name="--format", known=", ".join(GRAPH_FORMATS))
        write(write_triples(found, answer_format or format_of(output, _GRAPH_ENDINGS) or "turtle"), output)
        return
    if answer_format in GRAPH_FORMATS:
        raise WrongUsage("choice", value=answer_format, name="--format", known=", ".join(ROW_FORMATS))
    answer_format = answer_format or format_of(output) or "table"
    if answer_format not in ("table", "markdown", "xlsx"):
        from cchc.answers.formats import serialize

        write(serialize(found, answer_format), output)
        return
    if isinstance(found, bool):
        if answer_format == "xlsx":
            raise WrongUsage(
                "choice",
                value=answer_format,
                name="--format",
                known=", ".join(name for name in ROW_FORMATS if name != "xlsx"),
            )
        write("true" if found else "false", output)
        return
    from cchc.answers import Answer, Column, render

    columns = tuple(Column(name, {"vi": name, "en": name}) for name in found.variables)
    answer = Answer(name="sparql", title="", lang=settings.lang, columns=columns, terms=found.rows)
    rendered = render(answer, answer_format, columns=table_width(answer_format, output))
    if answer_format == "xlsx":
        write(rendered, output, binary="xlsx")
        return
    # There is no title.
    write(rendered.removeprefix(b"****").lstrip(b"\n"), output)


def _note_repeats(store: ReadableStore, asked: str, settings: Settings) -> None:
    """Rows of a server that repeats what several graphs hold are not those of the store, whatever the standard says."""
    from cchc.cli.report import note
    from cchc.store import RemoteStore
    from cchc.store.tokens import dataset

    if isinstance(store, RemoteStore) and not dataset(asked) and store.repeats:
        note(CchcError("ENDPOINT_REPEATS", where=store.url), settings)


def _query_in(file: str) -> str:
    """The text of a file, or of standard input.

    :raises CchcError: FILE_MISSING, FILE_ENCODING.
    """
    try:
        if file == "-":
            return sys.stdin.buffer.read().decode("utf-8")
        with open(file, encoding="utf-8") as stream:
            return stream.read()
    except UnicodeDecodeError as error:
        raise CchcError("FILE_ENCODING", where=file) from error
    except OSError as error:
        raise CchcError("FILE_MISSING", where=file) from error
