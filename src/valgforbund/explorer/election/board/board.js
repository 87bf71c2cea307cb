// Alliances built by hand. What is shown comes from the kernel, and what is moved goes there; what
// a move would do is asked once, when something is picked up, for all places at once.

const MOUSE = 4; // pixels that make a press a drag
const FINGER = 10; // pixels that make it a scroll, before it was held long enough
const HOLD = 350; // ms that a finger rests until it has picked something up
const DWELL = 900; // ms over a chip inside another box until it is meant, and not its box
const EDGE = 56; // pixels from the edge where a page scrolls along
const STEP = 9; // pixels that it scrolls in a frame, at most
const TOWARDS = 16; // pixels towards the edge that mean it, where something was picked up there
const NEAR = 40; // pixels beside a place that still mean it
const AWAY = 14; // pixels between the pointer and what is said

const GROUP = "group:";
const isCoarse = matchMedia("(pointer: coarse)");
const ARROWS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

// ---- making, and keeping what was made ----

function made(tag, className, attributes = {}) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (tag === "button") element.type = "button";
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
}

/** These children in this order; what stands right is not touched. */
function order(parent, wanted) {
  let at = parent.firstChild;
  for (const each of wanted) {
    if (each === at) at = at.nextSibling;
    else parent.insertBefore(each, at);
  }
  while (at) {
    const gone = at;
    at = at.nextSibling;
    gone.remove();
  }
}

// ---- what stands on the board ----

function newChip() {
  const chip = made("button", "vf-chip");
  chip.append(made("b", "vf-chip-sign"), made("span", "vf-chip-votes"), made("b", "vf-chip-seats"));
  return chip;
}

function newGroup(isBox) {
  const box = made("div", isBox ? "vf-board-box" : "vf-board-group", { role: "group" });
  const [head, inside] = [made("div", "vf-board-head"), made("div", "vf-board-inside")];
  const grip = made("button", "vf-board-grip");
  const gone = made("button", "vf-board-dissolve");
  grip.append(made("span", "", { "aria-hidden": "true" }));
  gone.append(made("span", "", { "aria-hidden": "true" }));
  grip.firstChild.textContent = "⠿";
  gone.firstChild.textContent = "×";
  const name = made(isBox ? "button" : "span", "vf-board-name");
  name.append(made("span", ""), " · ", made("b", "vf-board-seats"));
  head.append(name, made("span", "vf-board-saves"), grip, gone);
  box.append(head, inside, made("span", "vf-board-effect", { "aria-hidden": "true" }));
  return box;
}

function newStrip(kind) {
  const strip = made("div", `vf-board-${kind}`, { role: "group" });
  const told = made("div", "vf-board-told");
  told.append(made("span", "vf-board-title"), made("small"));
  strip.append(told, made("div", "vf-board-inside"));
  strip.append(made("span", "vf-board-effect", { "aria-hidden": "true" }));
  strip.dataset.target = kind;
  return strip;
}

