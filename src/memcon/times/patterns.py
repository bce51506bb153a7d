"""The language in which rules are written, compiled to regular expressions over codes.

`the? which=<which> unit=<calendar_unit>` reads: the word "the" or nothing, a word of the class `which` kept under that
name, a word of the class `calendar_unit`. Words stand for themselves, `<name>` for a class of the tables, of the shapes
(`shapes.NUMBERS`) or a macro (`MACROS`), `name=` names what follows (the same name may stand in several alternatives), and ( | ) ? * + {m,n} and (?! (?= (?<! mean
what they mean in regular expressions; blanks mean nothing.
"""

import re

from memcon.errors import DataError
from memcon.times.lexicon import Lexicon
from memcon.times.shapes import NUMBERS

MACROS = {
    "numeral": "(?:<cardinal>|<scale>)(?:-?(?:<cardinal>|<scale>)|and(?:<cardinal>|<scale>)){0,5}",
    "count": "(?:<digits><fraction>|<fraction>|<digits>(?:<scale>)?|<numeral>(?:and a half)?|half (?:an|a)|(?:an|a) (?:<scale>)?|another|<vague_number>)",
    "ordinal_number": "(?:<nth>|twenty-<ordinal>|thirty-<ordinal>|<ordinal>)",
    "month_name": "<month> .?",
    "year_written": "(?:<year>|<short_year>|<year_words>)",
    "year_words": "(?:nineteen|twenty|eighteen) (?:-?<tens>(?:-?<cardinal>)?|hundred|<teens>)|two thousand (?:(?:and)? <cardinal>)?",
}
"""Patterns with a name, in the same language."""

_PIECE = re.compile(
    r"(?P<blank>\s+)|(?P<look>\(\?[:=!]|\(\?<[=!])|(?P<name>[a-z]+\d?=)|<(?P<klass>[a-z_]+)>|(?P<word>[a-zA-Z]+)"
    r"|(?P<repeat>\{\d+,\d+\})|(?P<regex>[()|?*+$])|\\(?P<literal>.)|(?P<mark>.)"
)


def compile_pattern(source: str, lexicon: Lexicon) -> re.Pattern[str]:
    """Compile a rule's pattern.

    Raises:
        DataError: the pattern names a class that does not exist.
    """
    return re.compile(translate(source, lexicon))


def translate(source: str, lexicon: Lexicon) -> str:
    """Turn a pattern into a regular expression over codes."""
    out: list[str] = []
    times: dict[str, int] = {}
    name = ""
    for match in _PIECE.finditer(source):
        kind, piece = match.lastgroup, match.group()
        if kind == "blank":
            continue
        if kind == "name":
            name = piece[:-1]
            continue
        made = _class(match["klass"], lexicon) if kind == "klass" else _plain(kind or "", piece, lexicon)
        if name:
            times[name] = times.get(name, 0) + 1
            name = name if times[name] == 1 else f"{name}_{times[name]}"
            made = f"(?P<{name}>{made})" if kind in ("klass", "word") else f"(?P<{name}>"
        elif piece == "(":
            made = "(?:"
        name = ""
        out.append(made)
    return "".join(out)


def _plain(kind: str, piece: str, lexicon: Lexicon) -> str:
    if kind == "word":
        return lexicon.learn(piece)
    if kind in ("mark", "literal"):
        return re.escape(piece[-1])
    return piece


def _class(name: str, lexicon: Lexicon) -> str:
    if name == "known":
        return "[\ue000-\uf8ff]"
    if name in NUMBERS:
        return f"[{NUMBERS[name]}]"
    if name in MACROS:
        return f"(?:{translate(MACROS[name], lexicon)})"
    if name in lexicon.classes:
        return lexicon.pattern(name)
    raise DataError(f"a rule of memcon.times names the class <{name}>, which no table has")
