"""A record as one self-contained page: the report with its words marked, and beside it what was found in them."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from memcon.printing import facts
from memcon.printing.look import Look
from memcon.printing.page_article import article, headline
from memcon.printing.page_beside import cast, met, said
from memcon.printing.page_marks import safe
from memcon.record import Record

_LAYERS = (("met", "engagements"), ("actor", "actors"), ("time", "times"), ("said", "statements"), ("figure", "figures"))


def page(record: Record, look: Look) -> str:
    """Give a record as an HTML document that asks nothing of the network.

    The report's words stand in the middle, marked by what was found in them; engagements and actors, and statements,
    figures and times stand beside them. Pointing at one lights the other; the layers can be switched off.
    Engagements under `look.floor` are left out; `look.explain` opens the reasons. All text is escaped, and the page's own
    policy (CSP) allows only its own style and script.
    """
    report = record.report
    who, how = facts.byline(record)
    notes = "".join(f"<p class=note>{safe(note)}</p>" for note in report.notes)
    where = f' · <a href="{safe(report.url)}" rel="noopener noreferrer">source</a>' if _is_web(report.url) else ""
    switches = "".join(f"<label class=key-{kind}><input type=checkbox id=show-{kind} checked>{name}</label>" for kind, name in _LAYERS)
    stamp = f"Memcon {record.stamp.memcon} · model {record.stamp.model} · text {report.sha256[:12]}"
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{safe(report.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{safe(facts.headline(record))}</title>",
            f"<style>{_asset('page.css')}</style>",
            "</head>",
            "<body>",
            f"<header><h1>{headline(record, look)}</h1>",
            f"<p class=byline>{safe(who)}{f'<span class=how> {safe(how)}</span>' if how else ''}{where}</p>{notes}",
            f"<div class=switches role=group aria-label=Layers>{switches}</div></header>",
            f"<main><div class=left>{met(record, look)}{cast(record)}</div>{article(record, look)}{said(record, look)}</main>",
            f"<footer>{safe(stamp)}</footer>",
            f"<script>{_asset('page.js')}</script>",
            "</body>",
            "</html>",
        ]
    )


def _is_web(url: str | None) -> bool:
    """Tell whether an address may be linked: one out of a document could hold a script ("javascript:")."""
    return url is not None and url.startswith(("https://", "http://"))


@cache
def _asset(name: str) -> str:
    return (files("memcon.printing") / "assets" / name).read_text(encoding="utf-8").strip()


@cache
def _policy() -> str:
    hashes = [base64.b64encode(hashlib.sha256(_asset(n).encode()).digest()).decode() for n in ("page.css", "page.js")]
    return f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; base-uri 'none'; form-action 'none'"
