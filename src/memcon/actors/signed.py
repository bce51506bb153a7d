"""Notes of who wrote a report: "(Reporting by ...; Editing by ...)"."""

from functools import cache

from memcon.actors import tables
from memcon.actors.page import Page
from memcon.actors.phrases import Phrases


@cache
def _openers() -> Phrases[None]:
    return Phrases(((words, None) for words in tables.toml("offices")["signed"]["openers"]), cased=False)


def signed(page: Page) -> set[int]:
    """Give the atoms that stand in such notes: from the opening words to the bracket's end, else that of the block."""
    found: set[int] = set()
    i = 0
    while i < page.size:
        if _openers().at(page, i) is None or (i > 0 and page.words[i - 1] not in "(;.,[" and page.block[i] == page.block[i - 1]):
            i += 1
            continue
        k = i
        while k < len(page) and page.block[k] == page.block[i] and page.words[k] not in ")]":
            found.add(k)
            k += 1
        i = max(k, i + 1)
    return found
