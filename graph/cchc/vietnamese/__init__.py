"""Vietnamese text: normal form, folding, slugs, collation, numbers and dates."""

from cchc.vietnamese.collation import sort_key
from cchc.vietnamese.text import fingerprint, fold, nfc, same_tone_place, slug, unmarked

__all__ = ["fingerprint", "fold", "nfc", "same_tone_place", "slug", "sort_key", "unmarked"]
