// The page's side of the pulse: two seconds without a beat of the kernel, and its numbers are
// veiled. Nothing here trusts the kernel, its messages or the widgets to be there still.

const LATE = 2000; // ms without a beat
const SIGN = 3000; // ms between two signs of life, sent when a beat is heard: no timer that sleeps
const AGAIN = 1000; // ms between two questions while nobody answers
const WAKING = 500; // ms for what has waited while the page slept or was busy
const SELDOM = 10_000; // ms, in the end
const PROBE = 3000; // ms for the server's answer
const DOUBTS = 3;
const GONE = ["dead", "restarting", "autorestarting"]; // what a kernel is said to be

const now = () => Date.now(); // goes on while a laptop sleeps
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

// ---- what the page knows of its kernel --------------------------------------------------------

class Link {
  constructor(model) {
    this.model = model;
    this.views = new Set();
    this.kernel = model.widget_manager?.kernel;
    this.isLost = false;
    this.hasLived = false;
    this.isTorn = false; // messages may have been lost: page and kernel may not agree
    this.next = null; // the number of the next beat
    this.question = 0;
    this.doubts = 0; // how often a widget was waiting when all had been said
    this.signed = this.asked = 0;
    this.heard = now();
    model.on("msg:custom", (message) => this.hear(message));
    this.kernel?.connectionStatusChanged?.connect((_, status) => {
      if (status !== "connected") this.isTorn = true;
      else this.ask();
    });
    this.kernel?.statusChanged?.connect((_, status) => {
      if (GONE.includes(status)) this.lose();
    });
    this.wake = () => document.visibilityState === "visible" && this.check();
    for (const event of ["visibilitychange", "resume"]) document.addEventListener(event, this.wake);
    for (const event of ["pageshow", "online", "focus"]) window.addEventListener(event, this.wake);
    this.wait();
    this.ask(); // a kernel that waited for its page is silent
  }

  end() {
    clearTimeout(this.timer);
    for (const event of ["visibilitychange", "resume"])
      document.removeEventListener(event, this.wake);
    for (const event of ["pageshow", "online", "focus"])
      window.removeEventListener(event, this.wake);
  }

  send(message) {
    // What is sent without a connection would be queued, for hours perhaps.
    if (this.kernel && this.kernel.connectionStatus !== "connected") return;
    try {
      this.model.send(message);
    } catch {
      // The kernel is gone; the missing beat tells it.
    }
  }

  // Have the kernel answer, after it has sent all that it holds where some may be lost.
  ask(all = this.isTorn) {
    this.asked = now();
    this.question += 1;
    this.send({ ask: this.question, all });
  }

  hear(message) {
    if ("beat" in message) {
      const isGap = this.next !== null && message.beat !== this.next;
      this.isTorn ||= isGap;
      this.next = message.beat + 1;
      if (!this.isTorn) this.live();
      else if (isGap || (this.doubts < DOUBTS && now() - this.asked > SELDOM)) this.ask();
    } else if (message.answer === this.question) {
      this.agree();
    }
  }

  // All that the kernel said before its answer is shown, and it has read all that we said before
  // our question: unless a widget still waits to hear that it was heard. Where that has got lost,
  // it will wait for ever, and send nothing more: then the veil stays until a new start.
  async agree() {
    const question = this.question;
    if (await isWaiting(this.model.widget_manager)) {
      this.doubts += 1;
      await sleep(AGAIN);
      if (question === this.question && this.doubts < DOUBTS) this.ask(false);
      return;
    }
    if (question !== this.question) return;
    this.isTorn = false;
    this.live();
  }

  live() {
    this.heard = now();
    this.hasLived = true;
    this.doubts = 0;
    this.wait();
    if (this.views.size && now() - this.signed >= SIGN) {
      this.signed = now();
      this.send({ sign: true });
    }
    if (!this.isLost) return;
    this.isLost = false;
    for (const view of this.views) view.lift();
  }

