// [Gem] and [Åbn]: what is open leaves the page as a file, a code or a link, and comes back.
// A file is sent in pieces: a message of more than ten megabytes never arrives.
const PART = 1_000_000; // bytes
const TOLD = 4000; // milliseconds that "copied" stays
const LINKED = /^#(VF\d+-[\w-]+)$/;

// Whether the page is the tool's own (Voilà), with an address of its own, and not JupyterLab's.
const isAlone = () => document.body.dataset.voila !== undefined;

// An address that leads nobody but this computer to the page.
const isHere = () =>
  /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0|.*\.localhost|)$/.test(location.hostname);

const fill = (text, values) => (text ?? "").replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

function made(tag, className, more = {}) {
  const element = document.createElement(tag);
  element.className = className;
  return Object.assign(element, tag === "button" ? { type: "button" } : {}, more);
}

// ---- away ----

const KINDS = {
  json: "application/json",
  pdf: "application/pdf",
  html: "text/html",
  txt: "text/plain;charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

function download(name, content) {
  const type = KINDS[name.split(".").at(-1)];
  const address = URL.createObjectURL(new Blob([content], { type }));
  made("a", "", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {} // there is none on this page, or it was refused
  const [field, held] = [made("textarea", "vf-clipboard", { value: text }), document.activeElement];
  document.body.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } finally {
    field.remove();
    held?.focus({ preventScroll: true });
  }
}

export default () => {
  let model;
  let number = 0; // of a question, and of a file that is sent
  let heard = new Map(); // who waits for which answer
  const texts = () => model.get("texts");

  const answer = (key) => new Promise((done) => heard.set(key, done));

  function hear({ offer, got, made, number }, buffers) {
    const isMade = made !== undefined;
    const key = isMade ? `made ${number}` : offer ? `offer ${number}` : `got ${number} ${got}`;
    heard.get(key)?.(isMade ? { name: made, data: buffers[0] } : offer);
    heard.delete(key);
  }

  // ---- in ----

  async function send(file, progress) {
    const [mine, of] = [++number, Math.max(1, Math.ceil(file.size / PART))];
    if (file.size > model.get("limit")) {
      model.send({ large: file.size });
      return;
    }
    for (let part = 0; part < of; part++) {
      let piece;
      try {
        piece = await file.slice(part * PART, (part + 1) * PART).arrayBuffer();
      } catch {
        model.send({ unreadable: file.name }); // a folder, or it is gone
        return;
      }
      const arrives = answer(`got ${mine} ${part}`);
      model.send({ part, of, number: mine, name: file.name }, undefined, [piece]);
      if (of > 2) progress(fill(texts().sending, { share: Math.round((100 * (part + 1)) / of) }));
      await arrives;
    }
    progress("");
  }

  function openAll(files, progress) {
    if (files.length > 1) model.send({ several: files.length });
    else if (files.length) send(files[0], progress);
  }

  function openLinked() {
    const code = isAlone() && LINKED.exec(location.hash)?.[1];
    if (!code) return;
    // A reload gives back what became of it, and does not open it again.
    history.replaceState(history.state, "", location.pathname + location.search);
    model.send({ link: code });
  }

  // ---- what is seen ----

  function view(el) {
    el.dataset.lmSuppressShortcuts = "true"; // what is typed here is not for JupyterLab
    const status = made("span", "vf-files-status");
    status.setAttribute("aria-live", "polite");
    const progress = (text) => (status.textContent = text);
    const folds = [];

    function fold(name) {
      const [button, sheet] = [made("button", "vf-files-button"), made("div", "vf-files-sheet")];
      const one = { name, button, sheet, close };
      sheet.hidden = true;
      sheet.setAttribute("role", "group");
      button.setAttribute("aria-expanded", "false");
      button.onclick = () => (sheet.hidden ? open() : close());
      function open() {
        for (const each of folds) each.close();
        sheet.hidden = false;
        button.setAttribute("aria-expanded", "true");
        place();
        one.opened?.();
      }
      function place() {
        sheet.style.left = "0";
        const edge = root()?.getBoundingClientRect().right ?? Infinity; // what is beyond is cut
        const right = Math.min(edge, document.documentElement.clientWidth);
        const beyond = sheet.getBoundingClientRect().right + 8 - right;
        if (beyond > 0) sheet.style.left = `${-beyond}px`;
      }
      function close() {
        sheet.hidden = true;
        button.setAttribute("aria-expanded", "false");
      }
      const box = made("div", "vf-files-fold");
      box.append(button, sheet);
      folds.push(one);
      el.append(box);
      return one;
    }

    // -- save --

    const save = fold("save");
    const file = made("button", "vf-files-item");
    const name = made("small", "vf-files-name");
    const code = made("button", "vf-files-item");
    const link = made("button", "vf-files-item");
    const python = made("button", "vf-files-item");
    const [noLink, holds] = [made("p", "vf-files-note"), made("p", "vf-files-note")];
    const reports = made("div", "vf-files-reports");
    save.sheet.append(file, code, link, python, noLink, holds, reports);
    const takers = [file, code, link, python];
    let offer = null;

    save.opened = async () => {
      offer = null;
      for (const each of takers) each.disabled = true;
      const mine = ++number;
      const comes = answer(`offer ${mine}`);
      model.send({ ask: mine });
      const found = await comes;
      if (mine !== number && heard.has(`offer ${number}`)) return; // a newer question waits
      offer = found;
      name.textContent = offer.name;
      python.hidden = !offer.python;
      for (const each of takers) each.disabled = false;
      if (document.activeElement === save.button) file.focus({ preventScroll: true });
    };

    async function say(text) {
      progress(text);
      setTimeout(() => status.textContent === text && progress(""), TOLD);
    }

    async function take(text) {
      const isCopied = await copy(text);
      save.close();
      save.button.focus({ preventScroll: true });
      say(isCopied ? texts().copied : texts().not_copied);
    }

    file.onclick = () => {
      download(offer.name, offer.file);
      save.close();
      save.button.focus({ preventScroll: true });
    };
    async function report(kind) {
      const mine = ++number;
      const comes = answer(`made ${mine}`);
      save.close();
      save.button.focus({ preventScroll: true });
      progress(texts().making);
      model.send({ make: { kind, number: mine } });
      const { name, data } = await comes;
      progress("");
      if (name) download(name, data);
    }
    code.onclick = () => take(offer.code);
    python.onclick = () => take(offer.python);
    // without what stands behind the question mark: the token may be there
    link.onclick = () => take(`${location.origin}${location.pathname}#${offer.code}`);

    // -- open --

    const get = fold("open");
    const chooser = made("input", "vf-files-chooser", { type: "file", tabIndex: -1 });
    chooser.hidden = true;
    const choose = made("button", "vf-files-item", { onclick: () => chooser.click() });
    const [drop, paste] = [made("p", "vf-files-note"), made("label", "vf-files-paste")];
    const [pasteName, field] = [made("span", ""), made("textarea", "", { rows: 3 })];
    field.spellcheck = false;
    const openCode = made("button", "vf-files-item");
    paste.append(pasteName, field);
    get.sheet.append(choose, chooser, drop, paste, openCode);
    chooser.onchange = () => {
      openAll([...chooser.files], progress);
      chooser.value = ""; // the same file can be chosen again
      get.close();
    };
    openCode.onclick = () => {
      const text = field.value.trim();
      if (!text) return field.focus();
      field.value = "";
      get.close();
      // long texts go as files do: in pieces
      if (text.length > PART / 4) send(new File([text], ""), progress);
      else model.send({ code: text });
    };

    el.append(status);

    // -- the page around it --

    const root = () => el.closest(".vf-explorer");
    // Whose file it is: the tool's around the place; on a page of its own, else, the first one's.
    function isMine({ target }) {
      if (el.closest("[inert]")) return false; // nobody is there to open it
      let at = target.closest?.(".vf-explorer");
      while (at && !at.querySelector(".vf-files")) at = at.parentElement?.closest(".vf-explorer");
      return at ? at === root() : isAlone() && document.querySelector(".vf-files") === el;
    }
    const hasFiles = ({ dataTransfer }) => dataTransfer?.types.includes("Files");
    const mark = (isOver) => root()?.classList.toggle("vf-dropping", isOver);
    function over(event) {
      if (!hasFiles(event)) return;
      if (isAlone()) event.preventDefault(); // the browser would leave the page for the file
      mark(isMine(event));
      if (!isMine(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
    }
    function dropped(event) {
      mark(false);
      if (!hasFiles(event)) return;
      if (isAlone()) event.preventDefault();
      if (!isMine(event)) return;
      event.preventDefault();
      event.stopPropagation();
      openAll([...event.dataTransfer.files], progress);
    }
    function left(event) {
      if (!event.relatedTarget) mark(false);
    }
    function outside(event) {
      if (!el.contains(event.target)) for (const each of folds) each.close();
    }
    function key(event) {
      if (event.key !== "Escape") return;
      for (const each of folds.filter(({ sheet }) => !sheet.hidden)) {
        each.close();
        each.button.focus({ preventScroll: true });
      }
    }
    const listened = [
      [document, "dragover", over],
      [document, "dragleave", left],
      [document, "drop", dropped],
      [document, "pointerdown", outside],
      [el, "keydown", key],
    ];
    for (const [where, what, act] of listened) where.addEventListener(what, act, true);

    function paint() {
      const said = texts();
      for (const [{ button }, text] of [[save, said.save], [get, said.open]]) {
        const sign = made("span", "vf-files-sign", { textContent: "▾" });
        sign.setAttribute("aria-hidden", "true");
        button.replaceChildren(text, " ", sign);
      }
      save.sheet.setAttribute("aria-label", said.save);
      get.sheet.setAttribute("aria-label", said.open);
      file.replaceChildren(said.file, name);
      code.textContent = said.code;
      link.textContent = said.link;
      python.textContent = said.python;
      link.hidden = !isAlone() || isHere();
      noLink.textContent = said.no_link;
      noLink.hidden = !link.hidden;
      holds.textContent = said.holds;
      reports.replaceChildren(
        ...model.get("reports").map((kind) =>
          made("button", "vf-files-item", {
            textContent: said[`report_${kind}`],
            onclick: () => report(kind),
          }),
        ),
      );
      choose.textContent = said.choose;
      drop.textContent = said.drop;
      pasteName.textContent = said.paste;
      openCode.textContent = said.paste_open;
    }
    function old() {
      if (!save.sheet.hidden) save.close(); // what was offered is old
    }
    paint();
    return {
      paint,
      old,
      close: () => {
        for (const [where, what, act] of listened) where.removeEventListener(what, act, true);
      },
    };
  }

  const views = new Map();

  return {
    initialize(context) {
      model = context.model;
      model.on("msg:custom", hear);
      model.on("change:texts change:reports", () => views.forEach(({ paint }) => paint()));
      model.on("change:stamp", () => views.forEach(({ old }) => old()));
      addEventListener("hashchange", openLinked);
      openLinked();
      return () => removeEventListener("hashchange", openLinked);
    },
    render({ el }) {
      views.set(el, view(el));
      return () => {
        views.get(el)?.close();
        views.delete(el);
      };
    },
  };
};
