/* Keeps what is typed into a form of the office in this browser until it is saved, and offers it back: after a closed
   tab, a power cut, an expired session. One draft an address and user; never passwords, files or hidden fields; gone
   after two weeks. The server says in a cookie which form has been saved. */

(() => {
  const PREFIX = "draft:";
  const KEPT_FOR = 14 * 24 * 60 * 60 * 1000; // two weeks
  const PAUSE = 400; // milliseconds without a keystroke
  const NOT_KEPT = ["password", "file", "hidden", "submit", "button", "reset", "image", "search"];

  const { user, office } = document.currentScript.dataset;
  const keyOf = (path) => `${PREFIX}${user}:${path}`;
  const key = keyOf(location.pathname);

  // The browser may forbid or have no room left: then nothing is kept, and nothing breaks.
  function read(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  }

  function write(name, draft) {
    try {
      localStorage.setItem(name, JSON.stringify(draft));
    } catch {
      return;
    }
  }

  function forget(name) {
    try {
      localStorage.removeItem(name);
    } catch {
      return;
    }
  }

  function forgetOld() {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) if (!(read(name)?.moment > Date.now() - KEPT_FOR)) forget(name);
  }

  function forgetSaved() {
    const path = document.cookie.match(/(?:^|; )saved_draft=([^;]*)/)?.[1];
    if (!path) return;
    forget(keyOf(decodeURIComponent(path)));
    document.cookie = `saved_draft=; path=${office}; max-age=0; samesite=lax`;
  }

  try {
    forgetOld();
  } catch {
    return; // no storage at all
  }
  forgetSaved();

  const bar = document.querySelector("[data-draft]");
  if (!bar) return;
  const form = bar.closest("form");

  // What stands in the form

  const editorOf = (field) => window.CKEDITOR?.instances[field.id];

  function fields() {
    return [...form.elements].filter(
      (field) =>
        field.name && !NOT_KEPT.includes(field.type) && !field.name.startsWith("_") && !field.name.includes("__prefix__"),
    );
  }

  const hidden = (ending) => [...form.elements].filter((field) => field.type === "hidden" && field.name.endsWith(ending));
  const valuesOf = (ending) => Object.fromEntries(hidden(ending).map((field) => [field.name, field.value]));

  function valueOf(field) {
    if (field.type === "checkbox") return field.checked;
    if (field.type.startsWith("select")) return [...field.selectedOptions].map((option) => [option.value, option.text]);
    const editor = editorOf(field);
    return editor?.status === "ready" ? editor.getData() : field.value;
  }

  function contents() {
    const said = {};
    for (const field of fields()) {
      if (field.type !== "radio") said[field.name] = valueOf(field);
      else if (field.checked) said[field.name] = field.value;
    }
    return said;
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const isEmpty = (value) => value === "" || value === false || same(value, []) || same(value, [["", "---------"]]);

  // Keeping

  const atFirst = contents();
  let offered = null;
  let timer;
  let isTyped = false;

  function changes() {
    const said = Object.entries(contents());
    return Object.fromEntries(
      said.filter(([name, value]) => (name in atFirst ? !same(value, atFirst[name]) : !isEmpty(value))),
    );
  }

  function keep() {
    clearTimeout(timer);
    if (!isTyped) return;
    const kept = { ...offered?.fields, ...changes() };
    if (Object.keys(kept).length === 0) return forget(key);
    write(key, { moment: Date.now(), fields: kept, counts: valuesOf("-TOTAL_FORMS"), rows: valuesOf("-id") });
  }

  function keepSoon() {
    isTyped = true;
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  }

  form.addEventListener("input", keepSoon);
  form.addEventListener("change", keepSoon);
  form.addEventListener("submit", keep);
  addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());

  // The editor says things in its own words as soon as it is there; from then on only what is typed is a change.
  function watch(editor) {
    const field = editor.element.$;
    if (field.form !== form) return;
    if (!isTyped || same(atFirst[field.name], field.value)) atFirst[field.name] = editor.getData();
    editor.on("change", keepSoon);
  }

  if (window.CKEDITOR) {
    for (const editor of Object.values(CKEDITOR.instances)) if (editor.status === "ready") watch(editor);
    CKEDITOR.on("instanceReady", (event) => watch(event.editor));
  }

  // Offering

  const differs = ([name, value]) => {
    const [field] = fields().filter((each) => each.name === name);
    return field ? !same(valueOf(field), value) : !isEmpty(value);
  };

  function offer(draft) {
    offered = draft;
    const moment = new Date(draft.moment);
    const day = moment.toDateString() === new Date().toDateString() ? {} : { day: "numeric", month: "long" };
    const words = moment.toLocaleString(document.documentElement.lang, { ...day, hour: "2-digit", minute: "2-digit" });
    bar.querySelector("[data-moment]").textContent = words;
    bar.querySelector("[data-moment]").dateTime = moment.toISOString();
    bar.hidden = false;
  }

  function close() {
    bar.hidden = true;
    offered = null;
  }

  const draft = read(key);
  if (draft) {
    if (Object.entries(draft.fields).some(differs)) offer(draft);
  }

  // Taking back

  function addRows(counts) {
    for (const [name, count] of Object.entries(counts)) {
      const now = form.elements[name];
      const button = document.querySelector(`#${name.replace("-TOTAL_FORMS", "")}-group .add-row a`);
      while (now && button && Number(now.value) < Number(count)) {
        const before = now.value;
        button.click();
        if (now.value === before) break;
      }
    }
  }

  // A row whose number belongs to another row by now stays as it is.
  function isInPlace(name, rows) {
    const id = name.match(/^(.+-\d+)-/)?.[1];
    return !id || (rows[`${id}-id`] ?? "") === (form.elements[`${id}-id`]?.value ?? "");
  }

  function put(field, value) {
    if (field.type === "checkbox") field.checked = value;
    else if (field.type === "radio") field.checked = field.value === value;
    else if (field.type.startsWith("select")) choose(field, value);
    else field.value = value;
    const editor = editorOf(field);
    if (!editor) return;
    if (editor.status === "ready") editor.setData(value);
    else editor.on("instanceReady", () => editor.setData(value));
  }

  function choose(field, options) {
    for (const [value, text] of options) {
      if (![...field.options].some((option) => option.value === value)) field.add(new Option(text, value));
    }
    for (const option of field.options) option.selected = options.some(([value]) => value === option.value);
  }

  function take({ fields: kept, counts, rows }) {
    addRows(counts);
    const found = fields().filter((field) => field.name in kept && isInPlace(field.name, rows));
    for (const field of found) put(field, kept[field.name]);
    for (const field of found) field.dispatchEvent(new Event("change", { bubbles: true }));
    for (const field of found) if (!editorOf(field)) put(field, kept[field.name]); // an address may follow its title
  }

  bar.querySelector("[data-take]").addEventListener("click", () => {
    take(offered);
    close();
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });

  bar.querySelector("[data-throw]").addEventListener("click", () => {
    close();
    forget(key);
    form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  });
})();
