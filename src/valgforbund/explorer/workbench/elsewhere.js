// The menu of tools. A press goes there in the same tab, with Ctrl, Cmd, Shift or the middle button
// in a new one; in JupyterLab it opens the notebook. What goes along is asked of the kernel, so that
// it is what is shown now, and left in the store of this browser for the page that opens.
const LAST = "valgforbund:last:"; // what went along last from this tab, by kind of tool
const CAME = "valgforbund-handed"; // JupyterLab: the tool there may be open already
const WAIT = 5000; // ms for a kernel to say what goes along

const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const made = (name, text = "", css = "") => {
  const part = document.createElement(name);
  part.textContent = text;
  if (css) part.className = css;
  return part;
};

export default () => {
  let model, asked;
  let number = 0;

  // The code of what is shown now, or "" where nothing goes along.
  function carried() {
    number += 1;
    const answer = new Promise((done) => (asked = { number, done }));
    quietly(() => model.send({ carry: number }));
    return Promise.race([answer, sleep(WAIT).then(() => "")]);
  }

  async function leave(tool, key) {
    const code = await carried();
    if (!code || !tool.along) return false;
    return quietly(() => {
      // The same once more would take away what was made of it there.
      if (sessionStorage.getItem(LAST + tool.kind) === code) return false;
      sessionStorage.setItem(LAST + tool.kind, code);
      lay(key, code);
      return true;
    });
  }

  async function go(event, link, tool) {
    const key = keyFor(tool.kind);
    const fold = link.closest("details");
    if (!isVoila()) {
      event.preventDefault();
      fold.open = false;
      await leave(tool, key);
      await openNotebook(tool, key);
      return;
    }
    const isNew = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
    const there = pageOf(tool.notebook);
    if (isNew) {
      // A page of its own: what is open here goes along, whatever went before.
      quietly(() => sessionStorage.removeItem(LAST + tool.kind));
      if (tool.along) there.hash = markOf(key);
      link.href = there.href; // before the browser follows it
      setTimeout(() => (link.href = tool.notebook));
      fold.open = false;
      await leave(tool, key);
      quietly(() => sessionStorage.removeItem(LAST + tool.kind));
      return;
    }
    event.preventDefault();
    if (await leave(tool, key)) there.hash = markOf(key);
    location.assign(there);
  }

  // What the kernel asks for: there, with nothing along.
  function visit(tool) {
    if (isVoila()) location.assign(pageOf(tool.notebook));
    else openNotebook(tool);
  }

  // The notebook beside this one; a notebook that is one cell is run, others are read first.
  async function openNotebook(tool) {
    const app = window.jupyterapp;
    const here = app.shell.currentWidget?.context?.path ?? "";
    const path = here.replace(/[^/]*$/, "") + tool.notebook + ".ipynb";
    const panel = await app.commands.execute("docmanager:open", { path });
    await panel?.context?.ready;
    await panel?.sessionContext?.ready;
    const cells = (panel?.content?.widgets ?? []).filter((cell) => cell.model.type === "code");
    if (cells.length !== 1) return;
    if (panel.node.querySelector(".vf-explorer")) window.dispatchEvent(new Event(CAME));
    else await app.commands.execute("notebook:run-all-cells");
  }

  function take(key) {
    const code = claim(key);
    if (code) model.send({ take: code });
    return Boolean(code);
  }

  // What was carried here: in Voilà the address says which, in JupyterLab the tool that opens next.
  async function arrive() {
    const kind = model.get("here");
    if (!isVoila()) {
      const mine = handed().filter((key) => key.startsWith(`${HANDED}${kind}:`));
      mine.filter((key) => Date.now() - whenOf(key) < FRESH).slice(-1).forEach(take);
      return;
    }
    const mark = location.hash.slice(1);
    if (!mark.startsWith(`${kind}:`)) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    for (let waited = 0; waited < WAIT; waited += 100) {
      if (take(HANDED + mark)) return;
      await sleep(100); // the page that we came from still asks its kernel
    }
  }

  function draw(el) {
    const fold = document.createElement("details");
    const links = document.createElement("nav");
    const name = made("summary", model.get("menu"));
    links.setAttribute("aria-label", model.get("menu"));
    for (const tool of model.get("tools")) {
      const isHere = tool.kind === model.get("here");
      const link = made(isHere ? "span" : "a", "");
      link.append(made("b", tool.name), made("small", tool.hint));
      if (tool.along && !isHere) link.append(made("small", tool.along, "vf-along"));
      if (isHere) {
        link.setAttribute("aria-current", "page");
      } else {
        link.href = tool.notebook;
        link.addEventListener("click", (event) => go(event, link, tool));
        link.addEventListener("auxclick", (event) => event.button === 1 && go(event, link, tool));
      }
      links.append(link);
    }
    fold.append(name, links);
    el.replaceChildren(fold);
    // alone on its server, or in a JupyterLab that does not hand itself to the page
    el.hidden = links.children.length < 2 || !(isVoila() || window.jupyterapp);
    el.dataset.lmSuppressShortcuts = "true"; // Enter is for the menu, not for JupyterLab
  }

  return {
    initialize(context) {
      model = context.model;
      model.on("msg:custom", (message) => {
        const tool = model.get("tools").find(({ kind }) => kind === message.go);
        if (tool) visit(tool);
        else if (message.number === asked?.number) asked.done(message.carried);
      });
      window.addEventListener(CAME, arrive);
      arrive();
      return () => window.removeEventListener(CAME, arrive);
    },
    render({ el }) {
      const again = () => draw(el);
      const close = (event) => {
        const fold = el.querySelector("details");
        if (!fold?.open || (event.type !== "keydown" && el.contains(event.target))) return;
        if (event.type === "keydown" && event.key !== "Escape") return;
        if (event.type === "keydown" && el.contains(document.activeElement))
          fold.querySelector("summary").focus();
        fold.open = false;
      };
      model.on("change:tools", again);
      model.on("change:menu", again);
      for (const kind of ["pointerdown", "keydown", "focusin"]) document.addEventListener(kind, close);
      draw(el);
      return () => {
        model.off("change:tools", again);
        model.off("change:menu", again);
        for (const kind of ["pointerdown", "keydown", "focusin"])
          document.removeEventListener(kind, close);
      };
    },
  };
};
