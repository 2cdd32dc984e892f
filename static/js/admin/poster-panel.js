/* The poster in the form of a production: drawn anew by the server whenever a field changes that it is made of.
   A button only fills an ordinary field of the form; the server says with which value. */

const FIELDS = [
  "title_ru", "title_uk", "slug", "audience", "age_rating",
  "poster_motif", "poster_palette", "poster_variant", "poster_title_on_top",
];
const PHOTO_FIELDS = ["photo", "photo-clear"];
const PAUSE = 250; // milliseconds without a keystroke

const panel = document.querySelector(".poster-panel");
const form = panel?.closest("form");

// whoever may only read the form has nothing to leaf with, and sees the poster as it is saved
if (form?.elements.poster_motif) {
  const choice = panel.querySelector("[data-choice]");
  const status = panel.querySelector("[data-words]");
  let timer, request;

  function facts() {
    const said = new URLSearchParams();
    for (const name of FIELDS) said.set(name, form.elements[name]?.value ?? "");
    if (form.elements["photo-clear"]?.checked) said.set("photo-clear", "on");
    if (newPhoto()) said.set("photo-chosen", "on");
    return said;
  }

  function newPhoto() {
    return form.elements.photo?.files?.[0];
  }

  async function draw() {
    request?.abort();
    request = new AbortController();
    try {
      const answer = await fetch(`${panel.dataset.address}?${facts()}`, { signal: request.signal });
      const text = await answer.text();
      if (answer.ok) show(text);
      else status.textContent = answer.status === 400 ? text : "";
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = "";
    }
  }

  function show(html) {
    const position = [...choice.querySelectorAll("button")].indexOf(document.activeElement);
    choice.innerHTML = html;
    status.textContent = choice.querySelector("[data-words]").dataset.words;
    if (position >= 0) choice.querySelectorAll("button")[position]?.focus();
    if (newPhoto()) showPhoto(newPhoto());
  }

  // chosen and not uploaded yet: the server has left room for it, the browser has it
  function showPhoto(file) {
    const reader = new FileReader();
    reader.addEventListener("load", () => choice.querySelector("image")?.setAttribute("href", reader.result));
    reader.readAsDataURL(file);
  }

  function drawSoon() {
    clearTimeout(timer);
    timer = setTimeout(draw, PAUSE);
  }

  choice.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-field]");
    if (!button) return;
    form.elements[button.dataset.field].value = button.dataset.value;
    draw();
  });

  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, (event) => {
      if (FIELDS.includes(event.target.name) || PHOTO_FIELDS.includes(event.target.name)) drawSoon();
    });
  }

  draw();
}
