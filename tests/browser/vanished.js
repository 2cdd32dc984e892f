// With forced colours a fill becomes that of the page. What is told by a fill alone is gone: marks without words,
// which link is the current one, drawings in the colour of the page.
() => {
  const canvas = getComputedStyle(document.body).backgroundColor;
  const found = [];
  const isGone = style =>
    [canvas, "rgba(0, 0, 0, 0)"].includes(style.backgroundColor) && parseFloat(style.borderTopWidth) === 0;
  const look = element => {
    const style = getComputedStyle(element);
    return [style.backgroundColor, style.borderBlockEndColor, style.textDecorationLine, style.fontWeight].join();
  };

  for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility() || element.closest(".vh")) continue;
    for (const part of ["::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const isStretchedLink = part === "::after" && style.position === "absolute";
      if (style.content === '""' && !isStretchedLink && isGone(style)) found.push(`${element.className}${part}`);
    }
    // the whites of the eyes lie on a disc, posters keep their colours
    if (element.matches("svg :is(path, circle, rect):not(.e, .po *)") && getComputedStyle(element).fill === canvas)
      found.push(`drawing in ${element.closest("svg").getAttribute("class")}`);
  }
  for (const current of document.querySelectorAll("[aria-current]:not(.crumbs *)")) {
    const others = [...current.closest("nav, ul, div").querySelectorAll("a")];
    const other = others.find(each => !each.hasAttribute("aria-current"));
    if (other && look(other) === look(current)) found.push(`current: ${current.textContent.trim()}`);
  }
  return found;
}
