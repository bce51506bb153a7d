// The text of a report: code points of the record to places in the page and back. Only here offsets become UTF-16.

// A piece is an element with one text node; `start` and `end` count code points in the report's text.
const piece = (element) => {
  const node = element.firstChild ?? element.appendChild(document.createTextNode(""));
  const start = Number(element.dataset.at);
  const words = node.data;
  if (!/[\ud800-\udbff]/.test(words)) {
    return { element, node, words, start, end: start + words.length, units: (n) => n, points: (n) => n };
  }
  const at = [0];
  for (const char of words) at.push(at.at(-1) + char.length);
  const points = (n) => { let low = 0; for (let high = at.length - 1; low < high;) { const mid = (low + high + 1) >> 1; if (at[mid] <= n) low = mid; else high = mid - 1; } return low; };
  return { element, node, words, start, end: start + at.length - 1, units: (n) => at[n], points };
};

export class Text {
  constructor(root) {
    this.take([...root.querySelectorAll("[data-at]")]);
  }

  // Take the elements that hold the text.
  take(elements) {
    this.pieces = elements.map(piece).sort((a, b) => a.start - b.start);
    this.byNode = new Map(this.pieces.map((p) => [p.node, p]));
  }

  // Give the piece that holds a place; between two pieces the later one for a beginning, the earlier one for an end.
  at(offset, closing = false) {
    const { pieces } = this;
    let low = 0, high = pieces.length - 1;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (closing ? pieces[mid].end < offset : pieces[mid].end <= offset) low = mid + 1; else high = mid;
    }
    const found = pieces[low];
    return closing && found && found.start >= offset && low > 0 ? pieces[low - 1] : found;
  }

  // Give the range of a span, live where it is to be measured.
  range(start, end, live = false) {
    const first = this.at(start), last = this.at(end, true);
    if (!first || !last) return null;
    const from = first.units(Math.max(start - first.start, 0)), to = last.units(Math.min(end, last.end) - last.start);
    if (first === last && to <= from) return null;
    if (live) {
      const range = document.createRange();
      range.setStart(first.node, Math.min(from, first.node.length));
      range.setEnd(last.node, Math.min(to, last.node.length));
      return range;
    }
    return new StaticRange({ startContainer: first.node, startOffset: from, endContainer: last.node, endOffset: to });
  }

  // Give the code point at a place of the page, or null where no text is.
  offset(node, units) {
    const found = this.byNode.get(node);
    return found ? found.start + found.points(units) : null;
  }

  // Give what is selected as code points, or null.
  selected() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    const inside = this.pieces.filter((p) => range.intersectsNode(p.node));
    if (!inside.length) return null;
    const edge = (node, units, spare) => this.offset(node, units) ?? spare;
    const start = edge(range.startContainer, range.startOffset, inside[0].start);
    const end = edge(range.endContainer, range.endOffset, inside.at(-1).end);
    const quote = String(chosen).trim();
    return end > start && quote ? { start, end, quote } : null;
  }
}

// Give the code point under a place of the window.
export const under = (text, x, y) => {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret) return text.offset(caret.offsetNode, caret.offset);
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? text.offset(range.startContainer, range.startOffset) : null;
};
