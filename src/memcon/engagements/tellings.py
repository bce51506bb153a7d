"""Makes a telling of each trigger: who, what kind, which status, when, where, and whether it points back."""

from dataclasses import dataclass, replace

from memcon.engagements import attendance, dating, following, hosts, parties, places, separate, status, titled, triggers
from memcon.engagements.lexicon import words_of
from memcon.engagements.phrase import bare_partner, base, carries, case_of, noun_phrase
from memcon.engagements.scene import Scene, Token
from memcon.engagements.telling import AHEAD, Party, Telling, Trigger
from memcon.record import Span, Status, Timex

_POINTING = frozenset({"the", "this", "that", "these", "those", "their", "both"})
_OTHER = frozenset({
    "previous", "earlier", "last", "another", "second", "third", "fourth", "fifth", "next", "past", "prior", "former", "recent",
    "future", "upcoming", "separate", "subsequent", "follow-up", "first", "previously", "preceding", "later",
})  # fmt: skip


_MOST = 40
"""Triggers of one sentence that are read; more stand only in what is no sentence, and each is weighed against the others."""
_COUNTED = frozenset({"another", "second", "third", "fourth", "fifth", "first", "recent"})


def find(scene: Scene) -> list[Telling]:
    """Give the tellings of a report in the order of its text."""
    found = list(triggers.find(scene))
    by_sentence: dict[int, list[Token]] = {}
    kept = []
    for trigger in found:
        near = by_sentence.setdefault(trigger.token.sent.start, [])
        if len(near) < _MOST:
            near.append(trigger.token)
            kept.append(trigger)
    published = scene.published or None
    told = []
    for order, trigger in enumerate(kept):
        telling = _telling(scene, trigger, by_sentence[trigger.token.sent.start], order, published)
        if telling is not None:
            told += [part for one in hosts.split(scene, telling) for part in separate.split(one)]
    return following.date(told)


def _telling(scene: Scene, trigger: Trigger, near: list[Token], order: int, published: str | None) -> Telling | None:
    place = places.find(scene, trigger, near)
    took_part = attendance.listed(scene, trigger.token) if trigger.noun else []
    who = parties.find(scene, trigger, took_part)
    if trigger.kind == "visit":
        who = hosts.complete(scene, trigger, who, place)
    state, cue = status.find(scene, trigger)
    when = _when(scene, trigger, near, (state, cue), published)
    block = scene.block_of(trigger.token.idx)
    where = block.kind if block is not None else "paragraph"
    sent = trigger.token.sent
    statement = scene.statement_at(trigger.token.idx)
    telling = Telling(
        trigger=trigger,
        span=_words(scene, trigger.token),
        sentence=scene.span(sent.start_char, sent.end_char),
        kind=trigger.kind,
        parties=who,
        status=when.status,
        where=where,
        order=order,
        anaphoric=_only_counts(trigger) or _goes_with(trigger, near) or (_points_back(scene, trigger, who) and not (where == "title" and who)),
        other=_is_other(scene, trigger, when.time),
        weak=trigger.word.weak,
        background=_is_background(trigger),
        past=_is_past(trigger),
        purpose=status.is_purpose(trigger),
        counted=_only_counts(trigger),
        attendance=bool(took_part),
        untensed=trigger.noun and when.cue == status.NO_CUE and not (trigger.token.head.pos_ == "VERB" and carries(trigger.token.head)),
        transcript=titled.is_transcript(scene, trigger.token),
        time=when.time,
        date=when.date,
        date_reason=when.reason or None,
        place=place,
        reported_by=statement.speakers if statement is not None else (),
    )
    telling.why = {"kind": f"“{telling.span.quote}”", "status": when.cue}
    return telling


def _is_past(trigger: Trigger) -> bool:
    """Tell whether the verb of a telling stands in the past: "On March 10 the two ministers met"."""
    here = trigger.token
    while here.pos_ not in ("VERB", "AUX") and here.head.i != here.i:
        here = here.head
    return any("Past" in t.morph.get("Tense") and "Fin" in t.morph.get("VerbForm") for t in (here, *here.children) if t.i == here.i or base(t) == "aux")


