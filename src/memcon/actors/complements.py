"""What follows an office and belongs to it: "of Foreign Affairs of Ukraine", "for International Economics", "to Russia"."""

from functools import cache

from memcon.actors import tables
from memcon.actors.gazetteer import Gazetteer, Named
from memcon.actors.page import Page
from memcon.actors.phrases import Phrases

_MOST = 9  # Atoms behind "of": the National Security and Defense Council of Ukraine.


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(tables.toml("offices")["phrases"][part])


@cache
def _domains() -> Phrases[None]:
    return Phrases(((d, None) for d in tables.toml("offices")["phrases"]["domains"]), cased=False)


class Complements:
    """Reads the complements of offices on a page."""

    def __init__(self, page: Page, gazetteer: Gazetteer) -> None:
        self._page = page
        self._gazetteer = gazetteer

    def read(self, end: int, classes: frozenset[str], plural: bool) -> tuple[int, list[Named]]:
        """Go right over "of Foreign Affairs of Ukraine", "of the European Commission", "for Syria", "to Russia"."""
        page, i, named = self._page, self._and(end), list[Named]()
        while i + 2 < len(page) and page.lower[i] in _words("for") and page.block[i] == page.block[i + 1]:
            linking = page.lower[i]
            if linking in ("to", "on", "in") and not classes & {"envoy", "adviser", "head", "speaker"}:
                break
            stop, place = self._step(i, linking, classes, plural)
            if stop == i:
                break
            i = stop
            if place is not None:
                named.append(place)
                i = self._more(i, named) if plural and i == place.end else i
        return i, named

    def _step(self, i: int, linking: str, classes: frozenset[str], plural: bool) -> tuple[int, Named | None]:
        """Read one phrase that the preposition at `i` begins: its end (`i` where it is no complement) and the state it is of."""
        page = self._page
        j = i + 1 + (page.lower[i + 1] == "the")
        place = self._gazetteer.from_.get(j)
        if place is not None and place.entry.kind == "nationality":
            body = self._foreign_body(place.end) or self._national_body(place.end)
            if body:
                return body, place
        elif place is not None and place.entry.kind not in ("people", "regional"):
            return self._place(i, linking, place, classes)
        domain = _domains().at(page, i + 1) or _domains().at(page, j)
        stop = self._and(domain[0] if domain else self._body(j))
        if stop == j:
            stop = self._before_name(j)
        if stop == j and linking == "of" and not plural:
            stop = self._unknown(j)
        inside = self._inside(j, stop)
        if inside is not None and domain is None and linking == "of":
            return stop, inside
        return (i if stop == j or (domain is None and linking == "in") else stop), None

    def _inside(self, start: int, stop: int) -> Named | None:
        """Give the state that a body's name ends with: "President of the Assembly of the Republic of North Macedonia"."""
        ends = (self._gazetteer.from_.get(k) for k in range(start + 1, stop))
        return next((n for n in ends if n is not None and n.end == stop and n.entry.kind in ("state", "body") and n.entry.code), None)

    def _place(self, i: int, linking: str, place: Named, classes: frozenset[str]) -> tuple[int, Named | None]:
        """Read "of Ukraine", "of Ukraine's foreign ministry", "to Russia", "for EU relations"; only some say whose the office is."""
        page = self._page
        if linking == "in":
            return i, None
        if page.possessive(place.end):
            body = self._national_body(page.after_possessive(place.end))
            return (body, place) if body else (i, None)
        if linking in ("at", "from", "with") and (place.entry.kind not in ("body", "seat") or "leader" in classes):
            return i, None
        end = place.end
        while place.entry.kind == "body" and end < len(page) and page.capital[end] and page.lower[end] in _words("body_nouns"):
            end += 1  # "Chairman of the ASEAN Standing Committee"
        if end > place.end:
            return end, place
        own = linking in ("of", "at", "from", "with") or (linking == "for" and "speaker" in classes)
        related = place.end < len(page) and page.lower[place.end] in _words("related")
        return place.end + related, place if own else None

    def _before_name(self, start: int) -> int:
        """Give the end of a capitalised stretch that a person's name follows: "Advisor for International Economics Daleep Singh"."""
        page, i = self._page, start
        while i < len(page) and i - start < 5 and page.capital[i] and page.block[i] == page.block[start] and i not in self._gazetteer.over:
            if page.entity[page.token[i]] == "PERSON":
                return i if page.begins[page.token[i]] else start
            i += 1
        return start

    def _unknown(self, start: int) -> int:
        """Give the end of a name behind "of" that no table has, where no person's name may follow: "governor of Osaka-Fu, "."""
        page, i = self._page, start
        while i < len(page) and i - start < _MOST and (page.capital[i] or page.words[i] == "-") and i not in self._gazetteer.over:
            i += 1
        if any(page.entity[page.token[k]] == "PERSON" for k in range(start, i)):
            return start
        closed = i >= len(page) or page.words[i] in ",.;)" or page.block[i] != page.block[start]
        return i if closed and i - start <= 3 else start

    def _foreign_body(self, start: int) -> int:
        """Give the end of a body called by one foreign word: "President of the Norwegian Storting"."""
        page = self._page
        known = start < len(page) and page.capital[start] and page.lower[start] in _words("body_nouns")
        return start + 1 if known else 0

    def _national_body(self, start: int) -> int:
        """Give the end of a nation's body behind an office: "of the Russian delegation", "for the French finance ministry"."""
        page = self._page
        for k in range(start, min(start + 4, len(page))):
            if page.lower[k] in _words("national_bodies"):
                return k + 1
            if page.lower[k] not in _words("modifiers"):
                break
        return 0

    def _and(self, i: int) -> int:
        """Go over the rest of a double domain: "Foreign Affairs and Trade", "Foreign Affairs and International Cooperation"."""
        page = self._page
        if i + 1 < len(page) and page.lower[i] in ("and", "&") and page.lower[i - 1] in ("affairs", "defense", "defence", "relations"):
            for k in (i + 1, i + 2):
                if k < len(page) and page.capital[k] and page.lower[k] in _words("tails"):
                    return k + 1
        return i

    def _more(self, i: int, named: list[Named]) -> int:
        """Go over the rest of a list: "of Russia, Iran and Turkey"."""
        page = self._page
        while i < len(page) and page.lower[i] in (",", "and", "&"):
            j = i + 1 + (i + 1 < len(page) and page.lower[i + 1] == "and")
            j += j < len(page) and page.lower[j] == "the"
            place = self._gazetteer.from_.get(j)
            if place is None or place.entry.kind in ("nationality", "people") or page.possessive(place.end):
                break
            named.append(place)
            i = place.end
        return i

    def _body(self, start: int) -> int:
        """Give the end of a capitalised body's name, `start` where there is none: "the Office of the President"."""
        page, best, i = self._page, start, start
        while i < len(page) and i - start < _MOST and not (best > start and page.entity[page.token[i]] == "PERSON"):
            if page.capital[i]:
                if page.lower[i] in _words("body_nouns"):
                    best = i + 1
                named = self._gazetteer.from_.get(i)
                if named is not None and best > start and page.lower[i - 1] in ("of", "the"):
                    best = named.end
            elif page.lower[i] not in ("of", "the", "and", "for", "&", "-"):
                break
            i += 1
        return best
