// The network of contacts; the table beside it says the same.
import cytoscape from "../vendor/cytoscape-3.34.4.esm.min.js";

const place = document.getElementById("network");

// A colour of the tokens as the canvas wants it; light-dark() only comes out when something wears it.
const probe = place.appendChild(document.createElement("i"));
const colour = (name) => { probe.className = `probe-${name}`; return getComputedStyle(probe).color; };

const draw = (network) => {
  const weight = new Map();
  for (const { a, b, count } of network.links) for (const end of [a, b]) weight.set(end, (weight.get(end) ?? 0) + count);
  const self = weight.has(network.self) ? network.self : [...weight].sort((a, b) => b[1] - a[1])[0]?.[0];
  const rank = new Map([...weight].filter(([id]) => id !== self).sort((a, b) => b[1] - a[1]).map(([id], n) => [id, n]));
  const most = Math.max(...network.links.map((k) => k.count));
  const elements = [
    ...network.nodes.map((n) => ({ data: { id: n.actor, name: n.name, size: 12 + 26 * Math.sqrt((weight.get(n.actor) ?? 0) / weight.get(self)), party: n }, classes: n.actor === self ? "self" : n.kind })),
    ...network.links.map((k, n) => ({ data: { id: `e${n}`, source: k.a, target: k.b, width: 1 + 5 * Math.sqrt(k.count / most) }, classes: k.a === self || k.b === self ? "own" : "" })),
  ];
  const style = [
    { selector: "node", style: { label: "data(name)", width: "data(size)", height: "data(size)", "background-color": colour("meeting"), color: colour("ink"), "font-family": "Public Sans, sans-serif", "font-size": 13, "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": 90, "text-background-color": colour("card"), "text-background-opacity": 0.8, "text-background-padding": 1 } },
    { selector: "node.person", style: { "background-color": colour("visit") } },
    { selector: "node.organisation", style: { "background-color": colour("summit"), shape: "round-rectangle" } },
    { selector: "node.self", style: { "background-color": colour("ink"), "font-size": 16, "font-weight": 600 } },
    { selector: "edge", style: { width: "data(width)", "line-color": colour("line"), "curve-style": "straight", opacity: 0.55 } },
    { selector: "edge.own", style: { "line-color": colour("meeting"), opacity: 0.35 } },
  ];
  const view = cytoscape({
    container: place, elements, style, minZoom: 0.3, maxZoom: 3,
    layout: { name: "concentric", concentric: (n) => (n.id() === self ? 3 : rank.get(n.id()) < 8 ? 2 : 1), levelWidth: () => 1, minNodeSpacing: 46, animate: false, padding: 14, startAngle: -Math.PI / 2 },
  });
  view.on("tap", "node", (event) => {
    const { name, country, kind } = event.target.data("party");
    location.href = `/who?${new URLSearchParams({ name: kind === "state" && country ? country : name })}`;
  });
  view.on("mouseover", "node", () => { place.classList.add("pointing"); });
  view.on("mouseout", "node", () => { place.classList.remove("pointing"); });
  place.dataset.ready = "true";
};

draw(JSON.parse(document.getElementById("ties").textContent));
