"""The normal form of text: decided once, at reading, before any offset is counted.

- CR LF, CR, NEL, line and paragraph separators, vertical tabs and form feeds become LF.
- A byte order mark at the beginning is dropped; NUL and the other control characters of ASCII (tab aside) are dropped.
- A lone surrogate (JSON can hold one) becomes U+FFFD, because UTF-8 cannot write it and the text is hashed as UTF-8.
- White space at both ends is dropped.

Everything else stays as it was written: no-break spaces, zero-width characters, composed and decomposed letters, emoji,
right-to-left marks, runs of spaces. A quote therefore is what the source has.
"""

import re

_BREAKS = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def normal(text: str) -> str:
    """Bring text into the normal form.

    >>> normal("Talks in Oslo\\r\\nThey met.\\r\\n")
    'Talks in Oslo\\nThey met.'
    """
    text = _BREAKS.sub("\n", text.removeprefix("\ufeff"))
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text)).strip()


def one_line(text: str) -> str:
    """Bring a title into the normal form: on one line.

    >>> one_line("Talks\\n  in Oslo ")
    'Talks in Oslo'
    """
    return re.sub(r"\s*\n\s*", " ", normal(text))
