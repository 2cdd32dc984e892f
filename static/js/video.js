// Plays a video in the place of its cover. Until a visitor asks for it nothing is loaded from its host;
// without this file the cover is a link to the host.

function player(link) {
  const frame = document.createElement("iframe");
  frame.className = "video";
  frame.src = link.dataset.player;
  frame.title = link.textContent.trim();
  frame.allow = "autoplay; fullscreen; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin"; // the host refuses to play for an unknown page
  return frame;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-player]");
  if (!link?.isConnected || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const frame = player(link);
  link.replaceWith(frame);
  frame.focus();
});
