"""Keeps the widest of mentions that lie in one another: "Russian" of "Russian President Vladimir Putin" is none of its own."""

from memcon.actors.drafts import Found


def apart(found: list[Found]) -> list[Found]:
    """Drop each mention that lies inside another, and doubles; the order is that of the text.

    Of two that only overlap both stay; of two of the same words the first given stays.
    """
    kept: list[Found] = []
    reach = -1
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if one.end > reach:
            kept.append(one)
            reach = one.end
    return kept
