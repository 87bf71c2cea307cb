// What the host's widgets leave out for the keyboard and for a screen reader.

const FOLD = ".jupyter-widget-Collapse-header";
const SCROLLED = ".vf-scroll, .vf-listing, .vf-grid";
const SCROLLS = ["data-vf-scrolled", "tabindex", "role", "aria-label"];
const CELL = ".vf-cell input";
const STEPS = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };
const VALUE = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
const LINE_END = "\u2028"; // a field of one line keeps it

function set(part, name, value) {
  if (part.getAttribute(name) !== value) part.setAttribute(name, value);
}

function text(part) {
  return part?.textContent.trim() ?? "";
}

// A fold is a button that says whether it is open.
function mendFold(header) {
  const isOpen = header.parentElement.classList.contains("jupyter-widget-Collapse-open");
  set(header, "role", "button");
  set(header, "tabindex", "0");
  set(header, "aria-expanded", String(isOpen));
}

// A slider is called what its label says, though that is not seen.
function mendSlider(handle) {
  const name = text(handle.closest(".widget-slider").querySelector(".widget-label"));
  if (name) set(handle, "aria-label", name);
}

// "Remove" is called what it says in full: "Remove list 3".
function mendButton(button) {
  const full = button.title;
  if (full && full !== text(button) && text(button)) set(button, "aria-label", full);
  else button.removeAttribute("aria-label");
}

// What can only be seen by scrolling is reached by the keyboard.
function mendScrolled(box) {
  if (box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight) {
    if (box.dataset.vfScrolled) for (const name of SCROLLS) box.removeAttribute(name);
    return;
  }
  set(box, "data-vf-scrolled", "yes");
  set(box, "tabindex", "0");
  set(box, "role", "region");
  set(box, "aria-label", text(box.querySelector("caption, h2, h3")) || "…");
}

// The bar is one stop of the Tab key: the arrows go from one of its parts to the next.
const STOPS = ":is(input, select, button, a, summary):not(:disabled, .vf-skip)";

function stops(bar) {
  // what unfolds is reached by the Tab key, as everywhere
  const isUnfolded = (each) => each.localName !== "summary" && each.closest("details, .vf-files-sheet");
  return [...bar.querySelectorAll(STOPS)].filter((each) => each.offsetParent && !isUnfolded(each));
}

function mendBar(bar) {
  set(bar, "role", "toolbar");
  set(bar, "aria-label", text(bar.querySelector("h1")) || "…");
  const unfold = bar.querySelector(".vf-unfold");
  if (unfold) set(unfold, "aria-expanded", String(bar.classList.contains("vf-unfolded")));
  const found = stops(bar);
  const now = found.find((each) => each === document.activeElement || each.dataset.vfStop) ?? found[0];
  for (const each of found) set(each, "tabindex", each === now ? "0" : "-1");
}

function along(event) {
  const bar = event.target.closest?.(".vf-bar");
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!bar || !step || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const found = stops(bar);
  const place = found.indexOf(event.target);
  const { selectionStart: from, selectionEnd: to, value } = event.target;
  const isInText = event.target.localName === "input" && from !== null;
  if (place < 0 || (isInText && (from !== to || from !== (step > 0 ? value.length : 0)))) return;
  event.preventDefault();
  const next = found[(place + step + found.length) % found.length];
  for (const each of found) delete each.dataset.vfStop;
  next.dataset.vfStop = "true";
  mendBar(bar);
  next.focus();
}

function skip(event) {
  if (!event.target.matches?.(".vf-skip")) return;
  const root = event.target.closest(".vf-explorer");
  const goal = ":is(.vf-questions, .vf-tabs) > .lm-TabBar .lm-TabBar-tab.lm-mod-current";
  (root.querySelector(goal) ?? root.querySelector(".vf-card button, .vf-card input"))?.focus();
}

// On a telephone the bar is one line until its rest is asked for.
function unfold(event) {
  const bar = event.target.closest?.(".vf-unfold")?.closest(".vf-bar");
  if (!bar) return;
  bar.classList.toggle("vf-unfolded");
  mendBar(bar);
}

function mend(root) {
  root.querySelectorAll(":scope > .vf-bar").forEach(mendBar);
  root.querySelectorAll(FOLD).forEach(mendFold);
  root.querySelectorAll(".widget-slider [role=slider]").forEach(mendSlider);
  root.querySelectorAll("button.jupyter-button").forEach(mendButton);
  root.querySelectorAll(SCROLLED).forEach(mendScrolled);
}

function press(event) {
  if (event.key !== "Enter" && event.key !== " ") return;
  if (!event.target.matches(FOLD)) return;
  event.preventDefault();
  event.target.click();
}

// A slider goes as many steps by PageUp and PageDown as its class says.
const PAGES = { PageUp: 1, PageDown: -1 };

