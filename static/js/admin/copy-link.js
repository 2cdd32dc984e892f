// Buttons that put a link into the clipboard. Without JavaScript the links are marked and copied by hand.
for (const button of document.querySelectorAll("[data-copies]")) {
  const link = document.getElementById(button.dataset.copies);
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    link.select();
    try {
      await navigator.clipboard.writeText(link.value);
    } catch {
      document.execCommand("copy"); // where the clipboard is closed: plain http
    }
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = words), 2000);
  });
}
