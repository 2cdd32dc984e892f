// What runs out of its box by more than the gaps beside it take, or off the page.
() => {
  const page = document.documentElement;
  const found = page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} wide`] : [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || element.closest(".vh, .skips, svg, .tbl, thead") || style.display === "inline") continue;
    const clips = style.overflow === "hidden" && element.scrollHeight > element.clientHeight + 2;
    if (element.matches(".shelf, .card")) continue; // a stamp leans out of its card
    if (element.scrollWidth > element.clientWidth + 6 || clips)
      found.push(`${element.tagName}.${element.className} ${element.scrollWidth}/${element.clientWidth}`);
  }
  return found;
}
