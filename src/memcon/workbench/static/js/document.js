// The document page: pointing at words lights what was found in them, and the other way round; arrow keys do the same.
import { draw } from "./marks.js";
import { Text, under } from "./text.js";
import { say } from "./page.js";

const marks = JSON.parse(document.getElementById("marks").textContent);
const article = document.getElementById("text"), found = document.getElementById("found");
const text = new Text(document.querySelector(".text"));
const spansOf = (element) => (element.dataset.spans?.trim() ?? "").split(/\s+/).filter(Boolean).map((s) => s.split("-").map(Number));
const fields = [...found.querySelectorAll(".field")].filter((f) => spansOf(f).length);
const drawn = draw([[text, marks]], fields.flatMap(spansOf));
const shown = marks.filter((m) => m[2]);
const NAMES = { met: "engagement", proof: "evidence", actor: "actor", time: "time", said: "statement", cue: "word of saying", figure: "figure" };
let lit = [];

for (const field of fields) field.tabIndex = -1;
if (fields[0]) fields[0].tabIndex = 0;

const clear = () => { for (const element of lit) element.classList.remove("lit", "chosen"); lit = []; drawn.light([]); drawn.light([], "faint"); };
const mark = (element, name = "lit") => { element.classList.add(name); lit.push(element); };
const at = (offset) => marks.filter((m) => m[0] <= offset && offset < m[1]).sort((a, b) => (a[1] - a[0]) - (b[1] - b[0]));

// Light the words of a field, and faintly the other words of the finding that it belongs to.
const lightField = (field) => {
  clear();
  const whole = field.closest("[data-id]");
  if (whole && whole !== field) drawn.light(marks.filter((m) => m[3] === whole.dataset.id && m[2] !== "proof").map((m) => [m[0], m[1]]), "faint");
  drawn.light(spansOf(field));
  mark(field, "chosen");
};

// Light what was found in the words at a place; the narrowest finding is chosen.
const lightWords = (offset) => {
  const here = at(offset);
  clear();
  if (!here.length) return null;
  const [first] = here;
  drawn.light([[first[0], first[1]]]);
  drawn.light(marks.filter((m) => m[3] === first[3] && m[2] !== "proof").map((m) => [m[0], m[1]]), "faint");
  for (const field of fields) if (spansOf(field).some(([a, b]) => a <= offset && offset < b)) mark(field);
  for (const id of new Set(here.map((m) => m[3]))) for (const e of found.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)) mark(e);
  return first;
};

const rectOf = (start, end) => text.range(start, end, true)?.getBoundingClientRect();
const toWords = (spans) => {
  const rect = spans[0] && rectOf(...spans[0]);
  if (rect && (rect.top < 80 || rect.bottom > innerHeight - 40)) scrollTo({ top: scrollY + rect.top - innerHeight / 3, behavior: "auto" });
};
const share = (start, end) => history.replaceState(null, "", `#at=${start}-${end}`);

let asked = 0;
article.addEventListener("pointermove", (event) => {
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(() => {
    const offset = under(text, event.clientX, event.clientY);
    document.body.classList.toggle("on-words", Boolean(offset !== null && lightWords(offset)));
  });
});
article.addEventListener("pointerleave", () => { cancelAnimationFrame(asked); clear(); });
article.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const offset = under(text, event.clientX, event.clientY);
  const first = offset === null ? null : lightWords(offset);
  if (!first) return;
  share(first[0], first[1]);
  (lit.find((e) => e.matches(".field")) ?? lit[0])?.scrollIntoView({ block: "nearest" });
});

for (const name of ["pointerover", "focusin"]) {
  found.addEventListener(name, (event) => {
    const field = event.target.closest(".field");
    if (field && fields.includes(field)) lightField(field);
  });
}
found.addEventListener("pointerleave", clear);
found.addEventListener("click", (event) => {
  const field = event.target.closest(".field");
  if (!field || event.target.closest("a") || !fields.includes(field)) return;
  const spans = spansOf(field);
  toWords(spans);
  share(...spans[0]);
});

// Up and down go from field to field, Enter to its words; left and right go from finding to finding in the text.
found.addEventListener("keydown", (event) => {
  const here = fields.indexOf(document.activeElement);
  if (here < 0) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step || event.key === "Enter") event.preventDefault();
  if (step) {
    const reach = (n) => fields[n] && !fields[n].checkVisibility() ? reach(n + step) : fields[n];
    const next = reach(here + step);
    if (!next) return;
    fields[here].tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
    toWords(spansOf(next));
  } else if (event.key === "Enter") toWords(spansOf(fields[here]));
});
let current = -1;
article.addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || !shown.length) return;
  event.preventDefault();
  current = (current + step + shown.length) % shown.length;
  const [start, end, kind, id] = shown[current];
  lightWords(start);
  drawn.light([[start, end]]);
  toWords([[start, end]]);
  share(start, end);
  const field = found.querySelector(`[data-id="${CSS.escape(id)}"]`);
  say(`${NAMES[kind]}: ${rangeWords(start, end)}${field ? `. ${field.textContent.replace(/\s+/g, " ").trim().slice(0, 200)}` : ""}`);
  field?.scrollIntoView({ block: "nearest" });
});
const rangeWords = (start, end) => String(text.range(start, end, true) ?? "");

document.querySelector(".layers").addEventListener("change", (event) => drawn.show(event.target.value, event.target.checked));

const open = () => {
  const asked = /^#at=(\d+)-(\d+)$/.exec(location.hash);
  if (!asked) return;
  const span = [Number(asked[1]), Number(asked[2])];
  lightWords(span[0]);
  drawn.light([span]);
  toWords([span]);
};
addEventListener("hashchange", open);
open();
document.body.dataset.ready = "true";
