// Adds an empty row to a grid of forms. Without this script the page has one empty row at the end of each group.
//
// <div data-rows="new-12">rows, each with data-row</div>
// <button data-add="new-12" data-template="blank-row" hidden>
// <template id="blank-row">a row whose names begin with __prefix__</template>

function addRow(button) {
  const rows = document.querySelector(`[data-rows="${button.dataset.add}"]`);
  const template = document.getElementById(button.dataset.template);
  const key = nextKey(button.dataset.add);
  const holder = document.createElement("template");
  holder.innerHTML = template.innerHTML.replaceAll("__prefix__", key);
  const row = holder.content.firstElementChild;
  rows.append(row);
  row.querySelector("select, input:not([type=hidden])").focus();
}

// The first number that no field of this group has: rows that were saved have names of their own.
function nextKey(key) {
  let number = 0;
  while (document.querySelector(`[name^="${key}-${number}-"]`)) number += 1;
  return `${key}-${number}`;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add]");
  if (button) {
    addRow(button);
    showButtons();
  }
});

function showButtons() {
  for (const button of document.querySelectorAll("[data-add][hidden]")) button.hidden = false;
}

// With the button at hand, nobody needs an empty row below those that are filled in.
function putAwayEmptyRows() {
  for (const rows of document.querySelectorAll("[data-rows]")) {
    const last = rows.lastElementChild;
    if (rows.children.length > 1 && isEmpty(last)) last.remove();
  }
}

function isEmpty(row) {
  return [...row.querySelectorAll("select, input:not([type=hidden])")].every((field) => !field.value);
}

putAwayEmptyRows();
showButtons();
