"""What comes out of the printer: the PDF that Chromium makes, and the sheet as it is laid out."""

from io import BytesIO

from pypdf import PdfReader

PIXEL_A_MILLIMETRE = 96 / 25.4
INSIDE_THE_MARGINS = {"width": round(182 * PIXEL_A_MILLIMETRE), "height": round(273 * PIXEL_A_MILLIMETRE)}

# What leaves the sheet, sticks out of its row or lies on the next one.
MISPLACED = """
(selector) => {
  const box = element => element.getBoundingClientRect();
  const inside = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
    && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  const sheet = box(document.querySelector(".sheet"));
  const room = box(document.querySelector(".sheet__rows"));
  const found = [];
  document.querySelectorAll(".sheet__name > *, .sheet__foot > *, .sheet__foot p, .big-yu > *").forEach(part => {
    if (part.getClientRects().length && !inside(box(part), sheet)) found.push(["off the sheet", part.textContent]);
  });
  document.querySelectorAll(".sheet__column").forEach(column => {
    const rows = [...column.querySelectorAll(selector)];
    rows.forEach((row, number) => {
      if (!inside(box(row), room)) found.push(["outside of its room", row.textContent]);
      if (row.scrollHeight > row.clientHeight + 2) found.push(["cut", row.textContent]);
      if (number && box(row).top < box(rows[number - 1]).bottom - 1) found.push(["overlaps", row.textContent]);
      row.querySelectorAll(":not(.vh, sup)").forEach(part => {
        if (part.getClientRects().length && !inside(box(part), box(row))) found.push(["sticks out", part.textContent]);
      });
    });
  });
  return found;
}
"""


def printed(page):
    """The pages of the PDF of an A4 printer without backgrounds."""
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages


def words_on(pages):
    """Without any space: a printer breaks lines where it likes."""
    return "".join("".join(page.extract_text() for page in pages).split()).replace("\u2060", "")


def misplaced(page, selector):
    page.emulate_media(media="print")
    page.set_viewport_size(INSIDE_THE_MARGINS)
    return page.evaluate(MISPLACED, selector)
