// A link that leads to one field opens what it is folded into, shows it and puts the cursor there.
(() => {
  function show() {
    const field = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!field?.form) return;
    for (let folded = field.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
    const row = field.closest(".form-row") ?? field;
    row.classList.add("is-wanted");
    row.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
    window.CKEDITOR?.on("instanceReady", ({ editor }) => {
      row.scrollIntoView({ block: "center" });
      if (editor.name === field.id) editor.focus();
    });
  }

  addEventListener("load", show);
  addEventListener("hashchange", show);
})();
