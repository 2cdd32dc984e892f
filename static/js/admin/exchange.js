/* A long import must not look dead, nor begin twice: the button says that it works, and cannot be pressed again. */

for (const form of document.querySelectorAll(".exchange form")) {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button?.dataset.working) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    button.dataset.words = button.value;
    button.value = button.dataset.working;
    button.setAttribute("aria-disabled", "true");
  });
}

// the way back in the browser shows the page as it was left
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll(".exchange form[data-sent]")) {
    delete form.dataset.sent;
    const button = form.querySelector("[data-words]");
    button.value = button.dataset.words;
    button.removeAttribute("aria-disabled");
  }
});
