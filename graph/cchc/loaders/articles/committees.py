"""The steering committees for reform that ministries have of their own."""

from __future__ import annotations

import re

from cchc.claims import Unit

STEERING = r"(?:[Bb]an [Cc]hỉ đạo|BCĐ)"
"""What the name of a steering committee begins with, as people write it."""
COMMITTEE = rf"{STEERING}(?:\s+(?:CCHC|[Cc]ải cách hành chính))?"
"""The committee for reform."""
BARE_COMMITTEE = re.compile(rf"{COMMITTEE}(?:\s+(?:của\s+)?Bộ)?")
"""The committee, not said whose it is."""


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
