"""Officials: one person has one IRI, two people of one name have two, whatever the order in which sources are loaded.

The people are those of the seeds; who holds which post is made up.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Store

import cchc
from article_gold import found_in
from article_gold import reading as read_text
from cchc import ontology, rules, settle, triples
from cchc import vocabulary as v
from cchc.build import build, load
from cchc.claims import Claim, ConnectingPoint, Directive, Meeting, Post, Quote, Reading, Unit
from cchc.errors import CchcError
from cchc.triples.people import territory
from claim_samples import reading

GOVERNMENT = Unit("chinh-phu", "Chính phủ", "AdministrativeUnit", known=True)
HOME_AFFAIRS = Unit("bo-noi-vu", "Bộ Nội vụ", "Ministry", known=True)
STEERING = Unit("ban-chi-dao-cchc-chinh-phu", "Ban Chỉ đạo CCHC của Chính phủ", "SteeringCommittee", known=True)
NAME = "Nguyễn Văn Sơn"


def in_province(path: str, body: str = "ubnd-tinh", kind: str = "PeoplesCommittee") -> Unit:
    return Unit(f"{path}/{body}", f"{body} {path}", kind, path)


def post(organization: Unit, title: str = "Chủ tịch", *, at: int = 0, on: str | None = None, name: str = NAME) -> Post:
    return Post(
        person=name, title=title, organization=organization, attested_on=on,
        quotes=(Quote(at, at + 9, "Nguyễn Văn"),),
    )  # fmt: skip


def officials(*readings: Reading) -> dict[str, set[str]]:
    """The organisations of each official, by the ends of their IRIs."""
    found: dict[str, set[str]] = {}
    for quad in itertools.chain.from_iterable(triples.quads(one) for one in readings):
        if quad.predicate.value == v.ORG + "holds":
            name = quad.subject.value.removeprefix(v.ID + "official/")
            found.setdefault(name, set()).add(quad.object.value.removeprefix(v.ID + "post/").rsplit("/", 1)[0])
    return found


def linked(*readings: Reading) -> set[tuple[str, str]]:
    """The pairs of officials that settling takes for one person."""
    store = Store()
    store.extend(ontology.quads())
    for one in readings:
        store.extend(triples.quads(one))
    rules.conclude(store)
    settle.settle(store)
    same = store.quads_for_pattern(None, NamedNode(v.OWL + "sameAs"), None, NamedNode(v.RESULTS_GRAPH))
    cut = len(v.ID + "official/")
    return {(quad.subject.value[cut:], quad.object.value[cut:]) for quad in same}


# -- in the graph of a source ----------------------------------------------------------------------------------------


def test_leaders_of_two_provinces_with_one_name_are_two_people() -> None:
    apart = officials(
        reading("a", post(in_province("ha-giang"))),
        reading("b", post(in_province("lang-son"))),
    )
    assert apart == {
        "nguyen-van-son-ha-giang": {"ha-giang/ubnd-tinh"},
        "nguyen-van-son-lang-son": {"lang-son/ubnd-tinh"},
    }
    together = reading("c", post(in_province("ha-giang")), post(in_province("lang-son"), at=40))
    assert officials(together) == apart


def test_a_career_in_one_province_is_one_person() -> None:
    found = officials(
        reading("a", post(in_province("ha-giang"), "Phó Chủ tịch", on="2019-01-02")),
        reading("b", post(in_province("ha-giang", "tinh-uy", "PartyCommittee"), "Bí thư", on="2024-02-02")),
        reading("c", post(in_province("ha-giang", "so-noi-vu", "Department"), "Giám đốc")),
    )
    assert found == {"nguyen-van-son-ha-giang": {"ha-giang/ubnd-tinh", "ha-giang/tinh-uy", "ha-giang/so-noi-vu"}}


def test_who_serves_the_nation_has_an_iri_of_the_name_alone() -> None:
    found = officials(reading("a", post(GOVERNMENT, "Phó Thủ tướng"), post(STEERING, "Trưởng ban")))
    assert found == {"nguyen-van-son": {"chinh-phu", "ban-chi-dao-cchc-chinh-phu"}}


def test_a_minister_and_the_leader_of_a_commune_are_two_people_in_one_article_too() -> None:
    commune = Unit("ha-giang/xa-tung-vai", "xã Tùng Vài", "Commune", "ha-giang")
    found = officials(reading("a", post(HOME_AFFAIRS, "Bộ trưởng"), post(commune, at=40)))
    assert found == {"nguyen-van-son": {"bo-noi-vu"}, "nguyen-van-son-ha-giang": {"ha-giang/xa-tung-vai"}}


@pytest.mark.parametrize("at", [0, 40])
def test_a_seat_in_a_committee_of_the_nation_makes_no_second_person(at: int) -> None:
    found = officials(reading("a", post(in_province("ha-giang")), post(STEERING, "Ủy viên", at=at)))
    assert found == {"nguyen-van-son-ha-giang": {"ha-giang/ubnd-tinh", "ban-chi-dao-cchc-chinh-phu"}}


def test_posts_of_one_mention_are_of_one_person() -> None:
    found = officials(reading("a", post(HOME_AFFAIRS, "Thứ trưởng"), post(in_province("ha-giang"), at=5)))
    assert found == {"nguyen-van-son-ha-giang": {"bo-noi-vu", "ha-giang/ubnd-tinh"}}


def test_chair_attendee_and_giver_of_a_directive_are_those_whom_their_sentences_name() -> None:
    chair, attendee = post(in_province("ha-giang")), post(in_province("lang-son"), at=40)
    lang_son = Unit("lang-son", "Lạng Sơn", "Province", known=True)
    meeting = Meeting(
        date="2024-02-02", name="Hội nghị", quotes=chair.quotes, chair=NAME, organizer=in_province("ha-giang"),
        points=(ConnectingPoint(lang_son, (NAME,), attendee.quotes),),
    )  # fmt: skip
    directive = Directive(text="Khắc phục ngay hạn chế", quotes=attendee.quotes, by=NAME)
    for claims in itertools.permutations([chair, attendee, meeting, directive]):
        said = {
            quad.predicate.value.removeprefix(v.CCHC): quad.object.value.removeprefix(v.ID + "official/")
            for quad in triples.quads(reading("a", *claims))
        }
        assert said["chair"] == "nguyen-van-son-ha-giang"
        assert said["attendee"] == said["issuedBy"] == "nguyen-van-son-lang-son"


def test_a_province_that_was_merged_into_stays_one_territory() -> None:
    assert territory(Unit("dong-thap-2025", "Đồng Tháp", "Province")) == "dong-thap"
    assert territory(in_province("dong-thap-2025")) == territory(in_province("dong-thap")) == "dong-thap"
    assert territory(HOME_AFFAIRS) == ""


# -- over all sources ------------------------------------------------------------------------------------------------


def test_a_leader_of_a_province_who_goes_to_the_centre_later_is_one_person() -> None:
    before = reading("a", post(in_province("ha-giang"), on="2019-03-01"))
    after = reading("b", post(HOME_AFFAIRS, "Thứ trưởng", on="2024-02-02"))
    assert linked(before, after) == {("nguyen-van-son-ha-giang", "nguyen-van-son")}
    assert linked(after, before) == {("nguyen-van-son-ha-giang", "nguyen-van-son")}


@pytest.mark.parametrize(
    "others",
    [
        (post(HOME_AFFAIRS, "Thứ trưởng", on="2019-03-01"),),  # at the same time
        (post(HOME_AFFAIRS, "Thứ trưởng"),),  # nobody says when
        (post(in_province("lang-son"), on="2024-02-02"),),  # in another province
        (post(HOME_AFFAIRS, on="2024-02-02"), post(in_province("lang-son"), on="2019-03-01", at=40)),  # which of two?
    ],
)
def test_nobody_else_of_one_name_is_taken_for_one_person(others: tuple[Claim, ...]) -> None:
    assert linked(reading("a", post(in_province("ha-giang"), on="2019-03-01")), reading("b", *others)) == set()


def test_the_head_of_a_department_is_not_taken_for_a_minister() -> None:
    head = post(in_province("ha-giang", "so-noi-vu", "Department"), "Giám đốc", on="2019-03-01")
    assert linked(reading("a", head), reading("b", post(HOME_AFFAIRS, "Bộ trưởng", on="2024-02-02"))) == set()


# -- from articles to answers ----------------------------------------------------------------------------------------

HA_GIANG = "Chủ tịch UBND tỉnh Hà Giang Nguyễn Văn Sơn dự phiên họp ngày 2/2/2024 tại điểm cầu tỉnh Hà Giang."
LANG_SON = "Phó Chủ tịch UBND tỉnh Lạng Sơn Nguyễn Văn Sơn dự phiên họp ngày 2/2/2024 tại điểm cầu tỉnh Lạng Sơn."
BOTH = """Hội nghị công bố chỉ số cải cách hành chính

