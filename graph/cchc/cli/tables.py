"""What the commands say and ask about tables."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cchc.cli.settings import Settings, write

if TYPE_CHECKING:
    from cchc.inputs import Loaded, TableOptions
    from cchc.loaders.tables.reader import Options

_TOLD = (
    ("--index", "INDEX", "Chỉ số của bảng, nếu bảng không nêu. / The table's index, where it does not say."),
    ("--year", "YEAR", "Năm của bảng, nếu bảng không nêu. / The table's year, where it does not say."),
    (
        "--population",
        "POPULATION",
        "Bảng của các tỉnh, bộ, sở, huyện hay xã, nếu bảng không nêu. / Whether the table is of provinces, ministries, "
        "departments, districts or communes, where it does not say.",
    ),
    (
        "--province",
        "PROVINCE",
        "Tỉnh có sở, huyện, xã trong bảng, hoặc tỉnh của bài viết, nếu không được nêu. / The province of the "
        "departments, districts or communes in the table, or that of the article, where it does not say.",
    ),
    (
        "--unit",
        "UNIT",
        "Đơn vị mà cả bảng nói đến (như bảng qua các năm của một đơn vị), nếu bảng không nêu. / The unit that the "
        "whole table is about (its history, say), where it does not say.",
    ),
    (
        "--mapping",
        "FILE",
        "Tệp cho biết từng cột của bảng là gì. / A file that says what each column of the table is.",
    ),
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed about tables."""

    index: str | None
    year: str | None
    population: str | None
    province: str | None
    unit: str | None
    mapping: str | None
    declare_units: bool

    def typed(self) -> list[str]:
        """The names of the options that were typed."""
        return [name.replace("_", "-") for name in self.__dataclass_fields__ if getattr(self, name)]

    def options(self) -> Options:
        from cchc.loaders.tables.reader import Options

        return Options(
            index=self.index,
            year=self.year,
            population=self.population,
            province=self.province,
            unit=self.unit,
            declare_units=self.declare_units,
            mapping=Path(self.mapping) if self.mapping else None,
        )

    def loading(self, bad_rows: str | None, lang: str) -> TableOptions:
        from cchc.inputs import TableOptions

        return TableOptions(self.options(), Path(bad_rows) if bad_rows else None, lang)


def table_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Adds the options about tables; the command gets them as ``tables``."""

    @functools.wraps(function)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        typed = {name: kwargs.pop(name) for name in Typed.__dataclass_fields__}
        return function(*args, tables=Typed(**typed), **kwargs)

    decorated: Callable[..., Any] = click.option(
        "--declare-units",
        is_flag=True,
        help="Nhận cả sở, huyện, xã chưa biết, viết không có từ chỉ loại. / Take names without a head noun as new "
        "departments, districts or communes.",
    )(wrapped)
    for name, metavar, text in reversed(_TOLD):
        decorated = click.option(name, metavar=metavar, help=text)(decorated)
    return decorated


bad_rows_option = click.option(
    "--skip-bad-rows", metavar="FILE.csv",
    help="Nạp các dòng đúng của bảng, viết các dòng lỗi cùng lý do ra tệp. / Load a table's good rows, and write "
    "the bad ones with the reasons to a file.",
)  # fmt: skip
mapping_option = click.option(
    "--write-mapping", metavar="FILE",
    help="Không nạp; viết ý nghĩa từng cột của bảng ra tệp để sửa. / Load nothing; write what each column of the "
    "table was taken for, to be corrected.",
)  # fmt: skip


def is_table(path: str) -> bool:
    """Whether a file is a table."""
    from cchc.loaders.tables.files import holds_table

    return holds_table(Path(path))


def one_table(sources: Sequence[str]) -> None:
    """Refuses to skip rows of more than one table: their file could not say of which.

    :raises CchcError: TABLE_BAD_ROWS_ONE
    """
    from cchc.errors import CchcError

    if any(Path(source).is_dir() for source in sources) or sum(map(is_table, sources)) > 1:
        raise CchcError("TABLE_BAD_ROWS_ONE")


def write_mapping(settings: Settings, sources: tuple[str, ...], typed: Typed, output: str) -> None:
    """Writes what the columns of one table were taken for, to be corrected."""
    from cchc.errors import CchcError
    from cchc.loaders.tables.mapping import as_yaml
    from cchc.loaders.tables.reader import read_table

    if len(sources) != 1 or not is_table(sources[0]):
        raise CchcError("TABLE_MAPPING_ONE")
    write(as_yaml(read_table(Path(sources[0]), typed.options()).tables), output)
    click.echo(
        settings.say(
            f"Đã viết {output}; sửa rồi nạp với --mapping {output}.",
            f"Wrote {output}; correct it, and load with --mapping {output}.",
        ),
        err=True,
    )


def extract_table(settings: Settings, file: str, typed: Typed, answer_format: str, output: str | None) -> None:
    """Shows what the columns of a table were taken for, and what its cells say."""
    from cchc.cli.records import of_table
    from cchc.errors import CchcError
    from cchc.loaders.tables.describe import describe, doubtful_names, hidden_parts, overruled, unread_columns
    from cchc.loaders.tables.reader import read_table
    from cchc.loaders.tables.records import records, unplaced

    if answer_format not in ("table", "json"):
        raise CchcError("TABLE_EXTRACT", values={"format": answer_format})
    table = read_table(Path(file), typed.options())
    found = records(table.claims())
    if answer_format == "json":
        write(json.dumps(found + unplaced(table.unread), ensure_ascii=False, indent=1), output)
        return
    heads = [line for item in table.tables for line in describe(item, settings.lang)]
    heads += overruled(table.tables, settings.lang) + hidden_parts(table.hidden, table.tables, settings.lang)
    unread = unread_columns(table.unread, settings.lang) + doubtful_names(table.newcomers, settings.lang)
    write("\n".join([*heads, "", of_table(found, settings.lang), *(["", *unread] if unread else [])]), output)


def lines_of(item: Loaded, settings: Settings) -> list[str]:
    """What the tables of a loaded file were taken for, and how many rows were left out."""
    from cchc.loaders.tables.describe import describe, doubtful_names, hidden_parts, overruled, unread_columns

    lines = [f"  {line}" for table in item.tables for line in describe(table, settings.lang)]
    aside = overruled(item.tables, settings.lang) + hidden_parts(item.hidden_sheets, item.tables, settings.lang)
    aside += unread_columns(item.unread, settings.lang) + doubtful_names(item.newcomers, settings.lang)
    lines += [f"  ! {line}" for line in aside]
    if item.bad_rows:
        lines.append(
            settings.say(
                f"  ! {item.bad_rows} dòng có lỗi, chưa nạp, ở tệp của --skip-bad-rows",
                f"  ! {item.bad_rows} bad rows were not loaded; they are in the file of --skip-bad-rows",
            )
        )
    return lines
