// The dialog in which a picture, a video or a link is chosen. Its form comes from the server and its answers go
// there. `InsertDialog.open` gives the answer: {html} of a figure, {href, title} of a link, or null.

const InsertDialog = (() => {
  let dialog;
  let done;

  function theDialog() {
    if (dialog) return dialog;
    dialog = document.createElement("dialog");
    dialog.className = "insert-dialog";
    dialog.setAttribute("aria-labelledby", "insert-heading");
    dialog.addEventListener("click", pressed);
    dialog.addEventListener("submit", sent);
    dialog.addEventListener("input", typed);
    dialog.addEventListener("close", () => finish(null));
    document.body.append(dialog);
    return dialog;
  }

  function finish(answer) {
    const tell = done;
    done = null;
    if (dialog.open) dialog.close();
    tell?.(answer);
  }

  async function open(address, { values = {}, file = null, failed }) {
    const response = await fetch(`${address}?${new URLSearchParams(values)}`).catch(() => null);
    const html = response?.ok && !response.redirected ? await response.text() : "";
    theDialog().innerHTML = html;
    if (!dialog.querySelector(".insert")) showFailure(failed);
    dialog.dataset.failed = failed;
    if (file) give(file);
    dialog.showModal();
    (dialog.querySelector("[type=file], [type=search], [type=text]:not([type=hidden])") ?? dialog).focus();
    return new Promise((resolve) => { done = resolve; });
  }

  function showFailure(words) {
    const message = document.createElement("p");
    message.className = "errornote";
    message.id = "insert-heading";
    message.textContent = words;
    dialog.replaceChildren(message);
  }

  // a picture that was dropped into the text or pasted
  function give(file) {
    const input = dialog.querySelector("[type=file]");
    if (!input) return;
    const files = new DataTransfer();
    files.items.add(file);
    input.files = files.files;
  }

  function pressed(event) {
    const isBeside = event.target === dialog && !dialog.querySelector("form"); // a slip would lose what was typed
    if (event.target.closest("[data-close]") || isBeside) return finish(null);
    const found = event.target.closest("[data-href]");
    if (found) finish({ href: found.dataset.href, title: found.dataset.title });
  }

  async function sent(event) {
    event.preventDefault();
    const form = event.target;
    if (form.method === "get") return search(form);
    const button = form.querySelector("[type=submit]");
    button.disabled = true;
    const answer = await post(form);
    button.disabled = false;
    if (answer.uploaded) finish(answer);
    else complain(form, answer);
  }

  async function post(form) {
    try {
      const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
      return await response.json();
    } catch {
      return { uploaded: 0, error: { message: dialog.dataset.failed }, errors: {} };
    }
  }

  function complain(form, { error, errors = {} }) {
    form.querySelectorAll(".errorlist").forEach((list) => list.remove());
    form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
    const message = form.querySelector("[data-message]");
    message.textContent = error.message;
    for (const [name, sentences] of Object.entries(errors)) explain(form, name, sentences);
    const wrong = form.querySelector("[aria-invalid]");
    message.hidden = Boolean(wrong);
    wrong?.focus();
  }

  function explain(form, name, sentences) {
    const field = form.querySelector(`[data-field="${name}"]`);
    if (!field) return;
    const list = document.createElement("ul");
    list.className = "errorlist";
    list.id = `insert-errors-${name}`;
    list.append(...sentences.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
    field.prepend(list);
    const input = field.querySelector("input");
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-errormessage", list.id);
  }

  let waiting;

  function typed(event) {
    if (event.target.type !== "search") return;
    clearTimeout(waiting);
    waiting = setTimeout(() => search(event.target.form), 250);
  }

  async function search(form) {
    const words = new URLSearchParams(new FormData(form));
    const response = await fetch(`${form.action}?${words}`).catch(() => null);
    if (!response?.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const found = page.querySelector("[data-found]");
    if (found && form.elements.q.value === words.get("q")) form.querySelector("[data-found]").replaceWith(found);
  }

  return { open };
})();
