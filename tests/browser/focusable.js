// The names of all that Tab reaches, in the order of the page.
() =>
  [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.closest("svg"))
    .map(element => `${element.textContent.trim() || element.ariaLabel} ${element.getAttribute("href") ?? ""}`)
