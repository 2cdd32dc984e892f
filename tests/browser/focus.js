// [the name of what has the focus, is that seen]: a ring round it or round the card whose link it is, in the window
// and under nothing else.
() => {
  const element = document.activeElement;
  const name = `${element.textContent.trim() || element.ariaLabel} ${element.getAttribute("href") ?? ""}`;
  const ring = [null, "::after"].some(part => {
    const style = getComputedStyle(element, part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  });
  const box = element.getClientRects()[0];
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = document.elementFromPoint(x, y);
  return [name, ring && !!top && (element.contains(top) || top.contains(element))];
}
