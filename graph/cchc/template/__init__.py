"""Sheets to fill in: the results of one edition, with its units, components and maxima, that load as they are."""

from cchc.template.form import Form, form
from cchc.template.sheet import sheet

__all__ = ["Form", "form", "sheet"]
