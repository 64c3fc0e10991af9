"""Where the files that are part of the product lie: beside the package in a checkout, inside it when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def resource(name: str) -> Path:
    """The folder ``ontology``, ``queries`` or ``seeds``.

    :raises FileNotFoundError: if the installation lacks it.
    """
    for parent in (_PACKAGE / "data", _CHECKOUT):
        folder = parent / name
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"the installation of cchc lacks its folder {name!r}")
