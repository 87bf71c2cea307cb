// Keeps what a tool holds in this browser, and gives it back when the page is opened again.
// Everything of ours is under one prefix, so that one press can take all of it away.
const OURS = "valgforbund:";
const KEPT = OURS + "kept:"; // entries
const TYPED = OURS + "typed:"; // what was typed and has not arrived
const ASIDE = OURS + "aside:"; // what could not be shown
const PROBE = OURS + "probe"; // whether anything can be written
const TAB = OURS + "tab"; // who this tab is
const DAYS = 30; // an entry of a page that is closed lies so long
const MOST = 30; // and at most so many of them
const LARGEST = 2_000_000; // characters: nothing of ours is larger
// what is pasted to be opened is no field of the tool
const FIELDS =
  "input:not([type=checkbox], [type=radio], .vf-files *), textarea:not(.vf-files *), select";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// ---- the tab ----

// A tab is known by a name of its own. It holds a lock of that name as long as it lives: so a tab
// that was duplicated, with its name, finds it taken and takes another one; and an entry whose
// name nobody holds belongs to a page that is gone.
function whoAmI() {
  return (globalThis[Symbol.for(TAB)] ??= (async () => {
    let before = null;
    try {
      before = sessionStorage.getItem(TAB);
    } catch {} // forbidden: nothing is kept, and that is said
    if (before && (await isFree(before))) return { name: before, before };
    const name = [...crypto.getRandomValues(new Uint32Array(3))].join("-");
    await hold(name);
    try {
      sessionStorage.setItem(TAB, name);
    } catch {}
    return { name, before };
  })());
}

async function isFree(name) {
  if (!navigator.locks) {
    // Only https and this machine have locks. Without them, who comes by a link is another tab.
    return performance.getEntriesByType("navigation")[0]?.type !== "navigate";
  }
  for (let again = 0; again < 10; again++) {
    if (await hold(name)) return true;
    await pause(100); // the page before this one may be about to end
  }
  return false;
}

function hold(name) {
  if (!navigator.locks) return true;
  return new Promise((done) => {
    navigator.locks.request(OURS + name, { ifAvailable: true }, (lock) => {
      done(Boolean(lock));
      return lock && new Promise(() => {});
    });
  });
}

async function living() {
  const all = navigator.locks ? (await navigator.locks.query()).held : [];
  return new Set(all.map((lock) => lock.name.replace(OURS, "")));
}

// Whether the page is the tool's own (Voilà), with an address of its own, and not JupyterLab's.
const isAlone = () => document.body.dataset.voila !== undefined;

// ---- the store ----

const store = {
  keys: (prefix) => {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
      return [];
    }
  },
  // The entry of a key; null where there is none, "torn" where it is none of ours.
  read: (key) => {
    let text = null;
    try {
      text = localStorage.getItem(key);
      if (text === null) return null;
      const entry = text.length <= LARGEST && JSON.parse(text);
      const isOurs = typeof entry?.body === "string" && typeof entry?.saved === "number";
      return isOurs ? entry : "torn";
    } catch {
      return text === null ? null : "torn";
    }
  },
  // What went wrong, or "".
  write: (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return "";
    } catch (error) {
      return error?.name === "QuotaExceededError" ? "full" : "forbidden";
    }
  },
  move: (key, goal) => {
    try {
      const text = localStorage.getItem(key);
      if (text === null) return;
      localStorage.removeItem(key); // first: there may not be room for it twice
      localStorage.setItem(goal, text);
    } catch {}
  },
  remove: (key) => {
    try {
      localStorage.removeItem(key);
    } catch {}
  },
};

