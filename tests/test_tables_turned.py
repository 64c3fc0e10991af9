"""Tables whose units head the columns, and the property that a table says the same however it is turned."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import cchc
from cchc.build import load
from cchc.errors import CchcError
from cchc.inputs import TableOptions
from cchc.loaders.tables.describe import describe, unread_columns
from cchc.loaders.tables.leftover import Leftover
from cchc.loaders.tables.mapping import as_yaml
from cchc.loaders.tables.reader import Options, read_table
from cchc.loaders.tables.turned import LONGEST
from conftest import Runner
from table_files import Fact, facts, separated, workbook

PAR, SIPAS = "par-index", "sipas"
TITLE = ["So sánh PAR INDEX năm 2023 của một số tỉnh"]
COMPONENTS: list[list[Any]] = [
    ["TT", "Chỉ số thành phần", "Lào Cai", "Yên Bái"],
    [1, "Cải cách thể chế", 8, 8.5],
    [2, "Tổng điểm", 86, 87],
    ["", "Xếp hạng", 20, 15],
]


def of(unit: str, year: int = 2023, index: str = PAR, component: str | None = None, **said: float) -> set[Fact]:
    """The facts of a unit in an edition by their measures."""
    return {(index, year, unit, component, measure, value) for measure, value in said.items()}


def table(path: Path, *rows: list[Any], title: list[Any] = TITLE) -> Path:
    return workbook(path / "b.xlsx", {"So sánh": [title, *rows]})


# -- whatever its orientation ------------------------------------------------------------------------------------------

UNITS = {"Lào Cai": "lao-cai", "Yên Bái": "yen-bai", "TP. Hải Phòng": "hai-phong", "Bộ Tư pháp": "bo-tu-phap"}
MEASURES = {
    "Điểm": (None, "score"), "Xếp hạng": (None, "rank"), "Cải cách thể chế": ("the-che", "score"),
    "Cải cách tài chính công": ("tai-chinh-cong", "score"),
}  # fmt: skip
WORDS = {"unit": "Đơn vị", "year": "Năm", "measure": "Chỉ tiêu"}
PIVOTS = [
    (rows, columns)
    for rows, columns in [
        (("unit",), ("year", "measure")), (("unit",), ("measure", "year")), (("year",), ("unit", "measure")),
        (("year",), ("measure", "unit")), (("measure",), ("unit", "year")), (("measure",), ("year", "unit")),
        (("unit", "year"), ("measure",)), (("year", "unit"), ("measure",)), (("unit", "measure"), ("year",)),
        (("measure", "unit"), ("year",)), (("year", "measure"), ("unit",)), (("measure", "year"), ("unit",)),
        (("unit", "year", "measure"), ()),
    ]
]  # fmt: skip
OF_ONE = [(("year",), ("measure",)), (("measure",), ("year",)), (("year", "measure"), ()), (("measure", "year"), ())]

Pivot = tuple[tuple[str, ...], tuple[str, ...]]


def laid_out(
    cube: dict[tuple[str, ...], str], keys: dict[str, list[str]], pivot: Pivot, blank: bool
) -> list[list[str]]:
    """A cube of values as a table with some dimensions down and the others across; with ``blank``, upper headings stand
    once, as merged cells come."""
    down, across = pivot
    heads = list(product(*(keys[name] for name in across)))
    rows = []
    for level in range(max(1, len(across))):
        texts = [head[level] for head in heads] if across else ["Giá trị"]
        upper = [head[: level + 1] for head in heads]
        shown = ["" if blank and n and upper[n] == upper[n - 1] else text for n, text in enumerate(texts)]
        last = level == len(across) - 1
        rows.append([*(WORDS[name] if not level else "" for name in down), *(texts if last or not across else shown)])
    for side in product(*(keys[name] for name in down)):
        of_row = dict(zip(down, side, strict=True))
        cells = [cube[tuple({**of_row, **dict(zip(across, head, strict=True))}[n] for n in keys)] for head in heads]
        rows.append([*side, *cells])
    return rows


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), blank=st.booleans(), delimiter=st.sampled_from(";\t"))
def test_the_facts_are_the_same_however_a_table_is_turned(
    tmp_path: Path, data: st.DataObject, blank: bool, delimiter: str
) -> None:
    one = data.draw(st.booleans(), label="one unit")
    units = data.draw(st.lists(st.sampled_from([*UNITS][:3]), min_size=1 if one else 2, unique=True), label="units")
    years = data.draw(st.lists(st.integers(2013, 2024), min_size=2, max_size=3, unique=True), label="years")
    names = data.draw(st.lists(st.sampled_from([*MEASURES]), min_size=1, unique=True), label="measures")
    if not any(component is None for component, _ in (MEASURES[name] for name in names)):
        names.append("Điểm")
    units = units[:1] if one else units
    keys = {"unit": units, "year": [str(year) for year in years], "measure": names}
    cube, expected = {}, set()
    for unit, year, name in product(*keys.values()):
        component, measure = MEASURES[name]
        number = data.draw(st.integers(1, 63) if measure == "rank" else st.integers(100, 9999))
        cube[unit, year, name] = str(number) if measure == "rank" else f"{number / 100:.2f}".replace(".", ",")
        value = float(number) if measure == "rank" else number / 100
        expected.add((PAR, int(year), UNITS[unit], component, measure, value))
    if one:
        keys = {"year": keys["year"], "measure": names}
        cube = {key[1:]: value for key, value in cube.items()}
    pivot = data.draw(st.sampled_from(OF_ONE if one else PIVOTS), label="pivot")
    title = f"PAR INDEX của {units[0]}" if one else "PAR INDEX của một số tỉnh"
    rows = laid_out(cube, keys, pivot, blank)
    assert facts(separated(tmp_path / "b.csv", [[title], *rows], delimiter)) == expected


@pytest.mark.parametrize("pivot", PIVOTS)
@pytest.mark.parametrize("blank", [True, False])
def test_every_layout_of_units_years_and_measures_is_read(tmp_path: Path, pivot: Pivot, blank: bool) -> None:
    keys = {"unit": [*UNITS][1:], "year": ["2021", "2022"], "measure": ["Xếp hạng", "Điểm", "Cải cách thể chế"]}
    cube = {key: str(10 + n) for n, key in enumerate(product(*keys.values()))}
    expected = {
        (PAR, int(year), UNITS[unit], *MEASURES[name], float(value)) for (unit, year, name), value in cube.items()
    }
    path = separated(tmp_path / "b.csv", [["PAR INDEX"], *laid_out(cube, keys, pivot, blank)])
    assert facts(path) == expected
    mapping = tmp_path / "m.yaml"
    mapping.write_text(as_yaml(read_table(path).tables), encoding="utf-8")
    assert facts(path, Options(mapping=mapping)) == expected


# -- what stands beside -----------------------------------------------------------------------------------------------


def test_components_and_ranks_in_rows_of_units_across(tmp_path: Path) -> None:
    assert facts(table(tmp_path, *COMPONENTS)) == {
        *of("lao-cai", component="the-che", score=8), *of("yen-bai", component="the-che", score=8.5),
        *of("lao-cai", score=86, rank=20), *of("yen-bai", score=87, rank=15),
    }  # fmt: skip


def test_maxima_means_and_what_is_nobody_s_stand_among_the_units(tmp_path: Path) -> None:
    head = ["Chỉ số thành phần", "Điểm tối đa", "Lào Cai", "Trung bình cả nước", "Cao nhất", "Ghi chú"]
    rows = [head, ["Cải cách thể chế", 10, 8, 7, 9.5, "x"], ["Tổng điểm", 100, 86, 85, 91, ""], ["Nguồn: Bộ Nội vụ"]]
    path = table(tmp_path, *rows)
    assert facts(path) == {
        *of("lao-cai", component="the-che", score=8), *of("lao-cai", score=86),
        *of("mean", component="the-che", mean=7), *of("mean", mean=85),
    }  # fmt: skip
    read = read_table(path)
    assert {claim.maximum for claim in read.claims() if hasattr(claim, "maximum")} == {10, None}
    assert unread_columns(read.unread, "en") == ["Column E “Cao nhất”: figures not understood: 2 (E3 “9.5” …)"]
    rows[1][2] = 11
    with pytest.raises(CchcError) as caught:
        facts(table(tmp_path, *rows))
    assert "Sheet" not in caught.value.message("en")
    assert "C3: TABLE_SCORE_RANGE" in caught.value.message("en")


@pytest.mark.parametrize(
    "rows",
    [
        [["Chỉ số", "", "Lào Cai"], ["PAR INDEX", "Điểm", 80], ["", "Hạng", 11], ["SIPAS", "Điểm", 83],
         ["", "Hạng", 5]],
        [["Chỉ tiêu", "Lào Cai"], ["PAR INDEX"], ["Điểm", 80], ["Hạng", 11], ["SIPAS"], ["Điểm", 83], ["Hạng", 5]],
        [["Chỉ số", "Lào Cai"], ["PAR INDEX", 80], ["SIPAS", 83], ["Xếp hạng PAR INDEX", 11], ["Xếp hạng SIPAS", 5]],
        [["Index", "Lao Cai"], ["PAR INDEX", 80], ["Rank", 11], ["SIPAS", 83], ["Rank", 5]],
    ],
)  # fmt: skip
def test_indices_in_rows_of_units_across(tmp_path: Path, rows: list[list[Any]]) -> None:
    path = separated(tmp_path / "b.csv", [["So sánh các chỉ số năm 2023"], *rows])
    assert facts(path) == of("lao-cai", score=80, rank=11) | of("lao-cai", index=SIPAS, score=83, rank=5)


def test_departments_across_are_those_of_the_province_in_the_title(tmp_path: Path) -> None:
    rows = [["TT", "Tiêu chí", "Sở Y tế", "Sở Nội vj"], [1, "Cải cách thể chế", 9, 8.5], [2, "Tổng điểm", 91, 90]]
    path = table(tmp_path, *rows, title=["Chỉ số CCHC các sở tỉnh Nghệ An năm 2022"])
    assert {fact[:3] for fact in facts(path)} == {
        ("nghe-an-cchc", 2022, f"nghe-an/{name}") for name in ("so-y-te", "so-noi-vj")
    }
    read = read_table(path)
    list(read.claims())
    assert [(found.name, found.near, found.row) for found in read.newcomers] == [("Sở Nội vj", "Sở Nội vụ", 4)]


def test_it_is_said_what_each_row_was_taken_for(tmp_path: Path) -> None:
    (found,) = read_table(table(tmp_path, *COMPONENTS)).tables
    assert describe(found, "en")[:4] == [
        "Table “So sánh” (a unit a column, rows named in column B): Public Administration Reform Index, 2023",
        "  Row 2 “Chỉ số thành phần”: unit",
        "  Row 3 “Cải cách thể chế”: score, Institutional reform",
        "  Row 4 “Tổng điểm”: score",
    ]


def test_a_sheet_a_year(tmp_path: Path) -> None:
    sheets = {str(year): [["PAR INDEX"], ["Chỉ tiêu", "Lào Cai"], ["Điểm", year - 1940]] for year in (2021, 2022)}
    expected = of("lao-cai", 2021, score=81) | of("lao-cai", 2022, score=82)
    assert facts(workbook(tmp_path / "b.xlsx", sheets)) == expected


def test_metadata_that_gives_titles_only_leaves_a_turned_table_turned(tmp_path: Path) -> None:
    path = separated(tmp_path / "b.csv", [["Chỉ tiêu", "Lào Cai", "Yên Bái"], ["Điểm", "86,5", "87"]], ";")
    columns = [{"titles": title} for title in ("Chỉ tiêu", "Lào Cai", "Yên Bái")]
    said = {"@context": "http://www.w3.org/ns/csvw", "url": path.name, "dc:title": "PAR INDEX 2023"}
    metadata = {**said, "dialect": {"delimiter": ";"}, "tableSchema": {"columns": columns}}
    path.with_name("b.csv-metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    assert facts(path) == of("lao-cai", score=86.5) | of("yen-bai", score=87)


def test_what_is_of_nobody_is_told_in_rows_as_in_columns(tmp_path: Path) -> None:
    rows = [["Tỉnh", "Điểm", "Hạng"], ["Lào Cai", 80, 2], ["Trung bình vùng", 79, ""], ["Trung bình cả nước", 78, ""]]
    rows += [["Cao nhất", 91, ""], ["Trung vị", 77, ""]]
    for each, kind in ((rows, "Row"), ([list(row) for row in zip(*rows, strict=True)], "Column")):
        path = table(tmp_path, *each)
        assert facts(path) == of("lao-cai", score=80, rank=2) | of("mean", mean=78)
        read = read_table(path)
        list(read.claims())
        assert {u.column.heading: u.count for u in read.unread} == dict.fromkeys(
            ("Trung bình vùng", "Cao nhất", "Trung vị"), 1
        )
        assert {line.split()[0] for line in unread_columns(read.unread, "en")} == {kind}


def test_names_without_a_head_noun_across_are_declared_as_in_rows(tmp_path: Path) -> None:
    title = ["Chỉ số CCHC các huyện tỉnh Lào Cai năm 2022"]
    path = table(tmp_path, ["Chỉ tiêu", "Bát Xát", "Sa Pa"], ["Điểm", 75, 76], ["Hạng", 2, 1], title=title)
    found = facts(path, Options(declare_units=True))
    assert {unit for _, _, unit, *_ in found} == {"lao-cai/bat-xat", "lao-cai/sa-pa"}
    with pytest.raises(CchcError) as caught:
        facts(path)
    assert "So sánh!B2: TABLE_UNIT_BARE" in caught.value.message("en")


def test_keys_and_values_about_one_unit(tmp_path: Path) -> None:
    rows = [["Tỉnh", "Lào Cai"], ["Năm", 2021], ["Điểm", 86.1], ["Hạng", 20]]
    assert facts(table(tmp_path, *rows, title=["PAR INDEX"])) == of("lao-cai", 2021, score=86.1, rank=20)


def test_keys_and_values_on_another_sheet_are_no_table(tmp_path: Path) -> None:
    keys = [["Chỉ số", "PAR INDEX"], ["Tỉnh", "Lào Cai"], ["Tổng số đơn vị", 19], ["Thang điểm", 100]]
    rows = [["Sở", "Năm", "Điểm"], ["Sở Y tế", 2021, 86.1]]
    path = workbook(tmp_path / "b.xlsx", {"Thông tin": keys, "Kết quả": rows})
    assert facts(path) == of("lao-cai/so-y-te", 2021, "lao-cai-cchc", score=86.1)


# -- what is wrong -----------------------------------------------------------------------------------------------------


def test_wrong_cells_are_named_where_they_stand_and_columns_can_be_mended_and_loaded(tmp_path: Path) -> None:
    rows = [["Chỉ tiêu", "Năm 2022", "", "Năm 2023", ""], ["", "Lào Cai", "Yên Bái", "Lào Cai", "Yên Bái"]]
    rows += [["Điểm", "8x", "81", "82", "181"], ["Hạng", "20", "21", "22", "abc"]]
    path = separated(tmp_path / "b.csv", [["PAR INDEX"], *rows])
    leftover = Leftover(tmp_path / "bad.csv")
    good = list(read_table(path).claims(leftover.add))
    assert len(good) == 4
    (written,) = leftover.write("vi")
    text = written.read_text(encoding="utf-8-sig")
    assert all(place in text for place in ("B4 “8x”", "E4 Điểm “181”", "E5 “abc”"))
    written.write_text(text.replace(",8x,", ",80,").replace(",181", ",83").replace(",abc", ",23"), encoding="utf-8")
    assert facts(written) == of("lao-cai", 2022, score=80, rank=20) | of("yen-bai", score=83, rank=23)


def test_an_unknown_unit_among_others_is_told_with_its_cell(tmp_path: Path) -> None:
    with pytest.raises(CchcError) as caught:
        facts(table(tmp_path, ["Chỉ tiêu", "Lào Cai", "Yên Bay"], ["Điểm", 86, 87], ["Hạng", 20, 15]))
    assert "So sánh!C2: TABLE_UNIT" in caught.value.message("en")


def test_rows_that_say_nothing_known_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CchcError) as caught:
        facts(table(tmp_path, ["Nội dung", "Lào Cai", "Yên Bái"], ["Dân số", 860, 870], ["Diện tích", 20, 15]))
    assert caught.value.code == "TABLE_TURNED"
    assert caught.value.where.endswith("So sánh!2")


def test_a_turned_table_is_no_long_one(tmp_path: Path) -> None:
    rows = [["Chỉ tiêu", "Lào Cai", "Yên Bái"], ["Điểm", 1, 2], *([f"Tiêu chí {n}", 1, 2] for n in range(LONGEST))]
    with pytest.raises(CchcError) as caught:
        facts(separated(tmp_path / "b.csv", [TITLE, *rows]))
    assert caught.value.code == "TABLE_TURNED_LONG"


@pytest.mark.parametrize("rows", ["row: 99", "row: 0"])
def test_a_mapping_of_rows_that_are_not_there_is_refused(tmp_path: Path, rows: str) -> None:
    path, mapping = table(tmp_path, *COMPONENTS), tmp_path / "m.yaml"
    mapping.write_text(as_yaml(read_table(path).tables).replace("row: 3", rows), encoding="utf-8")
    with pytest.raises(CchcError) as caught:
        facts(path, Options(mapping=mapping))
    assert caught.value.code == "TABLE_MAPPING"


# -- in the graph ------------------------------------------------------------------------------------------------------


def test_every_quote_of_a_turned_table_is_found_in_the_file_as_it_is(store: Path, tmp_path: Path, cli: Runner) -> None:
    before = cchc.open(store).check(reason=False).quotes
    title = ["So sánh PAR INDEX năm 2016 của một số tỉnh"]
    path = table(
        tmp_path, ["Chỉ tiêu", "Cà Mau", "Bạc Liêu"], ["Điểm", 71.25, "70,5(1)"], ["Hạng", 55, 57], title=title
    )
    load(store, [path])
    checked = cchc.open(store).check(reason=False)
    assert checked.findings == ()
    assert (checked.quotes, checked.unverified) == (before + 4, 0)
    found = cchc.open(store).sparql(
        "PREFIX cchc: <https://w3id.org/cchc/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>"
        " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> SELECT ?quote ?exact ?heading WHERE {"
        " ?claim cchc:source <https://w3id.org/cchc/id/source/b> ; cchc:quote ?quote ."
        " ?quote oa:hasSelector/oa:exact ?exact ; cchc:tableColumn/rdfs:label ?heading } ORDER BY ?quote"
    )
    rows = [tuple(term.value for term in row) for row in found.rows]  # type: ignore[union-attr]
    assert [(quote.rpartition("#")[2], exact, heading) for quote, exact, heading in rows] == [
        ("cell=3,2", "71.25", "Cà Mau"), ("cell=3,3", "70,5(1)", "Bạc Liêu"),
        ("cell=4,2", "55", "Cà Mau"), ("cell=4,3", "57", "Bạc Liêu"),
    ]  # fmt: skip


def test_bad_columns_may_be_skipped_when_loading(store: Path, tmp_path: Path) -> None:
    title = ["So sánh PAR INDEX năm 2016 của một số tỉnh"]
    path = table(tmp_path, ["Chỉ tiêu", "Cà Mau", "Bạc Liêu"], ["Điểm", 71.25, "7O"], ["Hạng", 55, 57], title=title)
    with pytest.raises(CchcError, match="TABLE_REFUSED"):
        load(store, [path])
    bad = tmp_path / "bad.csv"
    assert load(store, [path], tables=TableOptions(bad_rows=bad)) is not None
    assert bad.read_text(encoding="utf-8-sig").splitlines()[1:4] == ["Chỉ tiêu,Bạc Liêu", "Điểm,7O", "Hạng,57"]