@dataclass(frozen=True, slots=True)
class _When:
    """The time of a telling, the date that it means, and the status, which a date of the future may change."""

    time: Timex | None
    date: str | None
    reason: str
    status: Status
    cue: str


def _when(scene: Scene, trigger: Trigger, near: list[Token], told: tuple[Status, str], published: str | None) -> _When:
    """Date a telling, given its status and the words that decided it."""
    state, cue = told
    time = dating.find(scene, trigger, near, published if state in AHEAD else None)
    partner = bare_partner(trigger.token) if time is None and not trigger.noun else None
    if partner is not None:  # "On Tuesday he is to have lunch with Li and meet with Zhao": one day for both
        time = dating.find(scene, replace(trigger, token=partner), near, None)
    if time is not None and state in ("cancelled", "denied") and not trigger.token.is_ancestor(scene.token_at(time.span.start)):
        time = None  # "on Thursday cancelled a planned summit": the day of the cancelling
    if time is not None and state == "cancelled" and published and (later := _was_planned_for(scene, time, published)) is not None:
        return _When(time, later, f"“{time.span.quote}”, for which it had been planned", state, cue)
    if time is not None and state == "cancelled" and published and time.edtf and time.edtf[:10] <= published[: len(time.edtf[:10])]:
        time = None  # "cancelled a visit to Denmark on Tuesday": what is past is the cancelling
    if time is None and state == "cancelled" and published:
        sent = trigger.token.sent
        for named in scene.times_of(sent.start_char, sent.end_char):
            if (later := _was_planned_for(scene, named, published)) is not None:
                return _When(named, later, f"“{named.span.quote}”, for which it had been planned", state, cue)
    if time is None and published and titled.is_transcript(scene, trigger.token):
        return _When(None, published[:10], "the day on which the transcript was published", state, cue)
    if time is None:
        return _When(None, None, "", state, cue)
    if state == "held" and _announces(scene, trigger, time, published):
        state, cue = "planned", f"present tense, and “{time.span.quote}” of the week to come"
    date, reason = dating.edtf(time, state, published)
    days = dating.interval(scene, time)
    if days:
        return _When(time, days, f"“{time.span.quote}” and the day that ends or begins the range", state, cue)
    if state == "held" and date and published and dating.lies_after(date, published):
        if _is_past(trigger):
            date, reason = dating.last_before(time, date, published)
        if dating.lies_after(date, published):
            state, cue = "planned", f"{date} lies after publication"
    return _When(time, date, reason, state, cue)


def _was_planned_for(scene: Scene, time: Timex, published: str) -> str | None:
    """Give the day for which something cancelled had been planned: "canceled a meeting that had been scheduled for Tuesday"."""
    first = scene.token_at(time.span.start)
    near = {str(t.lemma_).lower() for t in scene.doc[max(first.i - 3, first.sent.start) : first.i]}
    if not near & words_of("status", "governors", "planned"):
        return None
    return next((t for t in (time.edtf, *time.alternatives) if t and t >= published[: len(t)]), None)


def _announces(scene: Scene, trigger: Trigger, time: Timex, published: str | None) -> bool:
    """Tell whether the present tense announces: "They meet separately Monday with Albright" (published on a Friday)."""
    if trigger.noun or not published or not time.alternatives:
        return False
    token = trigger.token
    block = scene.block_of(token.idx)
    present = token.tag_ in ("VBP", "VBZ", "VB") and not any(base(c) in ("aux", "mark") for c in token.children)
    return present and (block is None or block.kind == "paragraph") and any(a >= published[:10] for a in time.alternatives)


def _words(scene: Scene, token: Token) -> Span:
    """Give the trigger with its support verb, modifiers and particle: "had a meeting", "telephone conversation"."""
    first = last = token.i
    for child in token.children:
        if base(child) in ("compound", "amod") and first - child.i <= 2 and child.i < first:
            first = child.i
    return scene.span(scene.doc[first].idx, scene.doc[last].idx + len(scene.doc[last]))


