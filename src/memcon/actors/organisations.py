"""Organisations that the name finder knows and no table does: companies, agencies, papers, parties."""

from memcon.actors.drafts import Draft, Found
from memcon.actors.gazetteer import Gazetteer
from memcon.actors.page import Page
from memcon.actors.spelling import name_words

_LONGEST = 12  # Atoms.


def find_organisations(page: Page, gazetteer: Gazetteer, taken: set[int]) -> list[Found]:
    """Give the mentions of organisations by the name finder; `taken` are atoms that other mentions hold.

    A state in the name is the one it acts for ("Bank of Japan"), and an organisation that begins with "the" loses it.
    """
    found: list[Found] = []
    drafts: dict[tuple[str, ...], Draft] = {}
    i = 0
    while i < page.size:
        if page.entity[page.token[i]] != "ORG" or not page.words[i].isalnum():
            i += 1
            continue
        end = _end(page, i)
        first = i + (page.lower[i] == "the")
        lone = end - first == 1 and page.first[first] and page.words[first] not in page.inner
        if first < end and page.capital[first] and not lone and not any(k in taken for k in range(first, end)):
            draft = _draft(page, gazetteer, drafts, first, end)
            found.append(Found(page.start[first], page.end[end - 1], end - 1, (draft,), "name", "organisation"))
        i = max(end, i + 1)
    return found


def _end(page: Page, i: int) -> int:
    """Give the end of the name that begins at `i`."""
    k = i + 1
    while k < len(page) and k - i < _LONGEST and page.entity[page.token[k]] == "ORG" and page.block[k] == page.block[i]:
        if page.begins[page.token[k]] and page.token[k] != page.token[k - 1]:
            break
        k += 1
    while k > i + 1 and (not page.words[k - 1].isalnum() or (page.lower[k - 1] == "s" and page.words[k - 2] == "'")):
        k -= 1
    return k


def _draft(page: Page, gazetteer: Gazetteer, drafts: dict[tuple[str, ...], Draft], first: int, end: int) -> Draft:
    said = page.said(first, end)
    key = name_words(said)
    if key not in drafts:
        states = [n.entry.code for n in (gazetteer.from_.get(k) for k in range(first, end)) if n is not None and n.entry.code and n.entry.kind != "region"]
        drafts[key] = Draft(said, "organisation", states[0] if states else None, True)
    return drafts[key]
