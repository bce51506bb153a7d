"""Components for any spaCy pipeline with a parser of Universal Dependencies, found by spaCy through their entry points.

::

    import spacy

    nlp = spacy.load("en_udv25_englishewt_trf")         # or another pipeline with UD labels and names
    nlp.add_pipe("memcon_engagements", config={"published": "2021-12-08"})
    doc = nlp("President Vladimir Putin spoke by telephone with President Joe Biden on Tuesday.")
    for engagement in doc._.memcon.engagements:
        print(engagement.kind, engagement.date, [doc._.memcon.actor(p.actor).name for p in engagement.participants])
    for span in doc.spans["memcon_times"]:
        print(span.text, span._.memcon.edtf)

Each component puts its findings into `doc.spans` under its own name; `span._.memcon` is the finding, a frozen dataclass of
`memcon.record`. `memcon_times` needs no model at all. `memcon_statements` also adds actors (`doc.spans["memcon_actors"]`), and
`memcon_engagements` adds all. `doc._.memcon` is the whole `Record`. Offsets in it count code points of `doc.text`.

Memcon's own pipeline parses paragraph by paragraph and corrects the names afterwards (`memcon.read`); here the Doc is taken as it
is, so results are as good as the pipeline before it.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from memcon.errors import ModelError
from memcon.language import model_hash, model_name
from memcon.record import Actor, Engagement, Figure, Publication, Record, Statement, Timex, from_json, to_json
from memcon.record import Span as Cut

if TYPE_CHECKING:
    from memcon.actors import Cast
    from memcon.record import Report

Finding = Timex | Statement | Figure | Engagement | Actor
_UD = frozenset({"nsubj", "obj", "obl", "nmod"})


_KEY = "memcon"


def _extend() -> None:
    """Declare the typed extensions, once."""
    if not Doc.has_extension("memcon"):
        Doc.set_extension("memcon", getter=_record, setter=_keep)
    if not Span.has_extension("memcon"):
        Span.set_extension("memcon", getter=_finding)


def _keep(doc: Doc, record: Record) -> None:
    """Keep a record as JSON, so that the Doc can be stored and sent between processes as any other."""
    doc.user_data[_KEY] = to_json(record)


def _record(doc: Doc) -> Record | None:
    data = doc.user_data.get(_KEY)
    return _read(data) if data is not None else None


@lru_cache(maxsize=8)
def _read(data: str) -> Record:
    return from_json(data)


@lru_cache(maxsize=8)
def _by_id(data: str) -> dict[str, Finding]:
    record = _read(data)
    everything: tuple[Finding, ...] = (*record.times, *record.statements, *record.figures, *record.engagements, *record.actors)
    return {f.id: f for f in everything}


def _finding(span: Span) -> Finding | None:
    """Give what a span of one of our groups stands for: its id leads to it."""
    data = span.doc.user_data.get(_KEY)
    return _by_id(data).get(span.id_) if data is not None else None


class Component:
    """Reads a Doc as a report and keeps in it what `finds` names."""

    def __init__(self, nlp: Language, name: str, published: str | None, finds: tuple[str, ...]) -> None:
        _extend()
        self.name = name
        self._nlp = nlp
        self._published = published
        self._finds = finds
        self._stamp: tuple[str, str] | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Find, and give the same Doc.

        Raises:
            ModelError: a parse is needed, and the pipeline before has given none in Universal Dependencies.
        """
        record: Record = doc._.memcon or Record(_report(doc), self._stamped())
        report = record.report
        if self._published:
            day = Publication(self._published, "given", "given with the pipeline")
            report = replace(report, published=day)
        found: dict[str, Any] = {"report": report, "times": self._times(report)}
        if "statements" in self._finds:
            _check(doc, self.name)
            cast = self._cast(doc, report)
            found |= {"actors": cast.actors, "mentions": cast.mentions, "statements": self._statements(doc, report, cast)}
            if "engagements" in self._finds:
                found |= self._engagements(doc, report, cast, found)
        record = replace(record, **found)
        doc._.memcon = record
        _group(doc, record, [f for f in ("times", "actors", *self._finds) if f in found])
        return doc

    def _stamped(self) -> Any:
        from memcon.pipeline import VERSION
        from memcon.record import Stamp

        if self._stamp is None:
            self._stamp = model_name(self._nlp), model_hash(self._nlp)
        return Stamp(VERSION, *self._stamp)

    def _times(self, report: "Report") -> tuple[Timex, ...]:
        from memcon import times

        return times.find(report)

    def _cast(self, doc: Doc, report: "Report") -> "Cast":
        from memcon import actors

        return actors.find(doc, report)

    def _statements(self, doc: Doc, report: "Report", cast: "Cast") -> tuple[Statement, ...]:
        from memcon import statements

        return statements.find(doc, report, cast)

    def _engagements(self, doc: Doc, report: "Report", cast: "Cast", found: dict[str, Any]) -> dict[str, Any]:
        from memcon import engagements, figures

        claimed = figures.find(doc, report, found["times"], found["statements"], cast)
        met = engagements.find(doc, report, cast, found["times"], found["statements"])
        return {"figures": claimed, "engagements": met}


