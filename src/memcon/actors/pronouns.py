"""Whom "he", "she", "they" mean: the persons of before by gender, distance, role and the bounds of the clause."""

from dataclasses import dataclass
from functools import cache
from itertools import islice

from memcon.actors import tables
from memcon.actors.discourse import Discourse, Heard
from memcon.actors.drafts import Draft, Found
from memcon.actors.page import Page
from memcon.actors.quoted import quoted

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
_IT = frozenset({"it", "its", "itself"})
_REACH = 3  # Sentences back.
_DISTANCE = (60, 50, 25, 10)
_ROLE = {"subject": 40, "object": 15, "oblique": 10, "possessor": 20, "other": 10}
_CLAUSES = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis", "csubj", "conj", "ROOT", "root"})


@cache
def _reciprocal() -> frozenset[str]:
    return frozenset(tables.toml("offices")["groups"]["reciprocal"])


@cache
def _speech() -> frozenset[str]:
    return frozenset(tables.toml("names")["evidence"]["speech"])


@cache
def _transferring() -> frozenset[str]:
    return frozenset(tables.toml("offices")["groups"]["transferring"])


@dataclass(frozen=True, slots=True)
class _Place:
    token: int
    sentence: int
    role: str
    quoted: bool


class Pronouns:
    """Resolves pronouns of the third person.

    A scored choice in the manner of Lappin and Leass (1994): nearness and grammatical role are weighed, gender and the
    bounds of the clause decide who may be meant at all. Weights were set by hand on readouts and wire reports.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._quoted = quoted(page)

    def is_pronoun(self, i: int) -> bool:
        """Tell whether an atom is a pronoun that this rule resolves."""
        word = self._page.lower[i]
        return word in _HE or word in _SHE or word in _THEY or (word in _IT and self._it_acts(i))

    def _it_acts(self, i: int) -> bool:
        """Tell whether "it" does what only a state or body does: speaks, or owns a statement ("it said", "its website")."""
        page, token = self._page, self._page.token[i]
        if page.lower[i] == "its":
            return page.dep[token] == "nmod:poss"
        return page.dep[token] == "nsubj" and page.lemma[page.head[token]] in _speech()

    def resolve(self, i: int, discourse: Discourse, later: list[Found]) -> Found | None:
        """Give whom a pronoun means, None where nobody fits; `later` are the names behind it in its sentence."""
        page = self._page
        token = page.token[i]
        place = _Place(token, page.sentence[token], discourse.role(token), self._quoted[i])
        word = page.lower[i]
        if word in _IT:
            body = self._body(place, discourse)
            return Found(page.start[i], page.end[i], i, (body,), "pronoun", "pronoun") if body else None
        actors = self._plural(place, discourse) if word in _THEY else self._single(place, "m" if word in _HE else "f", discourse, later)
        return Found(page.start[i], page.end[i], i, actors, "pronoun", "pronoun") if actors else None

    def _single(self, place: _Place, gender: str, discourse: Discourse, later: list[Found]) -> tuple[Draft, ...]:
        sure = self._governed(place, gender, discourse)
        if sure is not None:
            return (sure,)
        best: tuple[float, Draft] | None = None
        barred = self._barred(place, discourse)
        for order, heard in enumerate(discourse.back(place.sentence, _REACH)):
            draft = heard.one
            if draft is None or heard.found.rule == "first person":
                continue
            if draft.kind not in ("person", "unnamed") or draft.gender not in ("", gender) or id(draft) in barred:
                continue
            score = self._score(place, heard, draft, gender) - 0.1 * order
            if best is None or score > best[0]:
                best = (score, draft)
        ahead = self._ahead(place, gender, later, barred)
        known = ahead is not None and any(heard.one is ahead for heard in discourse.around())
        if ahead is not None and (best is None or self._idiom(place) or (known and self._fronted(place))):
            return (ahead,)
        return (best[1],) if best else ()

    def _body(self, place: _Place, discourse: Discourse) -> Draft | None:
        """Give the state or body that "it" means: the subject of this sentence or the one before, else the last named."""
        best: tuple[float, Draft] | None = None
        for order, heard in enumerate(discourse.back(place.sentence, 1)):
            if heard.one is None or heard.one.kind not in ("state", "organisation") or heard.found.kind in ("nationality", "place"):
                continue
            score = _DISTANCE[place.sentence - heard.sentence] + _ROLE[heard.role] - 0.1 * order
            if best is None or score > best[0]:
                best = (score, heard.one)
        return best[1] if best else None

    def _governed(self, place: _Place, gender: str, discourse: Discourse) -> Draft | None:
        """Give whom the verb or a coordination decides on: "thanked Biden for his support", "met Duque and his cabinet"."""
        page, here = self._page, place.token
        if page.dep[here] != "nmod:poss":
            return None
        for _ in range(4):
            link, above = page.dep[here], page.head[here]
            if above == here:
                return None
            if link == "conj" or (link.startswith("obl") and page.lemma[above] in _transferring()):
                wanted = above if link == "conj" else self._object(above)
                for heard in discourse.back(place.sentence, 0):
                    fits = heard.one is not None and heard.one.kind in ("person", "unnamed") and heard.one.gender in ("", gender)
                    if fits and page.token[heard.atom] < place.token and discourse.top(page.token[heard.atom]) == wanted:
                        return heard.one
                return None
            here = above
        return None

    def _object(self, verb: int) -> int:
        page = self._page
        return next((t for t in range(verb + 1, min(verb + 12, len(page.head))) if page.head[t] == verb and page.dep[t] == "obj"), -1)

    def _idiom(self, place: _Place) -> bool:
        """Tell whether the pronoun stands in "for his part", which means the subject that follows."""
        lemma = self._page.lemma
        return place.token + 1 < len(lemma) and lemma[place.token + 1] in ("part", "turn") and lemma[place.token - 1] in ("for", "in", "on")

    def _score(self, place: _Place, heard: Heard, draft: Draft, gender: str) -> float:
        score = _DISTANCE[min(place.sentence - heard.sentence, _REACH)] + _ROLE[heard.role]
        score += 15 if heard.role == place.role else 0
        score += 5 if draft.gender == gender else 0
        score -= 15 if draft.kind == "unnamed" else 0
        return score

    def _barred(self, place: _Place, discourse: Discourse) -> set[int]:
        """Give who cannot be meant: the fellow argument of the same verb ("Putin told him"), the speaker of a quotation."""
        page, barred = self._page, set[int]()
        if page.dep[place.token] == "nmod:poss":
            return barred
        verb = self._clause(place.token)
        subject = self._subject(verb)
        for heard in discourse.back(place.sentence, 0):
            top = discourse.top(page.token[heard.atom])
            if top != place.token and (top == subject or (page.head[top] == verb == page.head[place.token])):
                barred |= {id(d) for d in heard.found.actors}
        return barred

    def _subject(self, verb: int) -> int:
        """Give the subject of a verb, that of the verb it is coordinated with where it has none ("spoke and thanked him")."""
        page = self._page
        for _ in range(6):
            for token in range(max(0, verb - 60), verb):
                if page.head[token] == verb and page.dep[token] in ("nsubj", "nsubj:pass"):
                    return token
            if page.dep[verb] not in ("conj", "xcomp", "advcl") or page.head[verb] == verb:
                break
            verb = page.head[verb]
        return -1

    def _clause(self, token: int) -> int:
        page = self._page
        here: int = page.head[token]
        for _ in range(20):
            if page.dep[here] in _CLAUSES or page.head[here] == here or page.pos[here] == "VERB":
                break
            here = page.head[here]
        return here

    def _fronted(self, place: _Place) -> bool:
        """Tell whether the pronoun stands in a phrase before the main clause: "In his speech, Putin said"."""
        page, here = self._page, place.token
        steps = 0
        while page.head[here] != here and steps < 20:
            if page.dep[here] in ("obl", "advcl") and page.head[page.head[here]] == page.head[here] and page.head[here] > place.token:
                return True
            here = page.head[here]
            steps += 1
        return False

    def _ahead(self, place: _Place, gender: str, later: list[Found], barred: set[int]) -> Draft | None:
        """Give the subject behind a fronted phrase."""
        page = self._page
        for found in later:
            token = page.token[found.head]
            if page.sentence[token] != place.sentence:
                return None
            draft = found.actors[0]
            if len(found.actors) == 1 and draft.kind == "person" and draft.gender in ("", gender):
                return draft
        return None

    def _plural(self, place: _Place, discourse: Discourse) -> tuple[Draft, ...]:
        """Give whom "they" means: the last plural or coordination, else the two persons of the clause before."""
        page = self._page
        reciprocal = page.lemma[page.head[place.token]] in _reciprocal()
        best: tuple[float, tuple[Draft, ...]] | None = None
        for order, heard in enumerate(discourse.back(place.sentence, 1)):
            joined = self._coordination(place, discourse, order, heard) if len(heard.found.actors) < 2 else (heard.found.actors, heard.role)
            if joined is None and not self._collective(place, heard):
                continue
            if reciprocal and joined is None and heard.found.actors[0].country is None:
                continue  # "told reporters that they had discussed trade": not the reporters.
            actors, role = joined or (heard.found.actors, heard.role)
            score = _DISTANCE[place.sentence - heard.sentence] + _ROLE[role] - 0.1 * order
            if best is None or score > best[0]:
                best = (score, actors)
        if best is not None:
            return best[1]
        return self._two(place, discourse) if reciprocal or self._met_before(place, discourse) else ()

    def _coordination(self, place: _Place, discourse: Discourse, order: int, last: Heard) -> tuple[tuple[Draft, ...], str] | None:
        """Give the actors and the role of a coordination that ends at a mention ("Turkey and Israel"), None where none does."""
        page = self._page
        chain = [last]
        for heard in islice(discourse.back(place.sentence, 1), order + 1, order + 8):
            end = page.atoms_of(heard.found.start, heard.found.end)[1]
            first = page.atoms_of(chain[-1].found.start, chain[-1].found.end)[0]
            between = [w for w in page.lower[end:first] if w != "the"]
            if between not in (["and"], ["&"], [","], [",", "and"]) or (len(chain) == 1 and "and" not in between and "&" not in between):
                break
            chain.append(heard)
        actors = tuple(dict.fromkeys(d for h in reversed(chain) for d in h.found.actors))
        return (actors, chain[-1].role) if len(actors) > 1 else None

    def _met_before(self, place: _Place, discourse: Discourse) -> bool:
        """Tell whether the sentence before told of two who did something together: "Kishida met Yoon. They were joined by ..."."""
        page = self._page
        if place.role != "subject":
            return False
        subjects = [h for h in discourse.back(place.sentence, 1) if h.role == "subject" and h.sentence == place.sentence - 1]
        return any(page.lemma[page.head[discourse.top(page.token[h.atom])]] in _reciprocal() for h in subjects)

    def _collective(self, place: _Place, heard: Heard) -> bool:
        """Tell whether one actor may be "they": a group, or a body that acts in the same sentence ("Hamas has not said they")."""
        kind = heard.found.actors[0].kind
        return kind == "group" or (kind == "organisation" and heard.sentence == place.sentence and heard.role == "subject")

    def _two(self, place: _Place, discourse: Discourse) -> tuple[Draft, ...]:
        """Give the two persons last spoken of: "Putin met Assad at the Kremlin, where they discussed Syria"."""
        found: list[Draft] = []
        for heard in discourse.back(place.sentence, 1):
            for draft in reversed(heard.found.actors):
                if draft.kind == "person" and draft not in found and all(d.country != draft.country for d in found):
                    found.append(draft)
            if len(found) >= 2:
                return tuple(reversed(found[:2]))
        return ()