// Entries that nobody has open, the newest first; those that lie too long are taken away.
async function left(me, own) {
  const alive = await living();
  const isMine = (key) => key === own || opened().has(key);
  const isOpen = (key) => (ownerOf(key) === me ? isMine(key) : alive.has(ownerOf(key)));
  const gone = store
    .keys(KEPT)
    .filter((key) => !isOpen(key))
    .map((key) => ({ key, entry: store.read(key) }))
    .sort((one, other) => (other.entry?.saved ?? 0) - (one.entry?.saved ?? 0));
  const old = Date.now() - DAYS * 24 * 3600 * 1000;
  const isKept = ({ entry }, place) => place < MOST && (entry === "torn" || entry?.saved > old);
  gone.forEach((each, place) => isKept(each, place) || store.remove(each.key));
  for (const key of store.keys(ASIDE)) if (ownerOf(key) < old) store.remove(key);
  for (const key of store.keys(TYPED)) if (ownerOf(key) !== me && !alive.has(ownerOf(key))) {
    if (!store.keys(key.replace(TYPED, KEPT)).length) store.remove(key);
  }
  return gone.filter((each, place) => isKept(each, place) && each.entry !== "torn");
}

// The tab in a key, or the time of what was put aside.
const ownerOf = (key) => key.split(":")[2];

// The entries of this page's tools.
const opened = () => (globalThis[Symbol.for(KEPT)] ??= new Set());

// ---- words ----

