// What goes along from one tool to another lies in the store of this browser until it is there: by
// the kind of tool that takes it, and a number. Two scripts begin with this.
const HANDED = "valgforbund:handed:";
const FRESH = 60_000; // ms that it lies there

const isVoila = () => document.body.dataset.voila !== undefined;
const pageOf = (notebook) => new URL(notebook, location.href.split(/[?#]/)[0]);

// What of this browser's stores is forbidden or full is as good as empty: then nothing goes along.
const quietly = (act) => {
  try {
    return act();
  } catch {
    return null;
  }
};
const handed = () => quietly(() => Object.keys(localStorage).filter((k) => k.startsWith(HANDED))) ?? [];
const whenOf = (key) => Number(key.split(":").at(-1).split("-")[0]);
const keyFor = (kind) => `${HANDED}${kind}:${Date.now()}-${Math.random().toString(36).slice(2, 8)}`;
const markOf = (key) => key.slice(HANDED.length); // in the address of the page that opens

function lay(key, code) {
  for (const old of handed()) if (Date.now() - whenOf(old) > FRESH) claim(old);
  localStorage.setItem(key, code);
}

function claim(key) {
  return quietly(() => {
    const code = localStorage.getItem(key);
    localStorage.removeItem(key);
    return code;
  });
}

