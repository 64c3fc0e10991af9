"""Review by hand: what a person's corrections make of a reading."""

from cchc.review.apply import apply_review, read_records
from cchc.review.held import held_as
from cchc.review.problems import ReviewRefused

__all__ = ["ReviewRefused", "apply_review", "held_as", "read_records"]