def _points_back(scene: Scene, trigger: Trigger, who: list[Party]) -> bool:
    """Tell whether a noun only points to an engagement told of before: "during the conversation", "their meeting"."""
    if not trigger.noun:
        return False
    first, _ = noun_phrase(trigger.token)
    determiners = {t.lower_ for t in scene.doc[first : trigger.token.i] if base(t) == "det" or t.dep_ == "nmod:poss"}
    named = [p for p in who if scene.text[p.span.start : p.span.end].lower() not in ("their", "his", "her", "its", "our", "they", "he", "she")]
    if len({p.actor for p in named}) >= 2 and any(p.span.start > trigger.token.idx for p in named):
        return False
    if trigger.kind == "summit" and _opens(trigger.token) and any(scene.actors[p.actor].kind == "organisation" for p in named):
        return False  # "The BRICS summit opened in Kazan": the article belongs to the name
    bare = not determiners and len(who) < 2
    return bool(determiners & _POINTING) or bare


def _goes_with(trigger: Trigger, near: list[Token]) -> bool:
    """Tell whether a noun only says what kind of journey its verb tells of: "traveled to Poland on a three-day trip"."""
    token = trigger.token
    return trigger.noun and trigger.kind == "visit" and base(token) in ("obl", "nmod") and any(
        o.i != token.i and o.pos_ == "VERB" and str(o.lemma_).lower() in words_of("triggers", "journey", "out") and (o.i == token.head.i or 0 < token.i - o.i < 20) for o in near
    )


def _opens(summit: Token) -> bool:
    """Tell whether a summit is what its clause tells of: it opens, ends, is held, or somebody attends it."""
    verbs = [summit.head, *(c for c in summit.children if base(c) in ("acl", "root"))]
    lemmas = {str(v.lemma_).lower() for v in verbs if v.pos_ == "VERB"}
    return base(summit) in ("nsubj", "obj", "root") and bool(lemmas & (words_of("triggers", "support", "happen") | words_of("triggers", "support", "attend")))


def _is_background(trigger: Trigger) -> bool:
    """Tell whether a noun names an engagement only as what another one follows, prepares or has for a topic."""
    if not trigger.noun:
        return False
    here = trigger.token
    for _ in range(3):
        head = here.head
        if case_of(here) in words_of("status", "adverbs", "ahead_of") or str(head.lemma_).lower() in words_of("status", "governors", "topic"):
            return True
        if head.pos_ == "VERB" or head.i == here.i:
            return False
        here = head
    return False


def _only_counts(trigger: Trigger) -> bool:
    """Tell whether a noun only counts: "the first visit since 2017", "their second summit in a year" (the Guide: no record)."""
    token = trigger.token
    if not trigger.noun or not any(c.lower_ in _COUNTED for c in token.children):
        return False
    behind = token.doc[token.i + 1 : min(token.i + 14, token.sent.end)]
    years = any(t.lower_ == "in" and any(w.lower_ in ("years", "decades", "months") for w in token.doc[t.i + 1 : t.i + 5]) for t in behind)
    return years or any(c.lower_ in ("since", "ever") for c in token.subtree if c.i > token.i)


def _is_other(scene: Scene, trigger: Trigger, time: Timex | None) -> bool:
    """Tell whether the words say that this is another engagement than the one at hand."""
    token = trigger.token
    if trigger.noun and {t.lower_ for t in scene.doc[max(token.i - 3, token.sent.start) : token.i]} >= {"level"}:
        return bool({t.lower_ for t in scene.doc[max(token.i - 4, token.sent.start) : token.i]} & words_of("triggers", "levels", "words"))
    words = _OTHER - _COUNTED if _is_lead(scene, token) else _OTHER
    around = [c for c in token.children if base(c) in ("amod", "advmod", "det", "nmod")]
    if trigger.noun and token.head.pos_ == "VERB":
        around += [c for c in token.head.children if base(c) == "advmod"]
    if time is not None:  # "earlier today" is a time, not another meeting
        around = [c for c in around if not time.span.start <= c.idx < time.span.end and c.i + 1 != scene.token_at(time.span.start).i]
    return any(c.lower_ in words for c in around)


def _is_lead(scene: Scene, token: Token) -> bool:
    """Tell whether a token stands in the title or the first sentence: "his second call" is there the call at hand."""
    block = scene.block_of(token.idx)
    if block is None or block.kind in ("title", "deck"):
        return True
    first = next((b for b in scene.report.blocks if b.kind == "paragraph"), None)
    return first is not None and token.sent.start_char <= first.span.start + 1
