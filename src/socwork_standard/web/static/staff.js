// The page that waits for a staff list: asks how far the work is, and shows the answers when they are there.
const waiting = document.querySelector("[data-state]");
const words = document.getElementById("progress-text");
const bar = document.getElementById("progress");

async function ask() {
  try {
    const answer = await fetch(waiting.dataset.state, { cache: "no-store" });
    if (!answer.ok) return location.reload();
    const now = await answer.json();
    if (now.state === "done" || now.state === "failed") return location.reload();
    if (words.textContent !== now.text) words.textContent = now.text;
    if (now.total) { bar.max = now.total; bar.value = now.done; } else bar.removeAttribute("value");
  } catch { /* the server may be busy for a moment: ask again */ }
  setTimeout(ask, 700);
}
if (waiting) setTimeout(ask, 300);
