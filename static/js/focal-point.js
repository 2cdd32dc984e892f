// Shows the focal point on the picture; a click on the picture sets it, and so do the numbers in the field.

const NUMBERS = /^\s*([\d.,]+)\s*[xх×]\s*([\d.,]+)\s*$/i;

function place(point, value) {
  const found = NUMBERS.exec(value);
  const [left, top] = found ? [found[1], found[2]].map((number) => parseFloat(number.replace(",", "."))) : [0.5, 0.5];
  point.style.insetInlineStart = `${left * 100}%`;
  point.style.insetBlockStart = `${top * 100}%`;
}

function connect(preview) {
  const field = document.getElementById(preview.dataset.ppoiId);
  const picture = preview.querySelector("img");
  if (!field || !picture) return;
  const point = document.createElement("span");
  point.className = "imagefield-point opaque";
  picture.after(point);
  place(point, field.value);
  field.addEventListener("input", () => place(point, field.value));
  picture.addEventListener("click", (event) => {
    const share = (part, whole) => Math.min(1, Math.max(0, part / whole)).toFixed(2);
    field.value = `${share(event.offsetX, picture.clientWidth)}x${share(event.offsetY, picture.clientHeight)}`;
    place(point, field.value);
  });
}

addEventListener("load", () => document.querySelectorAll(".imagefield[data-ppoi-id]").forEach(connect));
