// What every page does: the theme's switch, "/" for the search box, files that are dropped, forms that take a while.
const root = document.documentElement;

document.querySelector(".theme")?.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try { localStorage.setItem("memcon-theme", root.dataset.theme); } catch { /* Only this page keeps it. */ }
});

export const typing = (event) => event.target.closest?.("input, textarea, select, [contenteditable]") || event.ctrlKey || event.metaKey || event.altKey;

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !typing(event)) {
    event.preventDefault();
    (document.getElementById("ask") ?? document.getElementById("find"))?.focus();
  }
});

export const say = (words) => { document.getElementById("said").textContent = words; };

const drop = document.querySelector("form.drop");
if (drop) {
  const file = drop.querySelector("input[type=file]");
  const send = () => { drop.querySelector(".busy").hidden = false; drop.requestSubmit(); };
  file.addEventListener("change", () => { if (file.files.length) send(); });
  drop.addEventListener("submit", () => { drop.querySelector(".busy").hidden = false; });
  let over = 0;
  const held = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => { if (held(event)) { over += 1; document.body.classList.add("dropping"); } });
  addEventListener("dragleave", (event) => { if (held(event) && (over -= 1) <= 0) document.body.classList.remove("dropping"); });
  addEventListener("dragover", (event) => { if (held(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!held(event)) return;
    event.preventDefault();
    document.body.classList.remove("dropping");
    over = 0;
    file.files = event.dataTransfer.files;
    if (file.files.length) send();
  });
  addEventListener("pageshow", () => { drop.querySelector(".busy").hidden = true; });
}

// A filter form asks anew as soon as something is chosen; without scripts its button does.
for (const form of document.querySelectorAll("form.filters")) {
  form.addEventListener("change", () => form.requestSubmit());
}
