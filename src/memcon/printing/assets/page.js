(() => {
  "use strict";
  const TEXT = "article, h1", FIELDS = "aside";
  let lit = [];
  const clear = () => { for (const e of lit) e.classList.remove("lit"); lit = []; };
  const all = (id, within) => document.querySelectorAll(`:is(${within}) [data-ids~="${CSS.escape(id)}"]`);
  const light = (id, within) => { for (const e of all(id, within)) { e.classList.add("lit"); lit.push(e); } };
  const show = (event) => {
    const at = event.target.closest?.("[data-ids]");
    clear();
    if (!at) return;
    const ids = at.dataset.ids.split(" ");
    light(ids[0], TEXT);
    if (at.closest(TEXT)) for (const id of ids) light(id, FIELDS);
  };
  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("click", (event) => {
    const at = event.target.closest(`:is(${TEXT}) [data-ids]`);
    if (at) all(at.dataset.ids.split(" ")[0], FIELDS)[0]?.scrollIntoView({ block: "nearest" });
  });
})();
