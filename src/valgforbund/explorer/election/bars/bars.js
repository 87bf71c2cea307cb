// A bar behind each vote field: as long as its votes, and to be dragged from seat to seat. What is
// moved is a message; votes, seats and sentences come from the kernel. By keyboard the slider below
// does the same, so that this is for eyes and pointers alone.

const NEAR = 6; // pixels within which a bar snaps to where a seat moves
const STILL = 3; // pixels that a press may stray and still be one
const [WIDE, MARGIN] = [340, 12]; // of the scale, and beside its line

function made(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function filled(text, values) {
  return Object.entries(values).reduce((told, [key, value]) => told.replaceAll(`{${key}}`, () => value), text ?? "");
}

function render({ model, el }) {
  const scale = made("div", "vf-bars-scale");
  const line = made("div", "vf-bars-line");
  const knob = made("b", "vf-bars-knob");
  const says = made("span", "vf-bars-says");
  line.append(knob);
  scale.append(says, line);
  scale.hidden = true;
  scale.setAttribute("aria-hidden", "true");
  let lists = null; // the box of all rows
  let drag = null; // what is held, and what the kernel said of it
  let watch = null;
  let frame = 0;

  // ---- showing ----

  function strips() {
    const bars = model.get("bars");
    const rows = lists.querySelector(".vf-rows")?.children ?? [];
    [...rows].forEach((row, place) => {
      const field = row.querySelector(":scope > .vf-votes");
      if (!field || !bars[place]) return;
      let strip = field.querySelector(":scope > .vf-bars-strip");
      if (!strip) {
        strip = made("div", "vf-bars-strip");
        strip.setAttribute("aria-hidden", "true");
        strip.append(made("i", "vf-bars-part"));
        field.append(strip);
      }
      strip.dataset.letter = bars[place].letter;
      strip.firstChild.style.width = `${bars[place].part}%`;
    });
  }

  function number(votes) {
    return new Intl.NumberFormat(model.get("texts").language).format(votes);
  }

  /** The scale: from the fewest votes to the most, where seats move, and where the list is. */
  function tell() {
    const { low, high, votes, now, snaps, sign, source } = drag;
    const place = each => `${(100 * (each - low)) / Math.max(high - low, 1)}%`;
    const change = now - votes;
    const amount = `${change < 0 ? "−" : "+"}${number(Math.abs(change))}`;
    const here = snaps.find(each => each.votes === now);
    const texts = model.get("texts");
    says.textContent = filled(texts.says, { letter: sign, votes: number(now), amount, source });
    if (here) says.textContent += filled(texts.snap, { who: here.who });
    knob.style.left = place(now);
    while (line.children.length - 1 > snaps.length) line.firstChild.remove();
    while (line.children.length - 1 < snaps.length) line.prepend(made("i", "vf-bars-mark"));
    snaps.forEach((each, n) => {
      line.children[n].style.left = place(each.votes);
    });
  }

  /** Below its field, the knob under the pointer, and inside the card. */
  function put() {
    const box = lists.getBoundingClientRect();
    const shrink = box.width / lists.offsetWidth; // a page that is shown large
    const [wide, field] = [Math.min(WIDE, lists.offsetWidth - 8), drag.field.getBoundingClientRect()];
    const share = (drag.votes - drag.low) / Math.max(drag.high - drag.low, 1);
    const left = (drag.x - box.left) / shrink - share * (wide - 2 * MARGIN) - MARGIN;
    scale.style.width = `${wide}px`;
    scale.style.left = `${Math.max(4, Math.min(left, lists.offsetWidth - wide - 4))}px`;
    scale.style.top = `${(field.bottom - box.top) / shrink + 6}px`;
    drag.wide = (wide - 2 * MARGIN) * shrink;
    scale.hidden = false;
  }

  // ---- what a pointer does ----

  function down(event) {
    const strip = event.target.closest?.(".vf-bars-strip");
    if (!strip || event.button || drag) return;
    event.preventDefault();
    const field = strip.parentElement;
    if (field.querySelector("input").disabled) return;
    const place = model.get("bars").find(each => each.letter === strip.dataset.letter);
    drag = { letter: place.letter, sign: place.sign, field, x: event.clientX, id: event.pointerId, sent: null };
    strip.setPointerCapture(event.pointerId);
    field.classList.add("vf-bars-held");
    model.send({ grab: drag.letter });
  }

  function move(event) {
    if (event.pointerId !== drag?.id) return;
    drag.at = event.clientX;
    if (!drag.isMoved && Math.abs(drag.at - drag.x) <= STILL) return;
    drag.isMoved = true;
    if (drag.snaps) frame ||= requestAnimationFrame(follow);
  }

  function follow() {
    frame = 0;
    if (!drag?.isMoved) return;
    const { low, high, votes, snaps } = drag;
    if (scale.hidden) put();
    const each = Math.max(high - low, 1) / drag.wide; // votes a pixel
    const free = Math.round(votes + (drag.at - drag.x) * each);
    const near = [{ votes }, ...snaps]
      .map(snap => ({ to: snap.votes, far: Math.abs(snap.votes - free) / each }))
      .filter(snap => snap.far <= NEAR)
      .sort((one, other) => one.far - other.far)[0];
    drag.now = near ? near.to : Math.max(low, Math.min(free, high));
    tell();
    send();
  }

  /** One message at a time: the next when the kernel has counted the last. */
  function send() {
    const last = drag.sent ?? drag.votes;
    if (drag.isAway || drag.now === undefined || drag.now === last) return;
    drag.isAway = true;
    drag.sent = drag.now;
    model.send({ move: drag.letter, to: drag.now });
  }

  function up(event) {
    if (event.pointerId !== drag?.id) return;
    drag.isOver = true;
    if (!drag.isMoved) drag.field.querySelector("input").focus(); // a press enters the field
    if (!drag.isMoved || drag.snaps) settle();
  }

  /** The last place counts, also when the kernel is behind. */
  function settle() {
    if (drag.isMoved && drag.snaps) {
      cancelAnimationFrame(frame);
      follow();
      if (drag.isAway && drag.now !== drag.sent) return;
    }
    cancelAnimationFrame(frame);
    frame = 0;
    drag.field.classList.remove("vf-bars-held");
    scale.hidden = true;
    says.textContent = ""; // the language may be another by the next
    drag = null;
  }

  function heard(message) {
    if (!drag) return;
    if (message.grabbed === drag.letter) {
      Object.assign(drag, message);
      if (drag.isOver) settle();
      else if (drag.isMoved) follow();
    } else if ("moved" in message) {
      drag.isAway = false;
      if (drag.isOver) settle();
      else send();
    }
  }

  // A view is drawn before it is in the page.
  function look() {
    lists = el.closest(".vf-lists");
    const rows = lists?.querySelector(".vf-rows");
    if (!rows) {
      frame = requestAnimationFrame(look);
      return;
    }
    frame = 0;
    lists.append(scale);
    for (const [kind, act] of Object.entries(listeners)) lists.addEventListener(kind, act);
    watch = new MutationObserver(strips);
    watch.observe(rows, { childList: true });
    strips();
  }

  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  const shown = () => lists && strips();
  model.on("change:bars", shown);
  model.on("msg:custom", heard);
  look();
  return () => {
    cancelAnimationFrame(frame);
    watch?.disconnect();
    scale.remove();
    for (const [kind, act] of Object.entries(listeners)) lists?.removeEventListener(kind, act);
    model.off("change:bars", shown);
    model.off("msg:custom", heard);
  };
}

export default { render };