def _report(doc: Doc) -> "Report":
    """Take the Doc's text as a report, without changing a character of it; blank lines part its paragraphs."""
    import hashlib

    from memcon.language.segments import segments
    from memcon.record import Block, Report, span_of

    text = doc.text
    digest = hashlib.sha256(text.encode()).hexdigest()
    cuts = [span_of(text, a, b) for a, b in segments(text, ())]
    blocks = tuple(Block("paragraph", cut) for cut in cuts if cut.quote)
    return Report(f"doc-{digest[:12]}", text, digest, digest, "spacy", blocks)


def _check(doc: Doc, name: str) -> None:
    if len(doc) and not doc.has_annotation("DEP"):
        raise ModelError(f"{name} needs a parse; put it after a parser, or use memcon_times, which needs none")
    labels = {token.dep_.split(":")[0] for token in doc}
    if len(doc) > 3 and labels & {"dobj", "pobj", "nsubjpass"} and not labels & _UD - {"nsubj"}:
        raise ModelError(f"{name} needs Universal Dependencies (obj, obl, nmod), and this parser gives others (dobj, pobj)")


def _group(doc: Doc, record: Record, names: Iterable[str]) -> None:
    for name in dict.fromkeys(names):
        spans = []
        for finding, cuts in _cuts(record, name):
            for cut in cuts:
                span = doc.char_span(cut.start, cut.end, label=_label(finding), span_id=finding.id, alignment_mode="expand")
                if span is not None:
                    spans.append(span)
        doc.spans[f"memcon_{name}"] = SpanGroup(doc, name=f"memcon_{name}", spans=spans)


def _cuts(record: Record, name: str) -> list[tuple[Finding, tuple[Cut, ...]]]:
    """Give the findings of a kind with the words that stand for them: of an engagement its trigger, of a statement its content."""
    if name == "times":
        return [(t, (t.span,)) for t in record.times]
    if name == "statements":
        return [(s, s.content) for s in record.statements]
    if name == "figures":
        return [(f, (f.span,)) for f in record.figures]
    if name == "engagements":
        return [(e, (e.trigger,)) for e in record.engagements]
    by = {a.id: a for a in record.actors}
    return [(by[id], (m.span,)) for m in record.mentions for id in m.actors]


def _label(finding: Finding) -> str:
    if isinstance(finding, Figure):
        return finding.unit
    return finding.type if isinstance(finding, Timex | Statement) else finding.kind


def times(nlp: Language, name: str, published: str | None) -> Component:
    """Make the component that finds time expressions; `published` is the ISO day on which "today" is."""
    return Component(nlp, name, published, ("times",))


def statements(nlp: Language, name: str, published: str | None) -> Component:
    """Make the component that finds actors and who of them said what to whom."""
    return Component(nlp, name, published, ("statements",))


def engagements(nlp: Language, name: str, published: str | None) -> Component:
    """Make the component that finds everything: who met, called, wrote to or visited whom, what was said, which figures were claimed."""
    return Component(nlp, name, published, ("statements", "figures", "engagements"))


for _name, _made, _needs in (("times", times, []), ("statements", statements, ["token.dep"]), ("engagements", engagements, ["token.dep"])):
    Language.factory(
        f"memcon_{_name}", requires=_needs, assigns=["doc.spans", "doc._.memcon"], default_config={"published": None}, func=_made
    )