  wait() {
    clearTimeout(this.timer);
    const due = now() + LATE;
    this.timer = setTimeout(() => (now() - due > WAKING ? this.check() : this.lose()), LATE);
  }

  // The page comes back, or its clock was late: what has waited may tell that all is well.
  check() {
    this.ask();
    if (this.isLost || now() - this.heard < LATE) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lose(), WAKING);
  }

  lose() {
    if (!this.isLost) {
      this.isLost = true;
      this.pause = AGAIN;
      for (const view of this.views) view.fall();
    }
    this.send({ sign: true });
    this.reconnect();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lose(), this.pause);
    this.pause = Math.min(this.pause * 1.2, SELDOM);
  }

  // Jupyter gives up after some attempts, with longer and longer pauses.
  async reconnect() {
    if (!this.kernel || this.kernel.connectionStatus === "connected" || this.isTrying) return;
    this.isTrying = true;
    try {
      if ((await this.probe())?.ok) await within(PROBE, this.kernel.reconnect());
    } catch {
      // The next time, perhaps.
    } finally {
      this.isTrying = false;
    }
  }

  // What the server says of the kernel; null where there is no server.
  async probe() {
    const base = this.kernel?.serverSettings?.baseUrl ?? "/";
    const signal = AbortSignal.timeout(PROBE);
    try {
      return await fetch(`${base}api/kernels/${this.kernel?.id ?? ""}`, { cache: "no-store", signal });
    } catch {
      return null;
    }
  }
}

async function isWaiting(manager) {
  const models = await Promise.all(Object.values(manager?._models ?? {}));
  return models.some((model) => model._pending_msgs > 0);
}

// ---- going on ---------------------------------------------------------------------------------

function isVoila() {
  return document.body.dataset.voila !== undefined;
}

// The notebook and cell that hold this element, where JupyterLab hands itself to the page.
function placeOf(el) {
  const app = window.jupyterapp;
  for (const panel of app?.shell?.widgets("main") ?? []) {
    const cells = panel.content?.widgets ?? [];
    const index = cells.findIndex((cell) => cell.node?.contains(el));
    if (index >= 0 && panel.sessionContext) return { app, panel, index };
  }
  return null;
}

async function within(ms, promise) {
  return Promise.race([promise, sleep(ms).then(() => null)]);
}

// A kernel that answers is kept, whatever it computes for others; else there is a new one.
async function ensureKernel(context) {
  await context.sessionManager.refreshRunning(); // what the server does not have any more goes
  const kernel = context.session?.kernel;
  if (kernel && !kernel.isDisposed && kernel.status !== "dead") {
    try {
      if (kernel.connectionStatus !== "connected") await within(PROBE, kernel.reconnect());
      if (await within(PROBE, kernel.requestKernelInfo())) return;
      await kernel.restart();
      return;
    } catch {
      // It is gone: another one.
    }
  }
  const name = context.kernelPreference.name || context.prevKernelName || "python3";
  await context.changeKernel({ name });
}

async function runAgain({ app, panel, index }) {
  await ensureKernel(panel.sessionContext);
  app.shell.activateById(panel.id);
  panel.content.activeCellIndex = index;
  panel.content.deselectAll();
  if (index > 0) await app.commands.execute("notebook:run-all-above");
  panel.content.activeCellIndex = index;
  await app.commands.execute("notebook:run-cell");
}

// ---- what lies over a tool --------------------------------------------------------------------

class Veil {
  constructor(el, link) {
    this.el = el;
    this.link = link;
    this.isGoing = false;
    el.classList.add("vf-pulse");
    el.dataset.lmSuppressShortcuts = "true"; // Enter is for the button, not for JupyterLab
    link.views.add(this);
    this.place = () => this.putInView();
    if (link.isLost) this.fall();
  }

  get tool() {
    return this.el.parentElement;
  }

  text(key) {
    return this.link.model.get("texts")[key] ?? "";
  }

  // A notebook that was stored with its widgets shows them before anything has run.
  get sentence() {
    return this.text(this.link.hasLived || isVoila() ? "lost" : "stored");
  }

