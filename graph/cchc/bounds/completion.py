"""When units can be done that are taken as they come, while they become fewer."""

from __future__ import annotations

_NONE = -(1 << 60)


class Completion:
    """The slot by which units can be done at the earliest: the largest s - 1 + (units that start at s or later).

    Looked at are the slots ``starts`` (ascending) up to a limit, which only falls; ``units`` are those that start at
    each. A tournament between the slots that keeps of each match only how far the later side is ahead. A unit that
    goes takes one from all slots up to its own, so each match on the way from there to the final changes by one or not
    at all: a unit goes, and the limit passes a slot, in the logarithm of the slots.
    """

    def __init__(self, starts: list[int], units: list[int]) -> None:
        width = 1
        while width < len(starts):
            width *= 2
        best = [_NONE] * (2 * width)
        later = 0
        for place in range(len(starts) - 1, -1, -1):
            later += units[place]
            best[width + place] = starts[place] - 1 + later
        ahead = [0] * width
        for match in range(width - 1, 0, -1):
            early, late = best[2 * match], best[2 * match + 1]
            ahead[match] = late - early
            best[match] = late if late > early else early
        self.value = best[1]
        """Far below 0 where no slot is left."""
        self._starts, self._ahead, self._width = starts, ahead, width
        self._left = len(starts)
        self.last = starts[-1] if starts else 0
        """The last slot that is looked at."""

    def remove(self, place: int, number: int) -> None:
        """``number`` units go that start at the slot at this place."""
        if place >= self._left:
            self.value -= number
            return
        ahead = self._ahead
        at = self._width + place
        # By how much the best on this side of a match falls. An early side wholly before the slot falls by ``number``.
        fallen = number
        while at > 1:
            if at & 1:
                at >>= 1
                if fallen != number:
                    before = ahead[at]
                    ahead[at] = after = before + number - fallen
                    fallen = number if after <= 0 else fallen if before >= 0 else number - after
            else:
                at >>= 1
                if fallen:
                    before = ahead[at]
                    ahead[at] = after = before + fallen
                    if after > 0:
                        fallen = 0 if before >= 0 else -before
        self.value -= fallen

    def limit(self, slot: int) -> None:
        """No slot after this one is looked at any more."""
        while self.last > slot:
            self._left -= 1
            self.last = self._starts[self._left - 1] if self._left else 0
            self._drop(self._width + self._left)

    def _drop(self, at: int) -> None:
        """The last slot goes."""
        ahead = self._ahead
        while at > 1 and not at & 1:
            at >>= 1
        if at == 1:
            self.value = _NONE
            return
        at >>= 1
        fallen = ahead[at]
        ahead[at] = _NONE
        # Those before it are as they were, and so are all matches that it would not have won.
        while fallen > 0 and at > 1:
            late = at & 1
            at >>= 1
            before = ahead[at]
            if late:
                after = ahead[at] = before - fallen
                fallen = before if after < 0 else fallen
            else:
                after = ahead[at] = before + fallen
                fallen = -before if after > 0 else fallen
        if fallen > 0:
            self.value -= fallen
