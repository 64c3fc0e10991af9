"""Commands that bring data in: ``build``, ``load``, ``extract``, ``validate``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cchc.cli.help import command
from cchc.cli.progress import Bar
from cchc.cli.report import findings, table
from cchc.cli.settings import Settings, settings_options, write
from cchc.cli.summary import of_build, of_load, of_sources, passed_over
from cchc.cli.tables import (
    Typed,
    bad_rows_option,
    extract_table,
    is_table,
    mapping_option,
    one_table,
    table_options,
)
from cchc.cli.tables import write_mapping as write_mapping_of
from cchc.cli.usage import WrongUsage

if TYPE_CHECKING:
    from datetime import datetime

    from cchc.inputs import TableOptions


@command()
@click.argument("sources", nargs=-1, metavar="[FILE|DIR]...")
@click.option("--policy", metavar="FILE.ttl", help="Nguyên tắc xử lý mâu thuẫn. / How values that differ are settled.")
@table_options
@bad_rows_option
@settings_options()
def build(
    settings: Settings, sources: tuple[str, ...], policy: str | None, tables: Typed, skip_bad_rows: str | None
) -> None:
    """Dựng kho dữ liệu mới từ các nguồn (mặc định: seeds). / Makes the store anew from sources (default: the seeds).

    Kho dựng không hợp lệ thì kho cũ giữ nguyên. / A build that does not conform leaves the old store as it was.

    \b
    cchc build
    cchc --store thu-nghiem build seeds bai-viet/ --policy nguyen-tac.ttl
    cchc build bang-xa.xlsx --province "Sơn La" --skip-bad-rows dong-loi.csv
    """
    from cchc.build import NotConforming
    from cchc.build import build as build_store

    if skip_bad_rows is not None:
        one_table(sources)
    told = tables.loading(skip_bad_rows, settings.lang)
    try:
        with Bar(settings.lang) as bar:
            summary = build_store(settings.store, sources, bar, policy, told)
    except NotConforming as error:
        click.echo(table(error.report, settings), err=True)
        raise
    write(of_build(summary, settings), None)


@command()
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--replace",
    is_flag=True,
    help="Thay nguồn cùng tên có nội dung khác. / Replace a source of the same name and another text.",
)
@click.option(
    "--review", metavar="FACTS.JSON",
    help="Bản ghi của bài viết sau khi người rà soát sửa. / The article's records after a person's review.",
)  # fmt: skip
@click.option(
    "--reviewer", metavar="NAME",
    help="Tên người rà soát, nếu muốn lưu. / The reviewer's name, if it is to be kept.",
)  # fmt: skip
@click.option(
    "--reviewed-on", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]),
    help="Ngày rà soát (NĂM-THÁNG-NGÀY), nếu muốn lưu. / The date of the review (YEAR-MONTH-DAY), if it is to be kept.",
)  # fmt: skip
@table_options
@bad_rows_option
@mapping_option
@settings_options()
def load(
    settings: Settings,
    sources: tuple[str, ...],
    replace: bool,
    review: str | None,
    reviewer: str | None,
    reviewed_on: datetime | None,
    tables: Typed,
    write_mapping: str | None,
    skip_bad_rows: str | None,
) -> int:
    """Nạp thêm nguồn, trọn vẹn hoặc không gì cả. / Adds sources, whole or not at all.

    Với thư mục: tệp hỏng được nêu tên, các tệp khác vẫn nạp; chạy lại thì làm tiếp phần còn thiếu. / Of a folder, bad
    files are named and the others loaded; running it again goes on where it stopped.

    \b
    cchc load thu-muc/ --province "Sơn La"
    cchc load bai-viet.txt
    cchc load bai-viet.txt --review facts.json --reviewer "Họ và tên"
    cchc load so-lieu.ttl bai-viet-khac.txt
    cchc load bang-diem.xlsx --year 2023 --skip-bad-rows dong-loi.csv
    cchc load bang-diem.xlsx --write-mapping cac-cot.yaml
    cchc load bai-viet.txt --replace
    """
    from pathlib import Path

    from cchc.build import NotConforming
    from cchc.build import load as load_into

    if write_mapping is not None:
        write_mapping_of(settings, sources, tables, write_mapping)
        return 0
    if skip_bad_rows is not None:
        one_table(sources)
    folders = [source for source in sources if review is None and Path(source).is_dir()]
    sources = tuple(source for source in sources if source not in folders)
    told = tables.loading(skip_bad_rows, settings.lang)
    status = max((_load_folder(settings, folder, replace, told) for folder in folders), default=0)
    if not sources:
        return status
    try:
        with Bar(settings.lang) as bar:
            summary = load_into(
                settings.store, sources, replace=replace, review=review, reviewer=reviewer,
                reviewed_on=reviewed_on.date().isoformat() if reviewed_on else None,
                tables=told, progress=bar,
            )  # fmt: skip
    except NotConforming as error:
        click.echo(table(error.report, settings), err=True)
        raise
    if summary is None:
        write(
            settings.say("Không có gì mới: kho đã có các nguồn này.", "Nothing new: the store holds these sources."),
            None,
        )
    else:
        write(of_load(summary, settings), None)
    return status


def _load_folder(settings: Settings, folder: str, replace: bool, tables: TableOptions) -> int:
    """Loads what can be loaded of a folder and names what can't; 1 if anything was set aside."""
    from cchc.batches import load_folder
    from cchc.build import NotConforming
    from cchc.validation import Report

    with Bar(settings.lang) as bar:
        outcome = load_folder(settings.store, folder, replace=replace, tables=tables, progress=bar)
    new = [item for item in outcome.loaded if not item.unchanged]
    twins = [item for item in outcome.loaded if item.twin]
    lines = of_sources([*new, *twins], settings) + passed_over(outcome.left_out, settings)
    for refused in outcome.refused:
        lines.append(f"✗ {refused.path}: {refused.error.code} {refused.error.message(settings.lang)}")
        if isinstance(refused.error, NotConforming):
            lines += [f"    {line}" for line in findings(Report(refused.error.report.violations), settings)]
        else:
            lines.append(f"    → {refused.error.fix(settings.lang)}")
    lines += findings(outcome.brought, settings)
    lines.append(
        settings.say(
            f"{len(new)} nguồn mới, {len(outcome.loaded) - len(new)} đã có, {len(outcome.refused)} bị từ chối.",
            f"{len(new)} new sources, {len(outcome.loaded) - len(new)} known already, {len(outcome.refused)} refused.",
        )
    )
    write("\n".join(lines), None)
    return 1 if outcome.refused else 0


