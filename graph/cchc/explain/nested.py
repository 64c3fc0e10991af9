"""An explanation as JSON for programs: the data classes of the model by the names of their fields, nested."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from cchc.explain.model import Explained, Reason


def as_json(explained: Iterable[Explained]) -> str:
    """An array with one object a thing. A claim is given in full once a thing; where it is met again, ``repeated`` is
    true, and its places, readings, notes and premises are left out."""
    return json.dumps([_item(item) for item in explained], ensure_ascii=False, indent=1)


def _item(item: Explained) -> dict[str, Any]:
    given: set[str] = set()
    reasons = _reasons(item.reasons, given)
    intervals = [
        {"measure": one.measure, "ends": [{"text": e.text, "reasons": _reasons(e.reasons, given)} for e in one.ends]}
        for one in item.intervals
    ]
    return asdict(replace(item, reasons=(), intervals=())) | {"reasons": reasons, "intervals": intervals}


def _reasons(reasons: Iterable[Reason], given: set[str]) -> list[dict[str, Any]]:
    found = []
    for reason in reasons:
        repeated = reason.claim in given
        given.add(reason.claim)
        flat = replace(reason, premises=())
        if repeated:
            flat = replace(flat, places=(), readings=(), notes=(), reviewed=None)
        premises = [] if repeated else _reasons(reason.premises, given)
        found.append(asdict(flat) | {"premises": premises, "repeated": repeated})
    return found
