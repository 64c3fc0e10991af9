"""Loading a folder: what can be read is loaded, what can't is named, and a run that was stopped goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc
from cchc import batches
from cchc.batches import load_folder
from cchc.build import load
from cchc.errors import CchcError
from cchc.inputs import Input
from conftest import Runner

PROVINCES = ("Cà Mau", "Bạc Liêu", "An Giang", "Bến Tre", "Long An", "Kon Tum")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six articles of one figure each, and two files that no reader can take."""
    made = tmp_path / "bai-viet"
    made.mkdir()
    for number, province in enumerate(PROVINCES, 50):
        text = f"Năm 2020, Chỉ số PAR INDEX của tỉnh {province} xếp thứ {number}/63 tỉnh, thành phố.\n"
        (made / f"bai-{number}.txt").write_text(text, encoding="utf-8")
    (made / "hong.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    (made / "trong.txt").write_text("", encoding="utf-8")
    return made


def ranks(store: Path) -> dict[str, int]:
    return {
        row["unitLabel"]: row["rank"] for row in cchc.open(store).query("ranking", index="par-index", year=2020).rows
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_file_is_named_and_the_others_are_loaded(store: Path, folder: Path, jobs: int) -> None:
    outcome = load_folder(store, folder, jobs=jobs)
    assert {Path(item.path).name: item.error.code for item in outcome.refused} == {
        "hong.txt": "FILE_BINARY",
        "trong.txt": "FILE_EMPTY",
    }
    assert {name: rank for name, rank in ranks(store).items() if name in PROVINCES} == dict(
        zip(PROVINCES, range(50, 56), strict=True)
    )


def test_the_same_as_loading_the_good_files_at_once(store: Path, folder: Path, tmp_path: Path) -> None:
    import shutil

    other = Path(shutil.copytree(store, tmp_path / "other", symlinks=True))
    load_folder(store, folder, batch=2, jobs=1)
    load(other, sorted(folder.glob("bai-*.txt")))
    assert cchc.open(store).export("full", "nquads") == cchc.open(other).export("full", "nquads")


def test_a_stopped_run_keeps_its_whole_batches_and_the_next_goes_on(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add, added = batches.add, []

    def stop_at_the_third(*arguments: object, **more: object) -> object:
        if len(added) == 2:
            raise KeyboardInterrupt
        added.append(arguments)
        return add(*arguments, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(batches, "add", stop_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        load_folder(store, folder, batch=2, jobs=1)
    assert set(ranks(store)) & set(PROVINCES) == set(PROVINCES[:4])

    monkeypatch.setattr(batches, "add", add)
    outcome = load_folder(store, folder, batch=2, jobs=1)
    assert [item.unchanged for item in outcome.loaded].count(True) == 4
    assert set(PROVINCES) <= set(ranks(store))


def test_one_article_that_does_not_conform_does_not_keep_out_its_batch(store: Path, folder: Path) -> None:
    (folder / "sai.txt").write_text("Năm 2020, Chỉ số PAR INDEX của tỉnh Gia Lai xếp thứ 20/63 tỉnh, thành phố.\n")
    outcome = load_folder(store, folder, jobs=1)
    assert "sai.txt" not in {Path(item.path).name for item in outcome.refused}

    # One article that ranks a unit above another with more points contradicts itself.
    (folder / "sai-2.txt").write_text(
        "Năm 2020, Chỉ số PAR INDEX của tỉnh Đắk Nông đạt 80,5 điểm, xếp thứ 3/63 tỉnh, thành phố. "
        "Chỉ số PAR INDEX năm 2020 của tỉnh Tây Ninh đạt 84,5 điểm, xếp thứ 4/63 tỉnh, thành phố.\n",
        encoding="utf-8",
    )
    (folder / "dung.txt").write_text("Năm 2020, Chỉ số PAR INDEX của tỉnh Gia Lai đạt 84,9 điểm.\n", encoding="utf-8")
    again = load_folder(store, folder, jobs=1)
    assert {Path(item.path).name for item in again.refused} >= {"sai-2.txt"}
    assert any(Path(item.path).name == "dung.txt" and not item.unchanged for item in again.loaded)


def test_what_a_refusal_does_not_concern_is_added_at_once(
    store: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "sai.txt").write_text(
        "Năm 2018, Chỉ số PAR INDEX của tỉnh Đắk Nông đạt 80,5 điểm, xếp thứ 3/63 tỉnh, thành phố. "
        "Chỉ số PAR INDEX năm 2018 của tỉnh Tây Ninh đạt 84,5 điểm, xếp thứ 4/63 tỉnh, thành phố.\n",
        encoding="utf-8",
    )
    add, sizes = batches.add, []

    def counted(store: Path, inputs: list[Input], **more: object) -> object:
        sizes.append(len(inputs))
        return add(store, inputs, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(batches, "add", counted)
    outcome = load_folder(store, folder, jobs=1)
    assert "sai.txt" in {Path(item.path).name for item in outcome.refused}
    assert sizes == [len(PROVINCES) + 1, len(PROVINCES), 1]


def test_the_command_names_both_units_both_values_and_the_source_of_what_contradicts_itself(
    cli: Runner, store: Path, tmp_path: Path
) -> None:
    (tmp_path / "bai").mkdir()
    (tmp_path / "bai" / "tin-dak-nong.txt").write_text(
        "Năm 2020, Chỉ số PAR INDEX của tỉnh Đắk Nông đạt 80,5 điểm, xếp thứ 3/63 tỉnh, thành phố. "
        "Chỉ số PAR INDEX năm 2020 của tỉnh Tây Ninh đạt 84,5 điểm, xếp thứ 4/63 tỉnh, thành phố.\n",
        encoding="utf-8",
    )
    for lang, higher, lower, of in (
        ("vi", "điểm cao hơn là 84,5", "80,5", "Đắk Nông"),
        ("en", "a higher score, 84.5", "80.5", "Dak Nong"),
    ):
        ran = cli("load", tmp_path / "bai", "--store", store, "--lang", lang)
        assert ran.status == 1
        (said,) = [line for line in ran.out.splitlines() if higher in line]
        for word in (lower, "3", "4", of, "tin-dak-nong"):
            assert word in said


def test_a_folder_without_anything_to_read_is_an_error(store: Path, tmp_path: Path) -> None:
    (tmp_path / "trong").mkdir()
    with pytest.raises(CchcError, match="NO_SOURCES"):
        load_folder(store, tmp_path / "trong")


def test_the_command_names_what_it_set_aside_and_exits_with_1(cli: Runner, store: Path, folder: Path) -> None:
    ran = cli("load", folder, "--store", store, "--lang", "en")
    assert ran.status == 1
    assert "hong.txt: FILE_BINARY" in ran.out
    assert "6 new sources, 0 known already, 2 refused." in ran.out
    assert (
        cli("load", folder, "--store", store, "--lang", "vi")
        .out.strip()
        .endswith("0 nguồn mới, 6 đã có, 2 bị từ chối.")
    )


@pytest.mark.parametrize("number", [1, 9])
def test_what_is_told_of_a_folder_holds_for_each_article_and_table(
    cli: Runner, store: Path, tmp_path: Path, number: int
) -> None:
    """``number`` articles: several processes read many."""
    made = tmp_path / "thu-muc"
    made.mkdir()
    for rank, letter in enumerate("ABCDEFGHI"[:number], 1):
        text = f"Năm 2021, Chỉ số CCHC của huyện Mường {letter} xếp thứ {rank}/12 huyện, thành phố.\n"
        (made / f"bai-{rank}.txt").write_text(text, encoding="utf-8")
    (made / "bang.csv").write_text("Chỉ số CCHC năm 2021\nĐơn vị,Xếp hạng\nSở Y tế,3\n", encoding="utf-8")
    refused = cli("--store", store, "load", made, "--province", "Sơn La", "--skip-bad-rows", tmp_path / "loi.csv")
    assert refused.err.startswith("Lỗi TABLE_BAD_ROWS_ONE")
    assert cli("--store", store, "load", made, "--province", "Sơn La").status == 0
    units = {
        row["unit"].rsplit("/unit/", 1)[-1]
        for population in ("district", "department")
        for row in cchc.open(store).query("ranking", index="son-la-cchc", year=2021, population=population).rows
    }
    assert units == {"son-la/so-y-te", *(f"son-la/huyen-muong-{letter}" for letter in "abcdefghi"[:number])}


def test_what_is_worth_a_look_in_a_folder_is_told(cli: Runner, store: Path, tmp_path: Path) -> None:
    made = tmp_path / "thu-muc"
    made.mkdir()
    for name, rank in (("Cà Mau", 7), ("Bạc Liêu", 7), ("Kon Tum", 9)):
        text = f"Năm 2016, Chỉ số PAR INDEX của tỉnh {name} xếp thứ {rank}/63 tỉnh, thành phố.\n"
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    told = cli("--store", store, "load", made)
    assert told.status == 0
    assert "Thứ hạng 7 được cho nhiều đơn vị, như Bạc Liêu và Cà Mau." in told.out
    assert "cảnh báo" not in cli("--store", store, "load", made).out


def test_what_a_later_batch_finds_of_a_place_counts(store: Path, tmp_path: Path) -> None:
    made = tmp_path / "thu-muc"
    made.mkdir()
    for number, name in enumerate(("Cà Mau", "Bạc Liêu", "An Giang")):
        text = f"Năm 2016, Chỉ số PAR INDEX của tỉnh {name} xếp thứ 7/63 tỉnh, thành phố.\n"
        (made / f"{number}.txt").write_text(text, encoding="utf-8")
    (told,) = load_folder(store, made, batch=2, jobs=1).brought.findings
    assert told.message["en"] == "Rank 7 is given to more than one unit, such as An Giang and Ca Mau."