const fill = (text, values) =>
  (text ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

function clock(saved) {
  const then = new Date(saved);
  const time = [then.getHours(), then.getMinutes()].map((n) => String(n).padStart(2, "0"));
  const isToday = then.toDateString() === new Date().toDateString();
  const day = isToday ? "" : `${then.getDate()}.${then.getMonth() + 1}. `;
  return day + time.join(":");
}

function named(field) {
  const label = field.labels?.[0]?.textContent || field.getAttribute("aria-label");
  return (label || field.title || field.placeholder || "").trim();
}

const pageName = () => (globalThis[Symbol.for(OURS + "title")] ??= document.title);

// ---- a tool ----

export default () => {
  let model, tab, key, typedKey;
  let notes = {}; // what is said below the line, by what it is about
  let offer = null; // what lies here from a page that is gone
  let saved = 0; // when it was kept last
  let waiting = null; // who waits for the answer to what is put back
  let asks = false; // whether all is to be deleted
  let forgotten = 0; // how often all was deleted: what was written before is not kept any more
  let number = 0; // of the typed texts: it goes up from page to page
  const views = new Map();
  const texts = () => model.get("texts");

  function keyOf(name) {
    const where = isAlone() ? location.pathname : model.get("path");
    return [name, model.get("kind"), where, model.get("place")].map(encodeURIComponent).join(":");
  }

  function tell(message) {
    try {
      model.send(message);
    } catch {} // nobody is there: what was typed waits
  }

  function say(about, text) {
    notes = { ...notes, [about]: text };
    paint();
  }

  // -- what is kept --

  async function begin() {
    tab = await whoAmI();
    key = KEPT + keyOf(tab.name);
    typedKey = TYPED + keyOf(tab.name);
    opened().add(key);
    forgotten = model.get("entry").deleted ?? 0;
    paint();
    const trouble = store.write(PROBE, 0);
    store.remove(PROBE);
    if (trouble) say("trouble", texts()[trouble]);
    if (model.get("entry").number) {
      saved = store.read(key)?.saved ?? 0; // the kernel lived on, the page came back to it
      settle(model.get("entry").heard);
      paint();
      await typeAgain();
      return;
    }
    let own = store.read(key);
    if (own === null && tab.before) own = store.read(KEPT + keyOf(tab.before));
    if (own === "torn") {
      store.move(key, ASIDE + Date.now());
      say("aside", texts().torn);
      own = null;
    }
    if (own && own.opened === model.get("opened")) {
      if (await putBack(own)) return;
      store.move(key, ASIDE + Date.now());
      say("aside", fill(texts().aside, { time: clock(own.saved) }));
    } else {
      tell({ hello: true });
      if (own) {
        // What was opened is another thing now: what was kept of the first is only offered.
        offer = { key: `${key}:${own.saved}`, entry: own };
        store.move(key, offer.key);
      }
    }
    const others = await left(tab.name, key);
    offer ??= others.find(({ entry }) => entry.kind === model.get("kind")) ?? null;
    paint();
  }

  function putBack(entry) {
    return new Promise((done) => {
      waiting = async (isBack) => {
        if (isBack) saved = entry.saved;
        paint();
        done(isBack);
        if (isBack) await typeAgain();
      };
      tell({ restore: entry.body });
    });
  }

  async function take() {
    const taken = offer;
    offer = null;
    if (await putBack(taken.entry)) store.remove(taken.key);
    else say("aside", fill(texts().aside, { time: clock(taken.entry.saved) }));
  }

  function keep() {
    const { body, heard, deleted } = model.get("entry");
    if (!key || deleted < forgotten) return;
    settle(heard);
    if (!body) {
      store.remove(key);
      saved = 0;
    } else {
      const entry = { body, saved: Date.now(), tab: tab.name, kind: model.get("kind") };
      Object.assign(entry, { opened: model.get("opened"), called: model.get("called") });
      const trouble = store.write(key, entry);
      saved = trouble ? 0 : entry.saved;
      notes = { ...notes, trouble: trouble && texts()[trouble], deleted: "" };
    }
    paint();
  }

  function forgetAll() {
    store.keys(OURS).forEach(store.remove);
    try {
      // who this tab is stays: it is still open
      const all = Object.keys(sessionStorage).filter((each) => each.startsWith(OURS) && each !== TAB);
      all.forEach((each) => sessionStorage.removeItem(each));
    } catch {} // forbidden: nothing is there
    offer = null;
    asks = false;
    notes = { deleted: texts().deleted };
    forgotten += 1;
    tell({ delete: true });
    paint();
  }

  // -- what was typed, until the kernel has it --

  const isMine = (field) => {
    const root = field.closest?.(".vf-explorer");
    return [...views.keys()].some((el) => {
      const own = el.closest(".vf-explorer");
      return own && (own === root || (root && own.matches(".vf-lesson") && root.matches(".vf-lesson")));
    });
  };

  function fields() {
    return [...document.querySelectorAll(FIELDS)].filter((each) => isMine(each));
  }

  function note(event) {
    const field = event.target;
    if (!key || !field.matches?.(FIELDS) || !isMine(field) || !named(field)) return;
    const name = named(field);
    const same = fields().filter((each) => named(each) === name);
    const typed = { name, place: same.indexOf(field), value: field.value };
    const others = unheard().filter((each) => each.name !== name || each.place !== typed.place);
    if (event.type === "change") typed.number = number = Math.max(number + 1, Date.now());
    store.write(typedKey, [...others, typed].slice(-20));
    // behind the message of the field itself, so that it has arrived when this has
    if (typed.number) setTimeout(() => tell({ typed: typed.number }));
  }

  function unheard() {
    try {
      const found = JSON.parse(localStorage.getItem(typedKey));
      const isText = (each) => typeof each?.name === "string" && typeof each.value === "string";
      return Array.isArray(found) ? found.filter(isText) : [];
    } catch {
      return [];
    }
  }

  function settle(heard) {
    settleAs((each) => !(each.number <= heard));
  }

  function settleAs(waits) {
    const rest = unheard().filter(waits);
    if (rest.length) store.write(typedKey, rest);
    else store.remove(typedKey);
  }

  async function typeAgain() {
    const lost = [];
    for (const typed of unheard()) {
      const field = await appears(typed);
      const isThere = field?.value === typed.value;
      if (!field) lost.push(fill(texts().typed, { text: typed.value, field: typed.name }));
      else if (!isThere) {
        field.value = typed.value;
        // Who left the page left the field: a text that was not done is counted, or told, as well.
        for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
      }
      // Typed again it waits anew, told it is told; what stands there already has arrived.
      if (!field || isThere) settleAs((each) => JSON.stringify(each) !== JSON.stringify(typed));
    }
    if (lost.length) say("typed", lost.join(" "));
  }

  async function appears({ name, place }) {
    for (let again = 0; again < 20; again++) {
      const found = fields().filter((each) => named(each) === name)[place];
      if (found) return found;
      await pause(100);
    }
    return null;
  }

  // -- what is seen --

  function title() {
    const called = model.get("called");
    return saved ? fill(texts().kept, { what: called, time: clock(saved) }) : called;
  }

  function drop() {
    store.remove(offer.key);
    offer = null;
    paint();
  }

  // What is seen, made once, so that the button that has the focus keeps it.
  function view(el) {
    const made = (name, css = "", press = null) => {
      const part = document.createElement(name);
      if (css) part.className = css;
      if (press) Object.assign(part, { type: "button", onclick: press });
      return part;
    };
    const told = made("span");
    const afresh = made("button", "", () => tell({ afresh: true }));
    // Who presses twice in one place presses "no": it stands where the question was asked for.
    const ask = (asked, next) => {
      asks = asked;
      paint();
      next.focus();
    };
    const away = made("button", "", () => ask(true, no));
    const sure = made("span");
    const yes = made("button", "", () => {
      forgetAll();
      away.focus();
    });
    const no = made("button", "", () => ask(false, away));
    const line = made("p", "vf-memory-line");
    const here = made("span");
    const [fetch, leave] = [made("button", "", take), made("button", "", drop)];
    const found = made("p", "vf-memory-found");
    const note = made("p", "vf-memory-note");
    note.setAttribute("role", "status");
    line.append(told, afresh, away, sure, yes, no);
    found.append(here, fetch, leave);
    el.append(line, found, note);
    return () => {
      const { entry } = offer ?? {};
      write(told, title());
      write(afresh, texts().afresh, texts().afresh_hint);
      write(away, texts().delete, texts().delete_hint);
      write(sure, texts().delete_sure);
      write(yes, texts().delete_yes);
      write(no, texts().delete_no);
      away.hidden = asks;
      for (const part of [sure, yes, no]) part.hidden = !asks;
      found.hidden = !offer;
      const values = entry && { what: entry.called, time: clock(entry.saved) };
      write(here, entry ? fill(texts().found, values) : "");
      write(fetch, texts().take);
      write(leave, texts().drop);
      const said = Object.values(notes).filter(Boolean).join(" ");
      note.hidden = !said;
      write(note, said);
    };
  }

  function write(part, text, hint = "") {
    if (part.textContent !== (text ?? "")) part.textContent = text ?? "";
    if (hint) part.title = hint;
  }

  function paint() {
    // The name of the page itself stays, behind what is open in it; of several tools, in the first.
    const [first] = opened();
    if (isAlone() && key === first) document.title = [...new Set([title(), pageName()])].join(" – ");
    for (const show of views.values()) show();
  }

  return {
    initialize(context) {
      model = context.model;
      model.on("change:entry", keep);
      model.on("change:called", paint);
      model.on("change:texts", paint);
      model.on("msg:custom", ({ restored }) => {
        if (restored === undefined) return;
        waiting?.(restored);
        waiting = null;
      });
      const gone = (event) => {
        if (event.key === null || (event.key === key && event.newValue === null)) {
          saved = 0; // another tab took all away
          paint();
        }
      };
      for (const kind of ["input", "change"]) document.addEventListener(kind, note, true);
      addEventListener("storage", gone);
      begin();
      return () => {
        for (const kind of ["input", "change"]) document.removeEventListener(kind, note, true);
        removeEventListener("storage", gone);
        opened().delete(key);
      };
    },
    render({ el }) {
      views.set(el, view(el));
      paint();
      return () => views.delete(el);
    },
  };
};
