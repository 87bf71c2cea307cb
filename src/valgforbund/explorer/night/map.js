// The municipalities of a country: shapes that can be pressed, and walked through by keyboard.
// Everything that is said comes from the kernel as data; nothing here makes HTML from text.

const SVG = "http://www.w3.org/2000/svg";
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const NARROW = 720; // pixels, as style.css has it
const SHOWN = 200; // ms until what was pressed for is there
const ASIDE = 3; // how much farther off what lies to the side counts

function made(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

class Country {
  constructor(model, el) {
    this.model = model;
    const [width, height] = model.get("size");
    const inset = model.get("inset");
    this.shapes = new Map();
    this.all = [];
    const whole = made("g", {});
    const near = made("g", { transform: inset.transform, class: "vf-map-inset" });
    for (const [code, outline] of Object.entries(model.get("outlines"))) {
      const isNear = inset.codes.includes(code);
      whole.append(this.shape(code, outline, !isNear));
      if (isNear) near.append(this.shape(code, outline, true));
    }
    const frame = made("rect", { ...inset.frame, class: "vf-map-frame" });
    this.svg = made("svg", { viewBox: `0 0 ${width} ${height}`, role: "group" }, whole, frame, near);
    this.svg.addEventListener("keydown", event => this.walk(event));
    el.append(this.svg);
    this.show();
    model.on("change:levels change:labels change:current change:name", () => this.show());
    model.on("change:current", () => this.lead(el.closest(".vf-explorer")));
  }

  // What stands twice is named, and reached by the Tab key, once: where it is larger.
  shape(code, outline, isMain) {
    const title = made("title", {});
    const path = made("path", { d: outline, "data-code": code }, title);
    if (isMain) {
      path.setAttribute("role", "button");
      this.shapes.set(code, path);
    } else {
      path.setAttribute("aria-hidden", "true");
    }
    path.addEventListener("click", () => this.press(code));
    this.all.push([code, path, title]);
    return path;
  }

  press(code) {
    this.stop(code);
    this.model.send({ press: code });
  }

  // Where one column is all there is room for, what was pressed for is out of sight.
  lead(tool) {
    if (!this.model.get("current") || !tool || tool.clientWidth > NARROW) return;
    const shown = () => tool.querySelector(".vf-night-council")?.scrollIntoView({ block: "start" });
    setTimeout(shown, SHOWN);
  }

  // One of them is the stop of the Tab key.
  stop(code) {
    for (const [each, path] of this.shapes) path.setAttribute("tabindex", each === code ? 0 : -1);
  }

  show() {
    const [levels, labels] = [this.model.get("levels"), this.model.get("labels")];
    const current = this.model.get("current");
    this.svg.setAttribute("aria-label", this.model.get("name"));
    for (const [code, path, title] of this.all) {
      const look = `vf-map-${levels[code] ?? 0}`;
      if (path.getAttribute("class") !== look) path.setAttribute("class", look);
      const label = labels[code] ?? "";
      if (title.textContent !== label) title.textContent = label;
      if (path.hasAttribute("role")) {
        if (path.getAttribute("aria-label") !== label) path.setAttribute("aria-label", label);
        path.setAttribute("aria-pressed", String(code === current));
      } else {
        path.classList.toggle("vf-map-current", code === current);
      }
    }
    const stop = [...this.shapes.values()].find(path => path.getAttribute("tabindex") === "0");
    if (!stop) this.stop(current || this.shapes.keys().next().value);
  }

  walk(event) {
    const path = event.target.closest("path");
    if (!path) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.press(path.dataset.code);
    }
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const next = this.neighbour(path, way);
    if (!next) return;
    this.stop(next.dataset.code);
    next.focus();
  }

  // The nearest one that way.
  neighbour(from, [x, y]) {
    const middle = path => {
      const box = path.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const [left, top] = middle(from);
    let best = null;
    let least = Infinity;
    for (const path of this.shapes.values()) {
      const [dx, dy] = middle(path).map((at, axis) => at - [left, top][axis]);
      const along = dx * x + dy * y;
      const aside = Math.abs(dx * y) + Math.abs(dy * x);
      if (path === from || along <= 0 || aside > along * 2) continue;
      const far = along + ASIDE * aside;
      if (far < least) [best, least] = [path, far];
    }
    return best;
  }
}

export default {
  render({ model, el }) {
    new Country(model, el);
  },
};
