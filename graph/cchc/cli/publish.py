"""The command ``publish``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cchc.cli.help import command
from cchc.cli.progress import Bar
from cchc.cli.settings import Settings, settings_options, write
from cchc.errors import CchcError

if TYPE_CHECKING:
    from cchc.publish import Published


@command()
@click.argument("address", metavar="ENDPOINT")
@click.option(
    "--graph-store", metavar="URL",
    help="Địa chỉ kho đồ thị (mặc định: suy từ ENDPOINT). / Address of the graph store (default: told from ENDPOINT).",
)  # fmt: skip
@click.option("--user", metavar="NAME", help="Tên người dùng (mặc định: ~/.netrc). / User name (default: ~/.netrc).")
@click.option("--password-env", metavar="VAR", help="Biến môi trường chứa mật khẩu. / Variable with the password.")
@click.option("--password-file", metavar="FILE", help="Tệp có mật khẩu ở dòng đầu. / File whose first line it is.")
@click.option(
    "--auth", type=click.Choice(("basic", "digest")),
    help="Cách xác thực (mặc định: theo máy chủ). / Way of authentication (default: as the server asks).",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Chỉ cho biết sẽ làm gì. / Only say what would be done.")
@click.option("--full", is_flag=True, help="Gửi lại mọi đồ thị. / Send every graph again.")
@settings_options()
def publish(
    settings: Settings,
    address: str,
    graph_store: str | None,
    user: str | None,
    password_env: str | None,
    password_file: str | None,
    auth: str | None,
    dry_run: bool,
    full: bool,
) -> None:
    """Gửi các đồ thị đã thay đổi lên máy chủ SPARQL. / Sends the graphs that changed to a SPARQL server.

    Theo Graph Store Protocol; bị ngắt thì lần sau chạy tiếp. / By the Graph Store Protocol; what was
    interrupted goes on the next time.

    \b
    cchc publish http://localhost:7878/query  # Oxigraph
    cchc publish http://localhost:8890/sparql --user dba --password-env DB_PASSWORD  # Virtuoso
    cchc publish http://localhost:7878/query --dry-run  # xem trước / preview
    """
    password = _password(user, password_env, password_file)
    with Bar(settings.lang) as bar:
        done = settings.graph().publish(
            address,
            graph_store=graph_store,
            user=user,
            password=password,
            auth=auth,
            dry_run=dry_run,
            full=full,
            progress=bar,
        )
    write(_told(settings, done, dry_run), None)


def _password(user: str | None, variable: str | None, file: str | None) -> str | None:
    """The password from where the options say; from the terminal for a user without such an option."""
    if variable is not None:
        if variable not in os.environ:
            raise CchcError("PUBLISH_PASSWORD", where=f"--password-env {variable}", values={"user": user or "?"})
        return os.environ[variable]
    if file is not None:
        try:
            lines = Path(file).read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise CchcError("PUBLISH_PASSWORD", where=file, values={"user": user or "?"}) from error
        return lines[0] if lines else ""
    if user is not None and sys.stdin.isatty() and sys.stderr.isatty():
        asked: str = click.prompt(f"{user}", hide_input=True, err=True, default="", show_default=False)
        # Nothing typed: ~/.netrc.
        return asked or None
    return None


def _told(settings: Settings, done: Published, dry_run: bool) -> str:
    lines = [f"+ {name}  {triples}" for name, triples in done.sent.items()]
    lines += [f"- {name}" for name in done.removed]
    triples = sum(done.sent.values())
    counts = (len(done.sent), triples, len(done.removed), len(done.unchanged))
    if dry_run:
        lines.append(
            settings.say(
                "Sẽ gửi {} đồ thị ({} bộ ba), xóa {}; {} không đổi.",
                "Would send {} graphs ({} triples), remove {}; {} unchanged.",
            ).format(*counts)
        )
    else:
        lines.append(
            settings.say(
                "Đã gửi {} đồ thị ({} bộ ba), xóa {}; {} không đổi.",
                "Sent {} graphs ({} triples), removed {}; {} unchanged.",
            ).format(*counts)
        )
    return "\n".join(lines)
