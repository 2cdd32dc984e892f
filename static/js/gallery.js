// Makes the viewer of a gallery a dialog: Esc closes it, arrows turn the pages, the focus stays inside and comes back.
// Without this file its links do the same, more slowly.

const viewers = [...document.querySelectorAll("dialog.viewer")];

function open(viewer) {
  viewers.find((each) => each.open)?.close();
  viewer.showModal();
}

function close(viewer) {
  viewer.close();
  // it was opened by its address: only another address hides it
  if (viewer === addressed()) location.replace(viewer.querySelector(".viewer__close").hash);
}

function addressed() {
  return viewers.find((viewer) => `#${viewer.id}` === location.hash);
}

function follow(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const viewer = viewers.find((each) => `#${each.id}` === link.hash);
  const leaving = link.closest("dialog.viewer");
  if (viewer) open(viewer);
  else if (leaving) close(leaving);
  else return;
  event.preventDefault();
}

function turn(event) {
  const way = { ArrowLeft: "previous", ArrowRight: "next" }[event.key];
  const viewer = viewers.find((each) => each.open);
  if (way && viewer) viewer.querySelector(`.viewer__${way}`)?.click();
}

if (viewers.length && viewers[0].showModal) {
  document.addEventListener("click", follow);
  document.addEventListener("keydown", turn);
  for (const viewer of viewers) {
    viewer.addEventListener("click", (event) => event.target === viewer && close(viewer));
    viewer.addEventListener("cancel", (event) => {
      event.preventDefault();
      close(viewer);
    });
  }
  if (addressed()) open(addressed());
}
