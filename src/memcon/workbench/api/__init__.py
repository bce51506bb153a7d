"""The HTTP API: a router a subject."""

from memcon.workbench.api import documents, judgements, questions

ROUTERS = (questions.router, documents.router, judgements.router)
