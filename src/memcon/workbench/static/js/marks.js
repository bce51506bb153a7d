// What is marked in a text: by the CSS Custom Highlight API, which leaves the page's tree alone, or by <mark> where a browser lacks it.
const LAYERS = { said: 0, proof: -1, actor: 1, time: 2, cue: 3, figure: 4, met: 5 };

class Highlights {
  constructor(texts) {
    [[this.text]] = texts;
    this.layers = {};
    for (const [kind, priority] of Object.entries(LAYERS)) {
      if (priority < 0) continue;
      const ranges = texts.flatMap(([text, marks]) => marks.filter((m) => m[2] === kind).map((m) => text.range(m[0], m[1]))).filter(Boolean);
      this.layers[kind] = new Highlight(...ranges);
      this.layers[kind].priority = priority;
      CSS.highlights.set(`mc-${kind}`, this.layers[kind]);
    }
    for (const [name, priority] of [["faint", 8], ["lit", 9]]) {
      this[name] = new Highlight();
      this[name].priority = priority;
      CSS.highlights.set(`mc-${name}`, this[name]);
    }
  }

  show(kind, on) {
    for (const name of kind === "said" ? ["said", "cue"] : [kind]) {
      if (on) CSS.highlights.set(`mc-${name}`, this.layers[name]); else CSS.highlights.delete(`mc-${name}`);
    }
  }

  light(spans, name = "lit") {
    this[name].clear();
    for (const [start, end] of spans) {
      const range = this.text.range(start, end);
      if (range) this[name].add(range);
    }
  }
}

class Elements {
  constructor(texts, edges) {
    this.made = [];
    for (const [text, marks] of texts) {
      const before = this.made.length;
      for (const piece of text.pieces) this.#cut(piece, marks.filter((m) => m[0] < piece.end && m[1] > piece.start), edges);
      text.take(this.made.slice(before).map((m) => m.element));
    }
  }

  #cut(piece, marks, edges) {
    const points = new Set([piece.start, piece.end]);
    for (const [a, b] of [...marks, ...edges]) for (const n of [a, b]) if (n > piece.start && n < piece.end) points.add(n);
    const sorted = [...points].sort((a, b) => a - b);
    const parts = sorted.slice(1).map((end, n) => {
      const start = sorted[n];
      const element = document.createElement("mark");
      element.dataset.at = start;
      element.textContent = piece.words.slice(piece.units(start - piece.start), piece.units(end - piece.start));
      element.className = marks.filter((m) => m[0] <= start && m[1] >= end && LAYERS[m[2]] >= 0).map((m) => `m-${m[2]}`).join(" ");
      this.made.push({ start, end, element, classes: element.className.split(" ") });
      return element;
    });
    piece.element.replaceChildren(...parts);
  }

  show(kind, on) {
    for (const { element, classes } of this.made) if (classes.includes(`m-${kind}`)) element.classList.toggle(`m-${kind}`, on);
  }

  light(spans, name = "lit") {
    if (name !== "lit") return;
    for (const { start, end, element } of this.made) element.classList.toggle("lit", spans.some(([a, b]) => a < end && b > start));
  }
}

// Mark texts, each with its marks (begin, end, layer, id); `edges` are spans of the first that may be lit later on.
export const draw = (texts, edges) => (typeof Highlight === "function" && CSS.highlights ? new Highlights(texts) : new Elements(texts, edges));
