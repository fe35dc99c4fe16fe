// The search box of the index: hides what does not have all the typed words. Without this script the whole list stands.
// @ts-check
const box = document.querySelector(".find");
const field = document.querySelector("#find");
const found = document.querySelector("#found");

if (box instanceof HTMLElement && field instanceof HTMLInputElement && found) {
  const entries = [...document.querySelectorAll("li[data-words]")].map((item) => ({
    item,
    words: `${item.textContent} ${item.getAttribute("data-words")}`.toLowerCase(),
  }));
  const show = () => {
    const typed = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = entries.filter(({ words }) => typed.every((word) => words.includes(word)));
    for (const { item } of entries) item.toggleAttribute("hidden", !fits.some((entry) => entry.item === item));
    for (const section of document.querySelectorAll("section")) {
      section.hidden = !section.querySelector("li:not([hidden])");
    }
    found.textContent = typed.length === 0 ? "" : `${fits.length} of ${entries.length}`;
  };
  field.addEventListener("input", show);
  box.hidden = false;
  // A page that comes back from the browser's history may keep what was typed.
  show();
}