  // A tool inside a tool lies under the veil of the outer one.
  get isInner() {
    return Boolean(this.tool?.parentElement?.closest(".vf-explorer:has(> .vf-pulse)"));
  }

  fall() {
    if (!this.tool || this.isInner) return;
    this.focused = this.tool.contains(document.activeElement) ? document.activeElement : null;
    const takesFocus = this.focused || document.activeElement === document.body;
    this.el.classList.add("vf-veiled");
    this.tool.classList.add("vf-under");
    for (const each of this.tool.children) each.inert = each !== this.el;
    this.draw(this.sentence, isVoila() || placeOf(this.el) !== null);
    document.addEventListener("scroll", this.place, { capture: true, passive: true });
    if (takesFocus) (this.button ?? this.box).focus({ preventScroll: true });
  }

  lift() {
    if (!this.el.classList.contains("vf-veiled") || this.isGoing) return;
    const hadFocus = this.el.contains(document.activeElement);
    this.el.classList.remove("vf-veiled");
    this.tool.classList.remove("vf-under");
    this.el.replaceChildren();
    for (const each of this.tool.children) each.inert = false;
    document.removeEventListener("scroll", this.place, { capture: true });
    if (hadFocus && this.focused?.isConnected) this.focused.focus({ preventScroll: true });
  }

  end() {
    this.link.views.delete(this);
    document.removeEventListener("scroll", this.place, { capture: true });
  }

  draw(sentence, canGoOn) {
    this.box = document.createElement("div");
    this.box.setAttribute("role", "alertdialog");
    this.box.setAttribute("aria-modal", "true");
    this.box.tabIndex = -1;
    const id = `vf-pulse-${Math.random().toString(36).slice(2)}`;
    this.said = paragraph(sentence);
    this.said.id = id;
    this.said.setAttribute("aria-live", "polite");
    this.box.setAttribute("aria-labelledby", id);
    const old = paragraph(this.text("old"));
    old.className = "vf-printed";
    this.box.append(this.said, old);
    this.button = null;
    if (canGoOn) {
      this.button = document.createElement("button");
      this.button.textContent = this.text("go_on");
      this.button.addEventListener("click", () => this.goOn());
      this.box.append(this.button);
    } else {
      this.box.append(paragraph(this.text("menu")));
    }
    this.el.replaceChildren(this.box);
    this.putInView();
  }

  // In the middle of what is seen of the tool, which may be long.
  putInView() {
    const { top, bottom } = this.el.getBoundingClientRect();
    const from = Math.max(top, 0);
    const to = Math.min(bottom, window.innerHeight);
    const middle = from + (to - from) * 0.4 - top - this.box.offsetHeight / 2;
    this.box.style.top = `${Math.max(8, Math.min(middle, bottom - top - this.box.offsetHeight))}px`;
  }

  async goOn() {
    if (this.isGoing) return;
    this.isGoing = true;
    this.button.setAttribute("aria-disabled", "true");
    this.said.textContent = this.text("going");
    while (!(await this.link.probe())) {
      this.said.textContent = this.text(isVoila() ? "no_app" : "no_lab");
      this.putInView();
      await sleep(AGAIN);
      if (!this.link.isLost) break;
    }
    try {
      if (!this.link.isLost) return;
      if (isVoila()) {
        window.location.reload();
        await sleep(60_000); // the page goes
      } else {
        await runAgain(placeOf(this.el));
      }
    } catch {
      // Not this time; the button is there for the next.
    } finally {
      this.isGoing = false;
      if (this.link.isLost) {
        this.button.removeAttribute("aria-disabled");
        this.said.textContent = this.sentence;
      } else {
        this.lift();
      }
    }
  }
}

function paragraph(text) {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}

// ---- one kernel's pulse, over each of its tools -----------------------------------------------

let link;

export default {
  initialize({ model }) {
    link = new Link(model);
    return () => link.end();
  },
  render({ el }) {
    const veil = new Veil(el, link);
    return () => veil.end();
  },
};
