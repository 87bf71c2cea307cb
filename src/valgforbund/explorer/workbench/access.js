// What the host's widgets leave out for the keyboard and for a screen reader.

const FOLD = ".jupyter-widget-Collapse-header";
const SCROLLED = ".vf-scroll, .vf-listing, .vf-grid";

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
  if (box.scrollWidth <= box.clientWidth && box.scrollHeight <= box.clientHeight) return;
  set(box, "tabindex", "0");
  set(box, "role", "region");
  set(box, "aria-label", text(box.querySelector("caption, h2, h3")) || "…");
}

function mend(root) {
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

// On a narrow page a question's answer stands further down.
function lead(event) {
  const questions = event.target.closest?.(".vf-questions > .lm-TabBar .lm-TabBar-tab")?.closest(".vf-questions");
  if (!questions || getComputedStyle(questions).display !== "contents") return;
  const found = questions.querySelector(":scope > .widget-tab-contents");
  requestAnimationFrame(() => found.scrollIntoView({ block: "start" }));
}

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
  root.addEventListener("keydown", press);
  root.addEventListener("click", lead);
  model.on("change:language", speak);
  speak();
  again();
  return () => {
    watch.disconnect();
    cancelAnimationFrame(waiting);
    root.removeEventListener("keydown", press);
    root.removeEventListener("click", lead);
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
