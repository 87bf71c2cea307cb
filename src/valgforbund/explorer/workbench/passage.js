// A way to another tool. Where tools are pages it is a link: what it holds lies in this browser's
// store for the page that opens in a tab of its own. Anywhere else it is a button: the kernel opens
// the tool further down, and this leads there.
const PAUSE = 100; // ms between two looks for what was opened
const LOOKS = 200;

export default {
  render({ model, el }) {
    const isLink = isVoila() && model.get("notebook") !== "";
    const part = document.createElement(isLink ? "a" : "button");
    part.className = "jupyter-button vf-passage";

    function lead(looks = LOOKS) {
      const root = el.closest(".vf-explorer");
      const line = root?.querySelector(".vf-opened");
      if (line && root.querySelector(".vf-tool-below .vf-bar")?.checkVisibility()) {
        line.focus({ preventScroll: true });
        line.scrollIntoView({ block: "start" });
      } else if (looks) {
        setTimeout(() => lead(looks - 1), PAUSE);
      }
    }

    // The browser follows it afterwards, wherever the person wants it.
    function leave(event) {
      if (event.type === "auxclick" && event.button !== 1) return;
      const key = keyFor(model.get("kind"));
      quietly(() => lay(key, model.get("said").code));
      const there = pageOf(model.get("notebook"));
      there.hash = markOf(key);
      part.href = there.href;
    }

    function show() {
      const { name, hint, code } = model.get("said");
      part.textContent = name;
      if (isLink) {
        part.title = hint;
        part.target = "_blank";
        if (code) part.href = model.get("notebook");
        else part.removeAttribute("href");
        part.ariaDisabled = code ? null : "true";
      } else {
        part.type = "button";
        part.disabled = !code;
      }
    }

    if (isLink) for (const kind of ["click", "auxclick"]) part.addEventListener(kind, leave);
    else part.addEventListener("click", () => model.send({ open: true }));
    const hear = ({ opened }) => opened && lead();
    model.on("msg:custom", hear);
    model.on("change:said", show);
    show();
    el.replaceChildren(part);
    return () => {
      model.off("msg:custom", hear);
      model.off("change:said", show);
    };
  },
};