@command()
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "answer_format", type=click.Choice(("table", "json", "turtle", "html")), default="table",
    help="Dạng kết quả (mặc định: table). / Form of the result (default: table).",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Tệp kết quả. / The file to write.")
@table_options
@settings_options(stored=False)
def extract(settings: Settings, file: str, answer_format: str, output: str | None, tables: Typed) -> None:
    """Đọc thử một bài viết hoặc bảng, không động đến kho. / Shows what is read from a file; touches no store.

    \b
    cchc extract bai-viet.txt
    cchc extract bai-viet.txt --format json
    cchc extract bai-viet.txt --province "Hà Nam"
    cchc extract bai-viet.txt --format turtle -o bai-viet.ttl
    cchc extract bai-viet.txt --format html -o ra-soat.html
    cchc extract bang-diem.xlsx --index sipas --year 2023
    """
    if answer_format == "turtle":
        from cchc.api import turtle_of

        write(turtle_of(file, tables.loading(None, settings.lang)), output)
        return
    if is_table(file):
        extract_table(settings, file, tables, answer_format, output)
        return
    from cchc.api import read

    if answer_format == "html":
        from cchc.web.review import review_page

        write(review_page(read(file, tables.province), lang=settings.lang), output)
        return
    from cchc.cli.records import of_article
    from cchc.loaders.articles.records import records

    found = records(read(file, tables.province))
    if answer_format == "json":
        write(json.dumps(found, ensure_ascii=False, indent=1), output)
    else:
        nothing = settings.say("Không đọc được số liệu nào từ tệp này.", "Nothing was read from this file.")
        write(of_article(found, settings.lang) or nothing, output)


@command()
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--with-graph", is_flag=True, help="Kiểm tra cùng với kho. / Together with the store.")
@click.option(
    "--format", "answer_format", type=click.Choice(("table", "json", "turtle")), default="table",
    help="Dạng báo cáo (mặc định: table). / Form of the report (default: table).",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Tệp kết quả. / The file to write.")
@table_options
@settings_options(stored=False)
def validate(
    settings: Settings, files: tuple[str, ...], with_graph: bool, answer_format: str, output: str | None, tables: Typed
) -> int:
    """Kiểm tra dữ liệu mới, hoặc cả kho, theo SHACL. / SHACL on new data, or on the whole store.

    Không có FILE thì kiểm tra những gì kho đang có. / Without a FILE, what the store holds is checked.

    Trạng thái kết thúc: 0 hợp lệ, 1 không hợp lệ, 2 không kiểm tra được. / Exit status: 0 conforms, 1 does not,
    2 could not be run.

    \b
    cchc validate so-lieu.ttl
    cchc validate
    cchc validate bai-viet.txt --with-graph
    cchc validate bang-diem.xlsx --index sipas --year 2023 --with-graph
    cchc validate so-lieu.ttl --format turtle -o bao-cao.ttl
    """
    from cchc.api import validate_files

    about_files = ["with-graph"] * with_graph + tables.typed()
    if about_files and not files:
        raise WrongUsage("no-file", name=f"--{about_files[0]}")
    with Bar(settings.lang) as bar:
        bar("validate", 0, 1)
        if files:
            graph = settings.graph() if with_graph else None
            report = validate_files(files, graph, tables.loading(None, settings.lang))
        else:
            report = settings.graph().validate()
    if answer_format == "json":
        write(json.dumps(report.as_dict(), ensure_ascii=False, indent=1), output)
    elif answer_format == "turtle":
        write(report.to_turtle(), output)
    else:
        write(table(report, settings), output)
    return 0 if report.conforms else 1
