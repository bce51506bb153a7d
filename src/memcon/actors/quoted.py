"""Which words of a page stand in quotation marks."""

from memcon.actors.page import Page


def quoted(page: Page) -> list[bool]:
    """Tell for each atom whether it stands in a quotation; a straight mark opens and closes in turn within a block."""
    inside, block = False, -1
    found: list[bool] = []
    for i, word in enumerate(page.words):
        if page.block[i] != block:
            inside, block = False, page.block[i]
        if word == "“":
            inside = True
        elif word == "”":
            inside = False
        elif word == '"':
            inside = not inside
        found.append(inside)
    return found
