"""The pages: a router a page. A new page is a file here, a template of its name, and a line in `ROUTERS`.

A page that is built by another room goes the same way: `pages/compare.py` asks `memcon.compare` and draws
`templates/compare.html`; `templates/entry.html` and `templates/pair.html` have the block `compare` for the link to it.
"""

from memcon.workbench.pages import (
    about,
    calendar,
    compare,
    document,
    engagements,
    entry,
    exporting,
    figures,
    login,
    pair,
    read,
    review,
    search,
    start,
    statements,
    who,
)

ROUTERS = (
    start.router, read.router, search.router, document.router, engagements.router, entry.router, compare.router, pair.router, who.router, calendar.router,
    statements.router, figures.router, review.router, about.router, exporting.router, login.router,
)  # fmt: skip