Ngày 2/2/2024, đồng chí Nguyễn Văn Sơn, Chủ tịch UBND tỉnh Hà Giang chủ trì hội nghị trực tuyến.

Tại điểm cầu tỉnh Lạng Sơn có đồng chí Nguyễn Văn Sơn, Phó Chủ tịch UBND tỉnh Lạng Sơn.
"""


def test_two_people_of_one_name_in_one_article_are_read_as_two() -> None:
    found = officials(read_text(BOTH))
    assert found == {
        "nguyen-van-son-ha-giang": {"ha-giang/ubnd-tinh"},
        "nguyen-van-son-lang-son": {"lang-son/ubnd-tinh"},
    }


def test_the_order_of_loading_makes_no_difference_and_answers_keep_people_apart(tmp_path: Path) -> None:
    files = {"ha-giang": HA_GIANG, "lang-son": LANG_SON}
    for name, text in files.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    exports = []
    for order in (("ha-giang", "lang-son"), ("lang-son", "ha-giang")):
        store = tmp_path / order[0]
        build(store, [tmp_path / f"{order[0]}.txt"])
        load(store, [tmp_path / f"{order[1]}.txt"])
        exports.append(cchc.open(store).export())
    assert exports[0] == exports[1]
    graph = cchc.open(tmp_path / "ha-giang")
    rows = graph.query("officials", official="nguyen-van-son-lang-son").rows
    assert [str(row["organizationLabel"]) for row in rows] == ["UBND tỉnh Lạng Sơn"]
    with pytest.raises(CchcError) as caught:
        graph.query("officials", official="Nguyễn Văn Sơn")
    assert caught.value.code == "AMBIGUOUS_VALUE"


def test_the_posts_of_one_person_are_listed_together(tmp_path: Path) -> None:
    held = "Hội nghị cải cách hành chính\n\nNgày 2/2/{}, đồng chí Nguyễn Văn Sơn, {} chủ trì hội nghị trực tuyến."
    (tmp_path / "before.txt").write_text(held.format(2020, "Chủ tịch UBND tỉnh Hà Giang"), "utf-8")
    (tmp_path / "after.txt").write_text(held.format(2024, "Thứ trưởng Bộ Nội vụ"), "utf-8")
    build(tmp_path / "store", [tmp_path / "before.txt", tmp_path / "after.txt"])
    rows = cchc.open(tmp_path / "store").query("officials", official="Nguyễn Văn Sơn").rows
    assert [(str(row["postLabel"]), str(row["organizationLabel"])) for row in rows] == [
        ("Thứ trưởng", "Bộ Nội vụ"),
        ("Chủ tịch", "UBND tỉnh Hà Giang"),
    ]
    assert len({str(row["official"]) for row in rows}) == 1


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Chủ tịch UBND tỉnh Hà Giang Hoàng Gia Long dự họp.", {"ha-giang/ubnd-tinh"}),
        ("Chủ tịch UBND tỉnh Lạng Sơn Hoàng Gia Long dự họp.", {"lang-son/ubnd-tinh"}),
        ("Đồng chí Hoàng Gia Long, Chủ tịch UBND Thành phố Đà Nẵng dự họp.", {"da-nang/ubnd-tinh"}),
        ("Giám đốc Sở Nội vụ tỉnh Hà Nam Hoàng Gia Long dự họp.", {"ha-nam/so-noi-vu"}),
        ("Ông Hoàng Gia Long, Giám đốc Sở Nội vụ Lạng Sơn dự họp.", {"lang-son/so-noi-vu"}),
        (
            "Đồng chí Hoàng Gia Long, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Hà Giang dự họp.",
            {"ha-giang/tinh-uy", "ha-giang/hdnd-tinh"},
        ),
    ],
)
def test_a_post_is_in_the_province_that_it_names_whatever_province_the_article_is_about(
    sentence: str, told: set[str]
) -> None:
    home = "Tỉnh Đồng Tháp tăng hạng\n\nTại điểm cầu tỉnh Đồng Tháp, UBND tỉnh Đồng Tháp dự hội nghị. "
    (found,) = officials(read_text(home + sentence)).values()
    assert found == told


def test_a_post_that_ends_one_person_s_titles_does_not_begin_those_of_the_next() -> None:
    found = officials(
        read_text(
            "Dự họp có đồng chí Phạm Thiện Nghĩa, Chủ tịch HĐND tỉnh Đồng Tháp; Phó Chủ tịch UBND tỉnh Hà Nam "
            "Trần Xuân Dưỡng."
        )
    )
    assert found == {
        "pham-thien-nghia-dong-thap": {"dong-thap/hdnd-tinh"},
        "tran-xuan-duong-ha-nam": {"ha-nam/ubnd-tinh"},
    }


@pytest.mark.parametrize(
    ("seat", "body"),
    [
        ("Ủy viên Bộ Chính trị", "Bộ Chính trị"),
        ("Ủy viên Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
        ("Ủy viên Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
    ],
)
def test_a_seat_in_the_party_is_a_post_beside_the_office_that_chairs(seat: str, body: str) -> None:
    text = (
        "Hội nghị công bố PAR INDEX 2021\n"
        f"Sáng 25/5/2022, đồng chí Phạm Bình Minh, {seat}, Phó Thủ tướng Thường trực Chính phủ chủ trì hội nghị."
    )
    found = found_in(text)
    posts = [(r["post"], r["organization"]) for r in found if r["type"] == "official"]
    assert posts == [("Ủy viên", body), ("Phó Thủ tướng Thường trực", "Chính phủ")]
    meetings = [(r["chair_post"], r["organizer"]) for r in found if r["type"] == "meeting"]
    assert meetings == [("Phó Thủ tướng Thường trực Chính phủ", "Chính phủ")]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Trưởng Ban Tổ chức Tỉnh ủy", "Ban Tổ chức Tỉnh ủy Hưng Yên"),
        ("Phó Trưởng Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy Hưng Yên"),
        ("Trưởng Ban Pháp chế HĐND tỉnh", "Ban Pháp chế HĐND tỉnh Hưng Yên"),
        ("Trưởng Ban Dân tộc tỉnh", "Ban Dân tộc"),
        ("Trưởng Ban Chỉ đạo CCHC tỉnh", "Ban Chỉ đạo CCHC tỉnh Hưng Yên"),
        ("Trưởng ban", "Ban Chỉ đạo cải cách hành chính của Chính phủ"),
    ],
)
def test_the_head_of_a_board_is_that_boards(head: str, body: str) -> None:
    text = f"PAR INDEX năm 2021 của tỉnh Hưng Yên\nDự hội nghị có đồng chí Quách Thị Hương, {head}."
    assert [r["organization"] for r in found_in(text) if r["type"] == "official"] == [body]


def test_the_head_of_a_board_that_is_none_of_ours_is_not_the_steering_committees() -> None:
    text = "PAR INDEX năm 2021 của tỉnh Hưng Yên\nDự hội nghị có đồng chí Quách Thị Hương, Trưởng Ban Thời sự Đài tỉnh."
    assert [r for r in found_in(text) if r["type"] == "official"] == []


@pytest.mark.parametrize(
    ("home", "post", "organization"),
    [
        ("Hà Nội", "Phó Chủ tịch UBND Thành phố", "UBND thành phố Hà Nội"),
        ("Hà Nội", "Phó Bí thư Thành ủy", "Thành ủy Hà Nội"),
        ("Hà Nội", "Trưởng Ban Chỉ đạo CCHC Thành phố", "Ban Chỉ đạo CCHC thành phố Hà Nội"),
        ("TP.HCM", "Phó Chủ tịch UBND TP.HCM", "UBND thành phố Hồ Chí Minh"),
        ("TP.HCM", "Phó Chủ tịch UBND TP Đà Nẵng", "UBND thành phố Đà Nẵng"),
        ("Hà Giang", "Phó Chủ tịch UBND tỉnh", "UBND tỉnh Hà Giang"),
        ("Hà Giang", "Phó Bí thư Tỉnh ủy", "Tỉnh ủy Hà Giang"),
        ("Hà Giang", "Phó Chủ tịch UBND thành phố Hà Giang", None),
    ],
)
def test_the_bodies_of_a_city_are_called_the_citys_and_a_district_is_no_city(
    home: str, post: str, organization: str | None
) -> None:
    found = found_in(f"PAR INDEX năm 2022 của {home}\n{post} Nguyễn Văn Sơn dự hội nghị.")
    told = [r["organization"] for r in found if r["type"] == "official"]
    assert told == ([organization] if organization else [])


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ông Nguyễn Văn Sơn, Chủ tịch UBND tỉnh, Trưởng Ban Chỉ đạo CCHC, chủ trì.", "tỉnh Hưng Yên"),
        ("Ông Nguyễn Văn Sơn, Giám đốc Sở Nội vụ, Phó Trưởng ban Thường trực Ban Chỉ đạo, báo cáo.", "tỉnh Hưng Yên"),
        ("Phiên họp của Ban Chỉ đạo CCHC tỉnh do Trưởng ban Nguyễn Văn Sơn chủ trì.", "tỉnh Hưng Yên"),
        ("Phiên họp của Ban Chỉ đạo CCHC tỉnh Hà Nam do Trưởng ban Nguyễn Văn Sơn chủ trì.", "tỉnh Hà Nam"),
        ("Thứ trưởng Bộ Y tế Nguyễn Văn Sơn, Phó Trưởng Ban Chỉ đạo CCHC của Bộ, chủ trì.", "Bộ Y tế"),
        ("Bộ trưởng Bộ Nội vụ Nguyễn Văn Sơn, Phó Trưởng ban Thường trực Ban Chỉ đạo, báo cáo.", None),
        (
            "Ban Chỉ đạo CCHC tỉnh đã họp. Bộ trưởng Bộ Nội vụ Nguyễn Văn Sơn, Phó Trưởng ban Ban Chỉ đạo, dự họp.",
            None,
        ),
    ],
)
def test_a_steering_committee_that_nothing_names_is_that_of_the_other_post(text: str, body: str | None) -> None:
    found = found_in(f"PAR INDEX năm 2022 của tỉnh Hưng Yên\n{text}\n")
    committee = [r["organization"] for r in found if r["type"] == "official"][-1]
    expected = f"Ban Chỉ đạo CCHC {body}" if body else "Ban Chỉ đạo cải cách hành chính của Chính phủ"
    assert committee == expected


@pytest.mark.parametrize(
    "chairs",
    [
        "Thứ trưởng Nguyễn Văn Sơn, Phó Trưởng Ban Chỉ đạo cải cách hành chính của Bộ, đã chủ trì cuộc họp",
        "tại cuộc họp do đồng chí Nguyễn Văn Sơn, Thứ trưởng, Trưởng ban làm chủ tọa",
    ],
)
def test_who_chairs_is_named_before_all_the_posts(chairs: str) -> None:
    found = found_in(f"PAR INDEX năm 2021 của Bộ Nội vụ\nNgày 15/8/2022, {chairs}, Bộ công bố kết quả.\n")
    assert [r["chair"] for r in found if r["type"] == "meeting"] == ["Nguyễn Văn Sơn"]
