"""The steering committees for reform that ministries have of their own."""

from __future__ import annotations

import re

from cchc.claims import Unit
from cchc.loaders.articles.context import unit_of
from cchc.loaders.articles.evidence import Passage

STEERING = r"(?:[Bb]an [Cc]hỉ đạo|BCĐ)"
"""What the name of a steering committee begins with, as people write it."""
_COMMITTEE = rf"{STEERING}(?:\s+(?:CCHC|[Cc]ải cách hành chính))?"
BARE_COMMITTEE = re.compile(rf"{_COMMITTEE}(?:\s+(?:của\s+)?Bộ)?")
"""The committee, not said whose it is."""
_COMMITTEE_OF = re.compile(rf"\b{_COMMITTEE}\s+(?:của\s+)?(?P<its>Bộ(?=\s*[,;.)(]|\s+(?![A-ZĐ])))?")


def committee_named(passage: Passage) -> Unit | None:
    """The steering committee of a ministry that a sentence names, which those after it mean by "Ban Chỉ đạo"."""
    for match in _COMMITTEE_OF.finditer(passage.plain) if "Chỉ đạo" in passage.plain or "BCĐ" in passage.plain else ():
        for named in passage.matches:
            if named.start == match.end() and any(e.type == "Ministry" for e in named.entries):
                return steering_committee(unit_of(next(e for e in named.entries if e.type == "Ministry")))
        ministry = passage.context.named.get("bộ") if match["its"] else None
        if ministry:
            return steering_committee(ministry)
    return None


def steering_committee(ministry: Unit) -> Unit:
    """The steering committee for reform of a ministry, which has one of its own."""
    name_en = f"Steering Committee for Administrative Reform of the {ministry.name_en or ministry.name}"
    return Unit(
        f"{ministry.path}/ban-chi-dao-cchc",
        f"Ban Chỉ đạo CCHC {ministry.name}",
        "SteeringCommittee",
        ministry.path,
        name_en,
    )


def ministry_before(passage: Passage, position: int) -> Unit | None:
    """The one ministry that a sentence names before a place."""
    named = [e for m in passage.matches if m.end <= position for e in m.entries if e.type == "Ministry"]
    return unit_of(named[0]) if named and all(e.path == named[0].path for e in named) else None
