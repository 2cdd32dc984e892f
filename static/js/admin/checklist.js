// A line of the checklist leads to its field, even if that is folded away or hidden behind the rich text editor.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".checklist a");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  for (let folded = field.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
  field.querySelector("details")?.setAttribute("open", "");
  const editor = window.CKEDITOR?.instances[field.id];
  (editor ? editor.container.$ : field).scrollIntoView({ block: "center" });
  (editor ?? field).focus();
});
