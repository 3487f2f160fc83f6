"use strict";

// Filters operations and types by all that is shown of them, and copies calls. The page is whole without.

const form = document.querySelector("form[role=search]");

if (form) {
  const box = form.querySelector("input");
  const count = document.getElementById("count");
  const services = [...document.querySelectorAll(".service")].map((section) => ({
    section,
    entry: document.querySelector(`nav a[href="#${CSS.escape(section.querySelector("h2").id)}"]`),
    operations: [...section.querySelectorAll("article")].map((article) => ({
      article,
      text: (section.querySelector("h2").textContent + " " + article.textContent).toLowerCase(),
    })),
  }));
  const counts = ({ article }) => !article.classList.contains("type");
  const total = services.flatMap((service) => service.operations).filter(counts).length;

  const filter = () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { section, entry, operations } of services) {
      for (const { article, text } of operations) {
        article.hidden = !words.every((word) => text.includes(word));
      }
      const here = operations.filter(({ article }) => !article.hidden);
      section.hidden = words.length > 0 && here.length === 0;
      if (entry) {
        entry.parentElement.hidden = section.hidden;
      }
      shown += here.filter(counts).length;
    }
    count.textContent = words.length ? `${shown} of ${total} operations` : `${total} operations`;
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", filter);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      box.focus();
    } else if (event.key === "Escape" && event.target === box) {
      box.value = "";
      filter();
    }
  });
  filter(); // a browser that goes back keeps what was written
}

const copy = async (text) => {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text);
  }
  const area = document.createElement("textarea"); // on plain HTTP there is no clipboard
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done ? undefined : Promise.reject(new Error("not copied"));
};

for (const button of document.querySelectorAll(".call button")) {
  const line = button.parentElement.querySelector("code").textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(line).then(() => "Copied", () => "Not copied");
    button.textContent = done;
    button.focus();
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
}
