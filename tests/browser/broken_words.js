// Words whose letters stand on two lines without a soft hyphen between them.
() => {
  const forEars = element =>
    element && (getComputedStyle(element).clipPath !== "none" || forEars(element.parentElement));
  const broken = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.checkVisibility() || forEars(text.parentElement)) continue;
    for (const word of text.data.matchAll(/[\p{L}\u00ad]{2,}/gu)) {
      let previous = null, hyphen = false;
      for (let i = word.index; i < word.index + word[0].length; i++) {
        if (text.data[i] === "\u00ad") { hyphen = true; continue; }
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const box = [...range.getClientRects()].at(-1); // after a hyphen the end of its line comes first
        if (!box) continue;
        if (previous && box.top > previous.top + previous.height / 2 && !hyphen) broken.push(word[0]);
        previous = box;
        hyphen = false;
      }
    }
  }
  return broken;
}
