// Rows that have a number for their order get buttons and a handle beside it. Without JavaScript the number is typed;
// either way nothing holds before “Save”.
(() => {
  const words = document.currentScript.dataset;
  const NUMBER = 'input[name$="-order"], input[name$="-menu_order"]';
  const ROW = ".inline-related:not(.empty-form), .inline-group tr.form-row:not(.empty-form), #result_list tbody tr";
  let dragged = null;

  const rowOf = (element) => element.closest(ROW);
  const numberOf = (row) => row.querySelector(NUMBER);

  // In a list with rows of several festivals or menus each of them has an order of its own.
  function groupOf(row) {
    return row.querySelector('[name$="-menu"]')?.value ?? row.querySelector(".field-edition_name")?.textContent ?? "";
  }

  function neighbours(row) {
    return [...row.parentElement.children].filter(
      (each) => each.matches(ROW) && numberOf(each) && groupOf(each) === groupOf(row),
    );
  }

  // An editor does not survive being moved: it is made anew in its new place.
  function withoutEditors(row, move) {
    const areas = [...row.querySelectorAll("textarea")].filter((area) => window.CKEDITOR?.instances[area.id]);
    areas.forEach((area) => window.CKEDITOR.instances[area.id].destroy());
    move();
    areas.forEach((area) => window.CKEDITOR.replace(area.id, JSON.parse(area.dataset.config)));
  }

  function place(row, target, after) {
    withoutEditors(row, () => (after ? target.after(row) : target.before(row)));
    const rows = neighbours(row);
    rows.forEach((each, index) => {
      numberOf(each).value = index + 1;
      numberOf(each).dispatchEvent(new Event("change", { bubbles: true }));
    });
    const said = words.place.replace("{place}", rows.indexOf(row) + 1).replace("{count}", rows.length);
    document.getElementById("order-said").textContent = `${said}. ${words.save}`;
  }

  function step(row, by) {
    const rows = neighbours(row);
    const target = rows[rows.indexOf(row) + by];
    if (target) place(row, target, by > 0);
  }

  function button(row, sign, label, by) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "order__button";
    made.textContent = sign;
    made.title = label;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", () => {
      step(row, by);
      made.focus();
    });
    return made;
  }

  function handle(row) {
    const made = document.createElement("span");
    made.className = "order__handle";
    made.title = words.drag;
    made.setAttribute("aria-hidden", "true");
    made.addEventListener("pointerdown", () => (row.draggable = true));
    made.addEventListener("pointerup", () => (row.draggable = false));
    return made;
  }

  function equip(row) {
    const number = numberOf(row);
    if (!number || row.querySelector(".order")) return;
    const box = document.createElement("span");
    box.className = "order";
    number.after(box);
    box.append(handle(row), number, button(row, "↑", words.up, -1), button(row, "↓", words.down, 1));
    row.addEventListener("dragstart", (event) => {
      if (row.draggable) dragged = row;
      event.dataTransfer?.setData("text/plain", "");
    });
    row.addEventListener("dragend", () => {
      row.draggable = false;
      dragged = null;
    });
    row.addEventListener("dragover", (event) => {
      if (dragged && dragged !== row && neighbours(dragged).includes(row)) event.preventDefault();
    });
    row.addEventListener("drop", (event) => {
      if (!dragged || dragged === row || !neighbours(dragged).includes(row)) return;
      event.preventDefault();
      const { top, height } = row.getBoundingClientRect();
      place(dragged, row, event.clientY > top + height / 2);
    });
  }

  // A list that is sorted by something else has no order to be changed here.
  function isSortedOtherwise(row) {
    return row.closest("#result_list") && new URLSearchParams(location.search).get("o");
  }

  function start() {
    const said = document.createElement("p");
    said.id = "order-said";
    said.className = "order__said";
    said.setAttribute("role", "status");
    document.body.append(said);
    [...document.querySelectorAll(ROW)].filter((row) => !isSortedOtherwise(row)).forEach(equip);
    document.addEventListener("formset:added", (event) => {
      const row = rowOf(event.target);
      if (!row || !numberOf(row)) return;
      equip(row);
      numberOf(row).value = Math.max(0, ...neighbours(row).map((each) => Number(numberOf(each).value))) + 1;
    });
  }

  document.addEventListener("DOMContentLoaded", start);
})();
