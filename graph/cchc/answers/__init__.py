"""Answers to stored queries: their model, the formats they are written in, and their charts."""

from cchc.answers.model import Answer, ChartSpec, Column, Completeness, Row

__all__ = ["FORMATS", "Answer", "ChartSpec", "Column", "Completeness", "Row", "render"]

FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "xlsx", "chart")
"""The formats of tabular answers, as the command line names them."""


def render(answer: Answer, answer_format: str, *, columns: int | None = None, safe_csv: bool = False) -> bytes:
    """The answer in one of ``FORMATS``; texts in UTF-8.

    A chart is SVG (:func:`cchc.answers.chart.chart` makes others); a workbook has the answer only
    (:func:`cchc.answers.workbook.workbook` adds where it comes from).
    ``columns`` is the width of the terminal for a table; ``safe_csv`` as in :func:`cchc.answers.formats.serialize`.
    """
    # Each format is imported only when asked for.
    if answer_format == "table":
        from cchc.answers.table import table

        return table(answer, columns).encode("utf-8")
    if answer_format == "markdown":
        from cchc.answers.table import markdown

        return markdown(answer).encode("utf-8")
    if answer_format == "xlsx":
        from cchc.answers.workbook import workbook

        return workbook(answer)
    if answer_format == "chart":
        from cchc.answers.chart import chart

        return chart(answer, "svg")
    from cchc.answers.formats import serialize

    return serialize(answer, answer_format, safe_csv=safe_csv)