function page(event) {
  const slider = PAGES[event.key] && event.target.closest(".widget-slider")?.querySelector(".noUi-target");
  const steps = /vf-page-(\d+)/.exec(slider?.closest(".widget-slider").className)?.[1];
  if (!steps) return;
  event.preventDefault();
  event.stopPropagation();
  const { noUiSlider: scale } = slider;
  scale.set(Number(scale.get()) + PAGES[event.key] * steps * scale.options.step);
}

// On a narrow page a question's answer stands further down.
function lead(event) {
  const questions = event.target.closest?.(".vf-questions > .lm-TabBar .lm-TabBar-tab")?.closest(".vf-questions");
  const isNarrow = questions && getComputedStyle(questions.parentElement).display === "contents";
  if (!isNarrow) return;
  const found = questions.querySelector(":scope > .widget-tab-contents");
  requestAnimationFrame(() => found.scrollIntoView({ block: "start" }));
}

// The next field of a column of numbers; what was typed is counted when its field is left.
function walk(event) {
  const field = event.target;
  const step = STEPS[event.key];
  if (!step || !field.matches(CELL) || event.isComposing) return;
  if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  const rows = field.closest(".vf-cell").parentElement.parentElement;
  const column = [...rows.querySelectorAll(":scope > * > .vf-cell input")];
  const next = column[column.indexOf(field) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

// The field of a column that a person is in: all of it is selected when it is entered. What the
// kernel still says of an earlier number waits while another is typed, and goes when that counts.
let inside = null;

function enter(event) {
  const field = event.target;
  if (!field.matches(CELL)) return;
  const now = { field, isNew: true, isTyped: false, late: null };
  const set = (value) => {
    const isSelected = field.selectionEnd - field.selectionStart === field.value.length;
    if (now.isTyped) now.late = value;
    else VALUE.set.call(field, value);
    if (!now.isTyped && isSelected) field.select();
  };
  Object.defineProperty(field, "value", { configurable: true, get: VALUE.get, set });
  inside = now;
  field.select();
}

function type(event) {
  if (event.target === inside?.field) inside.isTyped = true;
}

function settle(event) {
  if (event.target === inside?.field) Object.assign(inside, { isTyped: false, late: null });
}

function leave(event) {
  if (event.target !== inside?.field) return;
  const { field, late } = inside;
  inside = null;
  delete field.value;
  if (late !== null) field.value = late;
}

// The first press on a field does not take the selection away, be it entered so or by a key: the
// browser takes it once the press is over.
function point(event) {
  const now = inside;
  if (event.target !== now?.field || !now.isNew) return;
  now.isNew = false;
  const select = () => {
    const { field } = now;
    if (now === inside && !now.isTyped && field.selectionStart === field.selectionEnd) field.select();
  };
  setTimeout(select);
}

// Several lines go to the kernel as they are: the browser would put blanks between them.
function paste(event) {
  const field = event.target;
  if (!field.matches(CELL)) return;
  const pasted = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
  const lines = pasted.replace(/\n\s*$/, "").split("\n");
  if (lines.length === 1) return;
  event.preventDefault();
  VALUE.set.call(field, lines.join(LINE_END));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// A field keeps its keys to itself: they are heard before it has them.
const HEARD = [
  ["keydown", press],
  ["keydown", page],
  ["keydown", walk],
  ["focusin", enter],
  ["click", point],
  ["click", lead],
  ["click", skip],
  ["click", unfold],
  ["keydown", along],
  ["input", type],
  ["paste", paste],
  ["change", settle],
  ["focusout", leave],
];

function attach(root, model) {
  let waiting = 0;
  const again = () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      mend(root);
    });
  };
  const speak = () => {
    const language = model.get("language");
    root.lang = language;
    // a page that is nothing but the tool speaks its language
    const isAlone = "vfPage" in document.body.dataset && !document.querySelector(".jp-MarkdownOutput");
    if (isAlone) document.documentElement.lang = language;
  };
  const watch = new MutationObserver(again);
  const what = { childList: true, subtree: true, characterData: true };
  watch.observe(root, { ...what, attributes: true, attributeFilter: ["class", "title"] });
  for (const [what, act] of HEARD) root.addEventListener(what, act, true);
  model.on("change:language", speak);
  speak();
  again();
  return () => {
    watch.disconnect();
    cancelAnimationFrame(waiting);
    for (const [what, act] of HEARD) root.removeEventListener(what, act, true);
    model.off("change:language", speak);
  };
}

// A view is drawn before it is in the page.
function render({ model, el }) {
  let detach = () => {};
  let frame = 0;
  const look = () => {
    const root = el.closest(".vf-explorer");
    if (root) detach = attach(root, model);
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    detach();
  };
}

export default { render };