function render({ model, el }) {
  const view = Math.random().toString(36).slice(2);
  const parts = new Map(); // what stands on the board, by its key
  const ticked = new Set(); // letters
  let number = 0; // of the last question
  let press = null; // a pointer that is down, and what it may pick up
  let lifted = null; // what is picked up, and how: by "pointer", "press" or "keys"
  let swallow = false; // the click that ends a drag
  let isShowing = false;
  let stop = []; // undoes what is listened to while something is lifted

  const places = made("div", "vf-board-places", { role: "toolbar" });
  const fresh = newStrip("new");
  const free = newStrip("free");
  const told = made("div", "vf-board-hint");
  // above whatever is in sight: what is ticked may stand far down in the table of lists
  const ticks = made("div", "vf-board-ticks", { popover: "manual", role: "group" });
  const weighed = made("span", "vf-board-weighed");
  const join = made("button", "vf-board-join");
  const untick = made("button", "vf-board-untick");
  const ghost = made("div", "vf-board-ghost", { "aria-hidden": "true", hidden: "" });
  const wait = made("small", "");
  const said = made("div", "vf-said", { "aria-live": "polite" });
  const hint = made("span", "", { hidden: "", id: `vf-board-${view}` });
  join.hidden = true;
  ticks.append(join, weighed, untick);
  ghost.append(made("span", ""), wait);
  el.append(places, told, ticks, ghost, said, hint);
  el.dataset.lmSuppressShortcuts = "true"; // Enter and arrows are the board's, not JupyterLab's

  const texts = (name, values = {}) =>
    Object.entries(values).reduce(
      (text, [key, value]) => text.replaceAll(`{${key}}`, () => value),
      model.get("texts")[name] ?? "",
    );

  // ---- showing ----

  function part(key, make) {
    if (!parts.has(key)) parts.set(key, make());
    return parts.get(key);
  }

  function chip(data) {
    const found = part(data.key, newChip);
    const [sign, votes, seats] = found.children;
    say(sign, data.sign);
    sign.style.background = data.colour;
    sign.style.color = data.ink;
    say(votes, data.votes);
    say(seats, data.seats);
    seats.classList.toggle("vf-lot", data.lot);
    found.classList.toggle("vf-chip-ours", data.ours);
    set(found, {
      "data-piece": data.key, "data-target": data.key, "data-letter": data.letter,
      "aria-label": data.label, "aria-pressed": ticked.has(data.letter), title: data.title,
      "aria-describedby": hint.id,
    });
    return found;
  }

  function group(data, isBox) {
    const found = part(data.key + (isBox ? "" : ":in"), () => newGroup(isBox));
    const [head, inside] = found.children;
    const [name, saves, grip, gone] = head.children;
    say(name.firstChild, data.name);
    say(name.lastChild, data.seats);
    name.lastChild.classList.toggle("vf-lot", data.lot);
    say(saves, data.saves ?? "");
    saves.className = `vf-board-saves vf-board-${data.kind ?? "none"}`;
    found.classList.toggle("vf-board-focus", Boolean(data.focus));
    if (isBox) set(name, { title: data.look, "aria-label": data.look, "aria-current": data.focus ? "true" : null });
    set(grip, { "aria-label": data.lift, title: data.lift });
    set(gone, { "aria-label": data.dissolve, title: data.dissolve });
    set(found, { "data-piece": data.key, "data-target": data.key, "aria-label": data.name });
    order(inside, data.members.map(member));
    return found;
  }

  const member = data => (data.members ? group(data, false) : chip(data));

  function strip(found, chips, title, small) {
    const [head, inside] = found.children;
    say(head.firstChild, title);
    say(head.lastChild, small);
    found.setAttribute("aria-label", title);
    order(inside, chips.map(chip));
  }

  /** Show what the kernel says; who stood on something that moved stands there again. */
  function show() {
    const { boxes = [], begun = [], free: alone = [] } = model.get("board");
    const held = el.contains(document.activeElement) ? document.activeElement : null;
    const [row, at] = [items(), items().indexOf(held)];
    isShowing = true;
    const made = boxes.map(each => group(each, true));
    strip(fresh, begun, texts("new"), texts(begun.length ? "begun_hint" : "new_hint"));
    strip(free, alone, texts("free"), alone.length ? "" : texts("free_hint"));
    free.classList.toggle("vf-board-few", alone.length < 3); // beside the last box, if there is room
    order(places, [...made, fresh, free]);
    for (const [key, each] of parts) if (!places.contains(each)) parts.delete(key);
    places.setAttribute("aria-label", texts("title"));
    say(hint, texts("chip_hint"));
    const there = new Set([...places.querySelectorAll(".vf-chip")].map(each => each.dataset.letter));
    for (const letter of [...ticked]) if (!there.has(letter)) ticked.delete(letter);
    say(untick, texts("untick"));
    mark();
    if (held && document.activeElement !== held) {
      const next = held.isConnected ? held : items()[Math.min(at, items().length - 1)];
      if (row.includes(held)) next?.focus({ preventScroll: true });
    }
    rove();
    isShowing = false;
    askTicked();
    if (!lifted) return tell();
    if (parts.has(lifted.key) || parts.has(`${lifted.key}:in`)) ask(); // of what is there now
    else settle();
  }

  /** In another language; what was said in the old one is over. */
  function retold() {
    say(said, "");
    show();
  }

  // ---- one stop of the Tab key ----

  function items() {
    return [...places.querySelectorAll("button")];
  }

  function rove(to) {
    const all = items();
    const now = to ?? all.find(each => each.tabIndex === 0 && each.dataset.stop) ?? all[0];
    for (const each of all) {
      each.tabIndex = each === now ? 0 : -1;
      if (each === now) each.dataset.stop = "here";
      else delete each.dataset.stop;
    }
  }

  // ---- asking what would come of it ----

  function ask() {
    lifted.ghosts = null;
    lifted.asked = `${view}:${(number += 1)}`;
    model.send({ lift: lifted.key, number: lifted.asked });
  }

  function askTicked() {
    const letters = [...ticked];
    if (el.isConnected) ticks.togglePopover(letters.length > 0);
    if (letters.length < 2) {
      join.hidden = true;
      join.dataset.asked = "";
      say(join, "");
      delete weighed.dataset.kind;
      return say(weighed, letters.length ? texts("ticked") : "");
    }
    join.dataset.asked = `${view}:${(number += 1)}`;
    model.send({ ticked: letters, number: join.dataset.asked });
  }

  function answered(message) {
    if (message.unite && message.number === join.dataset.asked) {
      const { label, text, kind } = message.unite;
      say(join, label);
      join.hidden = !label;
      weighed.dataset.kind = kind;
      say(weighed, text);
    } else if (lifted && message.number === lifted.asked) {
      lifted.ghosts = message.ghosts;
      for (const [key, { effect, kind }] of Object.entries(lifted.ghosts)) {
        const mark = goal(key)?.querySelector(":scope > .vf-board-effect");
        if (!mark) continue;
        say(mark, effect);
        mark.dataset.kind = kind;
        mark.parentElement.classList.toggle("vf-board-would", Boolean(effect));
      }
      if (lifted.by === "keys") hover(lifted.at ?? row()[0]);
      else point();
    } else if (press && message.number === press.asked) press.ghosts = message.ghosts;
  }

  function tell() {
    if (!lifted) return say(told, texts(isCoarse.matches ? "hint_touch" : "hint"));
    const how = lifted.by === "pointer" ? "held" : "lifted";
    say(told, texts(lifted.isTouch ? `${how}_touch` : how, { what: name(lifted.piece) }));
  }

  // ---- picking up, hovering, letting go ----

  const name = piece => piece.querySelector(".vf-chip-sign, .vf-board-name > span").textContent;
  const goal = key => places.querySelector(`[data-target="${CSS.escape(key)}"]`);
  /** The places in the order of the keys: groups, strips, free lists, lists in groups. */
  const row = () => Object.keys(lifted?.ghosts ?? {});

  function lift(element, by, at = {}) {
    const piece = element.closest("[data-piece]");
    lifted = { key: piece.dataset.piece, piece, by, ...at };
    piece.classList.add("vf-board-lifted");
    el.classList.add("vf-board-lifting");
    if (press?.ghosts && by === "pointer") {
      lifted.asked = press.asked;
      answered({ number: press.asked, ghosts: press.ghosts });
    } else if (press && by === "pointer") lifted.asked = press.asked; // the answer is on its way
    else ask();
    if (by === "pointer") float();
    tell();
    listen();
  }

  /** How much larger the page shows the board than it is: what the pointer says is in its size. */
  const zoom = () => el.currentCSSZoom ?? 1;

  /** A copy of the piece goes with the pointer. */
  function float() {
    const { piece } = lifted;
    const copy = piece.cloneNode(true);
    const box = piece.getBoundingClientRect();
    copy.classList.remove("vf-board-lifted");
    copy.classList.add("vf-board-floating");
    for (const each of [copy, ...copy.querySelectorAll("*")]) {
      for (const attribute of ["id", "data-piece", "data-target", "data-stop", "data-letter"])
        each.removeAttribute(attribute);
      if (each.matches("button")) each.tabIndex = -1;
    }
    set(copy, { "aria-hidden": "true", inert: "" });
    const scale = zoom();
    copy.style.maxWidth = `${box.width / scale}px`;
    lifted.copy = copy;
    el.append(copy); // a box goes without what is in it: it is held where it is pressed, or below
    const [x, y] = [lifted.x0 - box.left, lifted.y0 - box.top];
    const [wide, high] = [(copy.offsetWidth - 8) * scale, (copy.offsetHeight - 8) * scale];
    lifted.grab = { x: Math.min(x, wide), y: Math.min(y, high) };
  }

  function settle() {
    if (!lifted) return;
    const { piece, copy, frame, dwell } = lifted;
    cancelAnimationFrame(frame);
    clearTimeout(dwell);
    lifted = null;
    for (const undo of stop) undo();
    stop = [];
    copy?.remove();
    piece.classList.remove("vf-board-lifted");
    el.classList.remove("vf-board-lifting");
    for (const each of el.querySelectorAll(".vf-board-over")) each.classList.remove("vf-board-over");
    for (const each of el.querySelectorAll(".vf-board-effect")) {
      say(each, "");
      each.parentElement.classList.remove("vf-board-would");
    }
    unsay();
    tell();
  }

  function cancel() {
    if (!lifted) return;
    say(said, texts("cancelled"));
    settle();
  }

  function drop(key) {
    const { key: piece, ghosts } = lifted;
    const what = ghosts?.[key];
    settle();
    if (!key || what?.kind === "here") say(said, texts("cancelled"));
    else {
      if (what) say(said, what.text);
      // what cannot be changes nothing, and was said
      if (what?.kind !== "not") model.send({ drop: piece, on: key });
    }
  }

  /** What stands in no sight stands nowhere: no old sentence is found, copied or read aloud. */
  function unsay() {
    ghost.hidden = true;
    say(ghost.firstChild, "");
    say(wait, "");
  }

  /** Over a place, or over none: mark it, and say what would come of it. */
  function hover(key) {
    lifted.at = key;
    for (const each of el.querySelectorAll(".vf-board-over"))
      if (each.dataset.target !== key) each.classList.remove("vf-board-over");
    const what = key && lifted.ghosts?.[key];
    if (!what) return unsay();
    const there = goal(key);
    there?.classList.add("vf-board-over");
    say(ghost.firstChild, what.text);
    say(wait, lifted.waits ? texts("dwell", { what: name(goal(lifted.waits)) }) : "");
    ghost.dataset.kind = what.kind;
    ghost.hidden = false;
    if (lifted.by === "keys") {
      say(said, what.text);
      there?.scrollIntoView({ block: "nearest" });
    }
    place(there);
  }

  /** Beside the pointer, or below the place; always inside the board. */
  function place(there) {
    const [board, box] = [el.getBoundingClientRect(), there?.getBoundingClientRect()];
    const scale = zoom();
    const [x, y] =
      lifted.by === "keys"
        ? [box.left, box.bottom + 4]
        : [lifted.x + AWAY, lifted.y + (lifted.copy ? lifted.copy.offsetHeight * scale : AWAY)];
    const [wide, high] = [ghost.offsetWidth * scale, ghost.offsetHeight * scale];
    const most = board.width - wide - 4;
    ghost.style.left = `${Math.max(4, Math.min(x - board.left, most)) / scale}px`;
    // above a finger and above the end of the window, where nothing below could be read
    const isLow = lifted.isTouch || y + high > innerHeight;
    const above = lifted.by === "keys" ? box.top : lifted.y - (lifted.grab?.y ?? 0);
    ghost.style.top = `${((isLow ? above - high - 8 : y) - board.top) / scale}px`;
  }

  /** The places under the pointer, the innermost first; or the one beside it. */
  function pointedAt() {
    const { x, y, key } = lifted;
    const all = [];
    let at = document.elementFromPoint(x, y)?.closest("[data-target]");
    for (; at && el.contains(at); at = at.parentElement.closest("[data-target]")) all.push(at);
    if (!all.length) all.push(...beside(x, y));
    return all.map(each => each.dataset.target).filter(each => each !== key && each in lifted.ghosts);
  }

  function beside(x, y) {
    const away = each => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    };
    const nearest = [...places.children].sort((one, other) => away(one) - away(other))[0];
    return nearest && away(nearest) <= NEAR ? [nearest] : [];
  }

  /** What is meant: of a chip in another box the box, until somebody waits over the chip. */
  function under() {
    const { ghosts } = lifted;
    const [inner, outer] = pointedAt();
    const isInside = inner && outer && !inner.startsWith(GROUP) && outer.startsWith(GROUP);
    const isAsked = isInside && ghosts[outer].kind !== "here" && ghosts[inner].kind !== "not";
    if (lifted.over !== inner) {
      lifted.over = inner;
      clearTimeout(lifted.dwell);
      lifted.isMeant = false;
      if (isAsked) {
        lifted.dwell = setTimeout(() => {
          lifted.isMeant = true;
          point();
        }, DWELL);
      }
    }
    lifted.waits = isAsked && !lifted.isMeant ? inner : null;
    return lifted.waits || (isInside && ghosts[inner].kind === "not") ? outer : inner;
  }

  function point() {
    if (!lifted || lifted.x === undefined) return;
    if (lifted.copy) {
      const { copy, grab } = lifted;
      const board = el.getBoundingClientRect();
      const scale = zoom();
      const most = board.width - copy.offsetWidth * scale; // no wider page because of it
      const left = Math.max(0, Math.min(lifted.x - board.left - grab.x, most)) / scale;
      copy.style.transform = `translate(${left}px, ${(lifted.y - board.top - grab.y) / scale}px)`;
    }
    // pressed, and not gone anywhere yet: all places say what would come of it, and that is enough
    if (lifted.ghosts && (lifted.hasMoved || lifted.by === "pointer")) hover(under());
  }

  /** The page goes along where the pointer is at its edge, and came there or goes further. */
  function scroll() {
    if (!lifted) return;
    const { y, y0 } = lifted;
    const [up, down] = [EDGE - y, y - (innerHeight - EDGE)];
    const deep = Math.max(up, down);
    const [far, room] = up > down ? [y0 - y, y0] : [y - y0, innerHeight - y0];
    if (deep <= 0 || far > Math.min(TOWARDS, room / 2)) lifted.scrolls = true;
    if (deep > 0 && lifted.scrolls && lifted.hasMoved) {
      const step = Math.ceil(STEP * Math.min(1, deep / EDGE));
      scroller().scrollBy(0, up > down ? -step : step);
      point();
    }
    lifted.frame = requestAnimationFrame(scroll);
  }

  function scroller() {
    for (let at = el.parentElement; at; at = at.parentElement) {
      const look = getComputedStyle(at).overflowY;
      if (at.scrollHeight > at.clientHeight + 2 && ["auto", "scroll"].includes(look)) return at;
    }
    return document.scrollingElement;
  }

  // ---- ticking ----

  /** The tick boxes of the table of lists are in other widgets of the same tool. */
  const boxes = () => el.closest(".vf-explorer")?.querySelectorAll(".vf-tick") ?? [];

  function mark() {
    for (const each of places.querySelectorAll(".vf-chip"))
      set(each, { "aria-pressed": ticked.has(each.dataset.letter) });
    for (const each of boxes()) each.checked = ticked.has(each.dataset.letter);
  }

  function tick(letter) {
    if (!ticked.delete(letter)) ticked.add(letter);
    mark();
    askTicked();
  }

  function unite() {
    const letters = clear();
    model.send({ unite: letters });
  }

  /** Nothing is ticked any more; what was, and who stood on a button that goes stands on the first. */
  function clear() {
    const letters = [...ticked];
    if (ticks.contains(document.activeElement))
      places.querySelector(`[data-letter="${CSS.escape(letters[0])}"]`)?.focus({ preventScroll: true });
    ticked.clear();
    mark();
    askTicked();
    return letters;
  }

  const isOurs = box => box.matches?.(".vf-tick") && box.closest(".vf-explorer")?.contains(el);

  function tickedInTable(event) {
    const { target } = event;
    if (isOurs(target) && target.checked !== ticked.has(target.dataset.letter)) tick(target.dataset.letter);
  }

  /** Enter in the table does what the button does; Escape takes all ticks away. */
  function keysOfTicks(event) {
    if (!isOurs(event.target) && !el.contains(event.target)) return;
    if (event.key === "Escape" && ticked.size && !lifted) clear();
    else if (event.key === "Enter" && isOurs(event.target) && !join.hidden) unite();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // ---- what a person does ----

  function down(event) {
    swallow = false;
    const piece = event.target.closest("[data-piece]");
    const isOther = event.target.closest(".vf-board-dissolve");
    if (event.button !== 0 || !piece || isOther || !event.isPrimary || lifted || event.ctrlKey || event.metaKey) return;
    const { clientX: x, clientY: y, pointerId: id, pointerType } = event;
    const isTouch = pointerType === "touch";
    press = { piece, x, y, id, isTouch, asked: `${view}:${(number += 1)}` };
    if (isTouch) press.timer = setTimeout(() => begin(x, y), HOLD);
    else model.send({ lift: piece.dataset.piece, number: press.asked });
  }

  function begin(x, y) {
    const { piece, id, isTouch, x: x0, y: y0 } = press;
    if (isTouch) model.send({ lift: piece.dataset.piece, number: press.asked });
    lift(piece, "pointer", { x, y, x0, y0, isTouch, hasMoved: !isTouch });
    swallow = true;
    try {
      el.setPointerCapture(id);
    } catch {
      // it is up already
    }
    if (isTouch) navigator.vibrate?.(10);
    lifted.frame = requestAnimationFrame(scroll);
    point();
  }

  function move(event) {
    const { clientX: x, clientY: y } = event;
    if (lifted && lifted.by !== "keys") {
      if (lifted.by === "pointer" && event.pointerId !== press?.id) return;
      if (Math.hypot(x - lifted.x0, y - lifted.y0) > FINGER) lifted.hasMoved = true;
      [lifted.x, lifted.y] = [x, y];
      point();
    } else if (press && event.pointerId === press.id) {
      const far = Math.hypot(x - press.x, y - press.y);
      if (press.isTouch && far > FINGER) release();
      else if (!press.isTouch && far > MOUSE) begin(x, y);
    }
  }

  function release() {
    clearTimeout(press?.timer);
    press = null;
  }

  function up(event) {
    if (!press || event.pointerId !== press.id) return;
    const was = lifted?.by === "pointer" ? lifted : null;
    release();
    if (!was) return;
    if (was.hasMoved) drop(was.at);
    else {
      settle(); // held, and not moved
      if (was.piece.matches(".vf-chip")) tick(was.piece.dataset.letter);
    }
  }

  function lost(event) {
    if (!press || event.pointerId !== press.id) return;
    release();
    if (lifted?.by === "pointer") cancel();
  }

  function click(event) {
    if (swallow) {
      swallow = false;
      return;
    }
    const { target } = event;
    const button = target.closest("button");
    if (lifted) {
      if (lifted.by === "keys") return drop(lifted.at);
      [lifted.x, lifted.y] = [event.clientX, event.clientY];
      const at = lifted.ghosts ? under() : undefined;
      if (at && !target.closest(".vf-board-lifted")) drop(at);
      else cancel();
    } else if (button === join) unite();
    else if (button === untick) clear();
    else if (button?.matches(".vf-chip")) {
      if (event.ctrlKey || event.metaKey) tick(button.dataset.letter);
      else pick(button, event);
    } else if (button?.matches(".vf-board-grip")) pick(button, event);
    else if (button?.matches(".vf-board-name"))
      model.send({ look: button.closest("[data-piece]").dataset.piece });
    else if (button?.matches(".vf-board-dissolve"))
      model.send({ dissolve: button.closest("[data-piece]").dataset.piece });
    else if (!button && target.closest(".vf-board-box"))
      model.send({ look: target.closest(".vf-board-box").dataset.piece });
  }

  /** By a press, which a second one ends, or by a key. */
  function pick(button, event) {
    const { clientX: x, clientY: y } = event;
    const byKeys = event.detail === 0;
    const isTouch = event.pointerType === "touch";
    lift(button, byKeys ? "keys" : "press", byKeys ? {} : { x, y, x0: x, y0: y, isTouch });
  }

  function keys(event) {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (lifted) return keysLifted(event);
    if (!places.contains(event.target)) return;
    const all = items();
    const at = all.indexOf(event.target);
    const to =
      key === "Home" ? 0 : key === "End" ? all.length - 1 : key in ARROWS ? at + ARROWS[key] : null;
    if (to !== null) all[(to + all.length) % all.length].focus();
    else if (key === " " && event.target.matches(".vf-chip")) {
      if (!event.repeat) tick(event.target.dataset.letter);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function keysLifted(event) {
    const { key } = event;
    if (key === "Escape") cancel();
    else if (key === "Tab") return cancel();
    else if (lifted.by !== "pointer" && key in ARROWS) {
      lifted.by = "keys";
      const [all, way] = [row(), ARROWS[key]];
      if (all.length) hover(all[(all.indexOf(lifted.at) + way + all.length) % all.length]);
    } else if (lifted.by === "keys" && (key === "Home" || key === "End")) hover(row().at(key === "Home" ? 0 : -1));
    else if (lifted.by === "keys" && (key === "Enter" || key === " ")) {
      if (!event.repeat && lifted.ghosts) drop(lifted.at);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** A click that the space bar makes when it comes up is none. */
  function keyUp(event) {
    if (event.key === " " && event.target.matches(".vf-chip, .vf-board-grip")) event.preventDefault();
  }

  /** While something is lifted, Escape and what is pressed elsewhere count on the whole page. */
  function listen() {
    const on = (target, kind, act, options) => {
      target.addEventListener(kind, act, options);
      stop.push(() => target.removeEventListener(kind, act, options));
    };
    on(document, "keydown", event => lifted && !el.contains(event.target) && keysLifted(event));
    on(document, "pointerdown", event => el.contains(event.target) || cancel());
    on(document, "pointermove", move);
  }

  const listeners = {
    pointerdown: down,
    pointermove: event => lifted || move(event), // the page hears it while something is lifted
    pointerup: up,
    pointercancel: lost,
    click,
    keydown: keys,
    keyup: keyUp,
    focusin: event => places.contains(event.target) && rove(event.target.closest("button")),
    focusout: () => lifted?.by === "keys" && !isShowing && cancel(),
    // a finger that holds asks for no menu
    contextmenu: event => press?.isTouch && event.preventDefault(),
    dragstart: event => event.preventDefault(),
  };
  const still = event => lifted?.by === "pointer" && event.cancelable && event.preventDefault();

  for (const [kind, act] of Object.entries(listeners)) el.addEventListener(kind, act);
  document.addEventListener("change", tickedInTable);
  document.addEventListener("keydown", keysOfTicks, true); // before a field has them
  el.addEventListener("touchmove", still, { passive: false }); // a page does not scroll under it
  model.on("change:board", show);
  model.on("change:texts", retold);
  model.on("msg:custom", answered);
  show();
  return () => {
    release();
    settle();
    for (const [kind, act] of Object.entries(listeners)) el.removeEventListener(kind, act);
    document.removeEventListener("change", tickedInTable);
    document.removeEventListener("keydown", keysOfTicks, true);
    el.removeEventListener("touchmove", still);
    model.off("change:board", show);
    model.off("change:texts", retold);
    model.off("msg:custom", answered);
  };
}

export default { render };
