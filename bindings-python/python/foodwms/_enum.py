"""What every closed set of names is."""

import sys
from typing import Literal, Union

from foodwms import _native

Language = Union[Literal["hu"], Literal["en"]]

if sys.version_info >= (3, 11):
    from enum import StrEnum
else:
    from enum import Enum

    class StrEnum(str, Enum):
        __str__ = str.__str__
        __format__ = str.__format__


class Word(StrEnum):
    """A name of a closed set: the text that goes over the wire."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class Labelled(Word):
    """A name of a closed set that people read."""

    def label(self, language: Language = "en") -> str:
        """What people read."""
        return _native.label(type(self).__name__, self.value, language)
