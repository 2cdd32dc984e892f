/* The week planner with fewer clicks: a shelf of plays that fills one date after the other, weeks copied from the
   week before, a count of what is not saved. Without this script the page is an ordinary form. */

const form = document.querySelector("[data-planner]");

if (form) {
  const shelf = document.querySelector("[data-shelf]");
  const unsaved = form.querySelector("[data-unsaved]");
  const OFF = ["cancelled", "postponed", "rescheduled", "free"];
  let leaving = false;

  const rows = () => [...form.querySelectorAll(".plan-row")];
  const field = (row, name) => row.querySelector(`[data-field="${name}"]`);
  const play = (row) => field(row, "production");
  const shows = (row) => row.checkVisibility();

  function isEmpty(row) {
    return shows(row) && row.dataset.row !== "extra" && !play(row).value && !OFF.includes(field(row, "state")?.value);
  }

  // The marked date

  function mark(row) {
    for (const other of rows()) other.toggleAttribute("data-current", other === row);
    if (!row) return;
    const first = shelf.querySelector(`[data-shelf-of="${row.dataset.audience}"]`);
    first?.parentNode.insertBefore(first, first.parentNode.querySelector("[data-shelf-of]"));
  }

  const marked = () => form.querySelector(".plan-row[data-current]");

  function goOn(row) {
    const all = rows();
    const next = all.slice(all.indexOf(row) + 1).find(isEmpty) ?? all.find(isEmpty);
    if (next) next.scrollIntoView({ block: "nearest" });
    mark(next ?? row);
  }

  // What is not saved

  function wasChanged(input) {
    if (input.type === "checkbox") return input.checked !== input.defaultChecked;
    if (input.tagName !== "SELECT") return input.value !== input.defaultValue;
    const said = [...input.options].findIndex((option) => option.defaultSelected);
    return input.selectedIndex !== Math.max(said, 0);
  }

  function isChanged(row) {
    return "touched" in row.dataset || [...row.querySelectorAll("[data-field]")].some(wasChanged);
  }

  function count() {
    for (const row of rows()) row.toggleAttribute("data-changed", isChanged(row));
    const changed = form.querySelectorAll(".plan-row[data-changed]").length;
    unsaved.textContent = changed ? `${unsaved.dataset.words} ${changed}` : "";
    return changed;
  }

  // Choosing

  function choose(row, value) {
    play(row).value = value;
    played(row);
    count();
  }

  function played(row) {
    row.querySelector("[data-missing]")?.remove(); // the server looks again when it saves
    const details = row.querySelector("details");
    if (details && "announced" in row.dataset && wasChanged(play(row))) details.open = true;
  }

  function stateChosen(row, state) {
    if (!OFF.includes(state)) return;
    row.querySelector("details").open = true;
    const wanted = state === "rescheduled" ? "starts_at" : "state_reason_ru";
    field(row, wanted)?.focus();
  }

  function copyWeekBefore(week) {
    let before = week.previousElementSibling;
    while (before && !before.matches("[data-week]")) before = before.previousElementSibling;
    if (!before) return;
    for (const row of week.querySelectorAll(".plan-row")) {
      const twin = [...before.querySelectorAll(".plan-row")].find((each) => each.dataset.hour === row.dataset.hour);
      if (twin && isEmpty(row)) choose(row, play(twin).value);
    }
    goOn(week.querySelector(".plan-row:last-of-type"));
  }

  function addDate(button) {
    const extra = form.querySelector("[data-extra]");
    const row = [...extra.querySelectorAll(".plan-row")].find((each) => !field(each, "starts_at").value);
    if (!row) {
      extra.open = true;
      extra.scrollIntoView();
      return;
    }
    button.closest("[data-week]").append(row);
    field(row, "starts_at").value = button.dataset.addTo;
    field(row, "starts_at").focus();
    mark(row);
    count();
  }

  form.addEventListener("change", (event) => {
    const row = event.target.closest(".plan-row");
    if (!row) return;
    if (event.target.dataset.field === "production") played(row);
    if (event.target.dataset.field === "state") stateChosen(row, event.target.value);
    count();
  });
  form.addEventListener("input", count);
  form.addEventListener("focusin", (event) => {
    const row = event.target.closest(".plan-row");
    if (row) mark(row);
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.matches("[data-same]")) copyWeekBefore(button.closest("[data-week]"));
    else if (button?.matches("[data-add-to]")) addDate(button);
    else if (!button && event.target.closest(".plan-row")) mark(event.target.closest(".plan-row"));
  });
  shelf.addEventListener("click", (event) => {
    const button = event.target.closest("[data-play]");
    const row = marked();
    if (!button || !row) return;
    choose(row, button.dataset.play);
    goOn(row);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.dataset.field !== "production") return;
    event.preventDefault();
    const all = rows().filter(shows);
    const next = all[all.indexOf(event.target.closest(".plan-row")) + 1];
    if (next) play(next).focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyS" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && count()) event.preventDefault();
  });

  shelf.hidden = false;
  for (const button of form.querySelectorAll("[data-add-to], [data-week] ~ [data-week] [data-same]")) {
    button.hidden = false;
  }
  mark(form.querySelector("[data-refused]") ?? rows().find(isEmpty) ?? rows()[0]);
  count();
}
