"""The command ``template``."""

from __future__ import annotations

import os

import click

from cchc.cli.help import command
from cchc.cli.settings import Settings, format_of, settings_options, write
from cchc.errors import CchcError


@command()
@click.argument("index", metavar="INDEX")
@click.argument("year", metavar="YEAR")
@click.argument("population", metavar="POPULATION")
@click.option("-o", "--output", metavar="FILE.xlsx", required=True, help="Tệp kết quả. / The file to write.")
@click.option(
    "--province", metavar="UNIT",
    help="Tỉnh có các sở, huyện, xã đó. / Whose departments, districts or communes.",
)  # fmt: skip
@click.option(
    "--scheme", metavar="SCHEME",
    help="Bộ tiêu chí (mặc định: bộ mới nhất áp dụng cho năm đó). / The criteria scheme (default: the last one for "
    "that year).",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Ghi đè tệp đã có. / Overwrite a file that is there.")
@settings_options(endpoint=True)
def template(
    settings: Settings,
    index: str,
    year: str,
    population: str,
    output: str,
    province: str | None,
    scheme: str | None,
    force: bool,
) -> None:
    """Tạo bảng Excel để điền kết quả; điền xong thì nạp được ngay. / Makes an Excel sheet to fill in, which then loads.

    Bảng có sẵn đơn vị, lĩnh vực, điểm tối đa và kiểm tra giá trị nhập. / It has the units, components and maxima, and
    checks what is typed.

    \b
    cchc template par-index 2024 province -o par-index-2024.xlsx
    cchc template sipas 2024 tỉnh -o sipas-2024.xlsx
    cchc template dong-thap-cchc 2021 sở -o so-2021.xlsx
    """
    format_of(output, {"xlsx": "xlsx"})
    if not force and os.path.exists(output):
        raise CchcError("OUTPUT_EXISTS", where=output)
    made = settings.graph().template(index, year, population, province=province, scheme=scheme, lang=settings.lang)
    write(made, output, binary="xlsx")
