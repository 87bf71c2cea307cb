// Tables that a person can use. All HTML comes from the kernel, escaped by the builder of its
// pages (markup.py); nothing here makes HTML from text.

const STEPS = 3; // of a pressed heading: one way, the other way, as it was given
const TOLD = 4000; // milliseconds that "copied" stays
const FORMULA = /^[=+\-@＝＋－＠]/;

// ---- what a cell is: data, not what is printed ----

const text = cell => cell.dataset.copy ?? cell.textContent.replace(/\s+/g, " ").trim();

function value(cell) {
  const given = cell?.dataset.value;
  if (given === undefined) return (cell && text(cell)) || null;
  return given === "" ? null : Number(given);
}

/** A cell for a spreadsheet: a number as it is written, text that cannot become a formula. */
function copied(cell) {
  const written = text(cell);
  if (typeof value(cell) === "number" && /^-?\d[\d.,\s]*%?$/.test(written)) return written;
  const safe = FORMULA.test(written) ? `'${written}` : written;
  return safe.startsWith('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const tsv = table =>
  [...table.rows].map(row => [...row.cells].map(copied).join("\t")).join("\r\n") + "\r\n";

// ---- order ----

const isNumber = (rows, column) =>
  rows.some(row => typeof value(row.cells[column]) === "number");

/** Numbers before text, what does not apply last whichever way; equal ones stay as given. */
function sorted(rows, { column, down }, collator) {
  const way = down ? -1 : 1;
  const keys = new Map(rows.map(row => [row, value(row.cells[column])]));
  return [...rows].sort((one, other) => {
    const [a, b] = [keys.get(one), keys.get(other)];
    if (a === null || b === null) return (a === null) - (b === null);
    if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
    return way * (typeof a === "number" ? a - b : collator.compare(a, b));
  });
}

/** The next order after a heading was pressed; numbers begin with the largest. */
function next(order, column, numbers) {
  const step = order?.column === column ? order.step + 1 : 1;
  return step < STEPS ? { column, step, down: numbers === (step === 1) } : undefined;
}

// ---- dressing: the kernel's HTML with what can be done ----

function made(tag, className, content = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = content;
  if (tag === "button") element.type = "button";
  return element;
}

function head(table, order, texts) {
  for (const [column, cell] of [...table.tHead.rows[0].cells].entries()) {
    if (!cell.textContent.trim()) continue;
    const button = made("button", "vf-sort");
    button.dataset.column = column;
    button.title = texts.sort;
    button.append(...cell.childNodes);
    cell.append(button);
    if (order?.column === column)
      cell.setAttribute("aria-sort", order.down ? "descending" : "ascending");
  }
}

function tools(table, name, said, texts) {
  const box = made("div", "vf-table-tools");
  const copy = made("button", "vf-copy", texts.copy);
  copy.dataset.table = name;
  copy.setAttribute("aria-label", `${texts.copy}: ${table.caption?.textContent ?? ""}`);
  const told = made("span", "vf-copied", said?.name === name ? said.text : "");
  told.setAttribute("aria-live", "polite");
  box.append(told, copy);
  return box;
}

/** Rows beyond the first ones are hidden until they are asked for. */
function fold(table, name, texts) {
  const hidden = [...table.tBodies[0].rows].slice(Number(table.dataset.first));
  for (const row of hidden) row.hidden = true;
  const said = hidden.length === 1 ? texts.one_more : texts.more.replace("{n}", hidden.length);
  const more = made("button", "vf-more-rows", said);
  more.dataset.table = name;
  return more;
}

function dressed(model, look) {
  const [content, texts] = [document.createElement("template"), model.get("_texts")];
  content.innerHTML = model.get("value");
  const collator = new Intl.Collator(texts.order, { numeric: true });
  for (const [place, table] of [...content.content.querySelectorAll("table")].entries()) {
    const name = (table.dataset.name ||= String(place));
    const body = table.tBodies[0];
    if (table.dataset.order !== "given" && body.rows.length > 1) {
      const order = look.orders[name];
      head(table, order, texts);
      if (order) body.append(...sorted([...body.rows], order, collator));
    }
    const box = table.closest(".vf-usable");
    if (table.dataset.first && !look.open.has(name)) box?.append(fold(table, name, texts));
    box?.prepend(tools(table, name, look.said, texts));
  }
  return content.content;
}

// ---- showing: only what differs is touched, so that focus and scrolling stay ----

const isLike = (one, other) =>
  one.nodeType === other.nodeType &&
  one.nodeName === other.nodeName &&
  one.dataset?.row === other.dataset?.row;

function fit(parent, wanted) {
  const rows = new Map(
    [...parent.children].filter(each => each.dataset.row).map(each => [each.dataset.row, each]),
  );
  let at = parent.firstChild;
  for (const each of wanted) {
    const same = each.dataset?.row ? rows.get(each.dataset.row) : at && isLike(at, each) && at;
    if (!same) parent.insertBefore(each, at);
    else {
      rows.delete(each.dataset?.row);
      if (same === at) at = at.nextSibling;
      else parent.insertBefore(same, at);
      liken(same, each);
    }
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

function liken(held, wanted) {
  if (held.nodeType !== Node.ELEMENT_NODE) {
    if (held.data !== wanted.data) held.data = wanted.data;
    return;
  }
  for (const { name } of [...held.attributes])
    if (!wanted.hasAttribute(name) && name !== "open") held.removeAttribute(name);
  for (const { name, value } of wanted.attributes)
    if (held.getAttribute(name) !== value) held.setAttribute(name, value);
  fit(held, [...wanted.childNodes]);
}

/** Show it; who stood on a row stands there again, or on the row that took its place. */
function show(el, content) {
  const held = el.contains(document.activeElement) ? document.activeElement : null;
  const row = held?.closest("tr");
  const [body, place] = [row?.parentElement, row?.sectionRowIndex];
  fit(el, [...content.childNodes]);
  if (!held || document.activeElement === held) return;
  const others = body?.isConnected ? [...body.querySelectorAll(".vf-press")] : [];
  const goal = held.isConnected ? held : others[Math.min(place, others.length - 1)];
  goal?.focus({ preventScroll: true });
}

// ---- copying ----

async function toClipboard(what) {
  try {
    await navigator.clipboard.writeText(what);
    return true;
  } catch {
    return byHand(what); // there is none on this page, or it was refused
  }
}

function byHand(what) {
  const field = made("textarea", "vf-clipboard");
  const held = document.activeElement;
  field.value = what;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
    held?.focus({ preventScroll: true });
  }
}

// ---- what a person does ----

function render({ model, el }) {
  // the order lives with the model: it is there again when the table is shown again
  const look = model.get("look") ?? { orders: {}, open: new Set(), said: null };
  model.set("look", look);
  el.dataset.lmSuppressShortcuts = "true"; // Enter on a row is not JupyterLab's
  const again = () => show(el, dressed(model, look));
  const named = name =>
    [...el.querySelectorAll("table")].find(each => each.dataset.name === name);

  function sort(button) {
    const table = button.closest("table");
    const [name, column] = [table.dataset.name, Number(button.dataset.column)];
    const numbers = isNumber([...table.tBodies[0].rows], column);
    look.orders[name] = next(look.orders[name], column, numbers);
    again();
    button.closest(".vf-scroll").scrollTop = 0; // to what comes first now
  }

  async function copy(name) {
    const { copied: yes, not_copied: no } = model.get("_texts");
    const said = (look.said = { name, text: (await toClipboard(tsv(named(name)))) ? yes : no });
    again();
    setTimeout(() => {
      if (look.said !== said) return;
      look.said = null;
      again();
    }, TOLD);
  }

  function click({ target, detail }) {
    const button = target.closest("button");
    if (button?.matches(".vf-sort")) sort(button);
    else if (button?.matches(".vf-copy")) copy(button.dataset.table);
    else if (button?.matches(".vf-more-rows")) {
      look.open.add(button.dataset.table);
      again();
    } else if (!target.closest("button:not(.vf-press), a, summary")) {
      const row = target.closest("tr[data-row]");
      // a double click is one press, and who marks text in a row does not press it
      const isMeant = detail < 2 && (button || getSelection().isCollapsed);
      if (row && isMeant) model.send(row.dataset.row);
    }
  }

  // anywidget takes the listeners of the view away, with them the one for its classes
  let worn = model.get("_dom_classes");
  function wear() {
    el.classList.remove(...worn);
    worn = model.get("_dom_classes");
    el.classList.add(...worn);
  }

  el.addEventListener("click", click);
  model.on("change:_dom_classes", wear);
  model.on("change:value", again);
  model.on("change:_texts", again);
  wear();
  again();
  return () => {
    el.removeEventListener("click", click);
    model.off("change:_dom_classes", wear);
    model.off("change:value", again);
    model.off("change:_texts", again);
  };
}

export default { render };
