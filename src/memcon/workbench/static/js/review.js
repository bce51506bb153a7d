// Reviewing by keyboard: a letter an act; words that are selected become the right value of a field.
import { draw } from "./marks.js";
import { Text } from "./text.js";
import { say, typing } from "./page.js";

const passages = [...document.querySelectorAll(".passage")].map((root) => ({
  root, report: root.dataset.report, text: new Text(root), marks: JSON.parse(root.querySelector(".marks").textContent),
}));
if (passages.length) draw(passages.map((p) => [p.text, p.marks]), []);

const correct = document.getElementById("correct");
const hint = document.querySelector(".selected");
const rest = hint?.textContent;
let words = null;

document.addEventListener("selectionchange", () => {
  if (correct?.open || !hint) return;
  words = null;
  for (const passage of passages) {
    const found = passage.text.selected();
    if (found) words = { ...found, report: passage.report };
  }
  hint.textContent = words ? `Selected: “${words.quote.slice(0, 80)}”. Press c to correct a field by it.` : rest;
  hint.classList.toggle("some", Boolean(words));
});

const option = ({ field, value, why }) => {
  const item = document.createElement("li"), label = item.appendChild(document.createElement("label"));
  const input = label.appendChild(document.createElement("input"));
  Object.assign(input, { type: "radio", name: "option" });
  Object.assign(input.dataset, { field, value });
  item.className = "from-selection";
  for (const [tag, text] of [["span", field], ["b", value], ["span", why]]) {
    const part = label.appendChild(document.createElement(tag));
    part.textContent = text;
    if (tag === "span") part.className = "soft";
  }
  return item;
};

const choose = (input) => {
  input.checked = true;
  correct.querySelector("[name=field]").value = input.dataset.field;
  correct.querySelector("[name=value]").value = input.dataset.value;
};

const opened = async (dialog) => {
  if (dialog === correct) {
    const options = dialog.querySelector(".options"), from = dialog.querySelector(".from-words");
    for (const old of options.querySelectorAll(".from-selection")) old.remove();
    from.hidden = !words;
    if (words) {
      from.textContent = `“${words.quote}”`;
      const { report, start, end } = words;
      const answer = await fetch(`/review/meaning?${new URLSearchParams({ report, start, end })}`);
      if (answer.ok) options.prepend(...(await answer.json()).map(option));
      const first = options.querySelector(".from-selection input");
      if (first) choose(first); else dialog.querySelector("[name=value]").value = words.quote;
    }
  }
  dialog.showModal();
  (dialog.querySelector("input:checked") ?? dialog.querySelector("input[type=radio]") ?? dialog.querySelector("[name=value]"))?.focus();
  say(dialog.querySelector("h2").textContent);
};

correct?.addEventListener("change", (event) => { if (event.target.name === "option") choose(event.target); });
for (const dialog of document.querySelectorAll("dialog")) {
  dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("[data-closes]")) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=radio]")) return;
    event.preventDefault();
    if (dialog === correct && !event.target.checked) choose(event.target);
    dialog.querySelector("form").requestSubmit();
  });
}
for (const button of document.querySelectorAll("[data-opens]")) {
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => opened(document.getElementById(button.dataset.opens)));
}

document.addEventListener("keydown", (event) => {
  if (typing(event) || document.querySelector("dialog[open]") || event.shiftKey) return;
  const act = document.querySelector(`[data-key="${CSS.escape(event.key)}"]:not([hidden], :disabled)`);
  if (!act) return;
  event.preventDefault();
  if (act.matches("form")) act.requestSubmit(); else act.click();
});
document.body.dataset.ready = "true";
