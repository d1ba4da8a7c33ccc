// Every page works without this; it only saves round trips. Nothing is sent anywhere or kept.

/** Rename `fact.3.name` to another row's number in every attribute that holds it. */
function renumber(row, fact, number) {
  const old = new RegExp(`^${fact}\\.\\d+\\.`);
  for (const one of row.querySelectorAll("[name], [id], [for]")) {
    for (const attribute of ["name", "id", "for"]) {
      const value = one.getAttribute(attribute);
      if (value) one.setAttribute(attribute, value.replace(old, `${fact}.${number}.`));
    }
  }
  row.querySelector("[data-remove]").value = `remove:${fact}:${number}`;
}

function clear(row) {
  for (const one of row.querySelectorAll("input, select")) {
    if (one.type === "checkbox") one.checked = false;
    else one.value = "";
    one.removeAttribute("aria-invalid");
    one.removeAttribute("aria-describedby");
  }
}

function rowsOf(fact) {
  return [...document.querySelectorAll(`[data-row="${fact}"]`)];
}

function count(fact) {
  rowsOf(fact).forEach((row, index) => { row.querySelector(".position").textContent = index + 1; });
}

function numberOf(row) {
  return Number(row.querySelector("[data-remove]").value.split(":")[2]);
}

const MOST_ROWS = 40;

function add(event, fact) {
  const rows = rowsOf(fact);
  if (rows.length >= MOST_ROWS) return;
  event.preventDefault();
  const row = rows.at(-1).cloneNode(true);
  renumber(row, fact, Math.max(...rows.map(numberOf)) + 1);
  clear(row);
  rows.at(-1).after(row);
  count(fact);
  row.querySelector("input:not([type=hidden]), select").focus();
}

function remove(event, row) {
  event.preventDefault();
  const fact = row.dataset.row;
  if (rowsOf(fact).length === 1) clear(row);
  else row.remove();
  count(fact);
  document.querySelector(`[data-add="${fact}"]`).focus();
}

async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  document.querySelector("[data-copied]").textContent = button.dataset.done;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.add) add(event, button.dataset.add);
  else if ("remove" in button.dataset) remove(event, button.closest("[data-row]"));
  else if ("print" in button.dataset) window.print();
  else if (button.dataset.copy) copy(button);
});

for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
if (navigator.clipboard) for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;

/** What an address points to is shown, also inside something that is folded. */
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let one = target; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  target.scrollIntoView();
}
window.addEventListener("hashchange", reveal);
reveal();

// On paper nothing is folded.
window.addEventListener("beforeprint", () => {
  for (const one of document.querySelectorAll("details:not(.policy, .load)")) one.open = true;
});

// After an answer, or a mistake, reading goes on there.
const focused = document.getElementById("wrong") ?? document.getElementById(document.querySelector("[data-focus]")?.dataset.focus ?? "");
if (focused && !location.hash) focused.focus();
