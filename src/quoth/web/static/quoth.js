// Opens a passage beside the text. Without this file every number is a link to the same passage on a page of its own.
"use strict";

(() => {
  const wide = window.matchMedia("(min-width: 60rem)");
  let opener = null;

  function reader() {
    const held = document.getElementById("reader");
    if (held) return held;
    const made = document.createElement("dialog");
    made.id = "reader";
    made.setAttribute("aria-label", "Passage in its source");
    made.addEventListener("close", () => {
      if (opener && opener.isConnected) opener.focus();
      opener = null;
    });
    made.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        made.close();
      }
    });
    made.addEventListener("click", (event) => {
      if (event.target === made && !wide.matches) made.close();
    });
    document.body.append(made);
    return made;
  }

  // A bar that stays, with what is open and the way out; beneath it the source's text.
  function fill(dialog, article) {
    const bar = document.createElement("div");
    bar.className = "bar";
    const title = document.createElement("p");
    const heading = article.querySelector("h1");
    title.textContent = heading ? heading.textContent : "Passage";
    const close = document.createElement("button");
    close.type = "button";
    close.className = "quiet";
    close.textContent = "Close";
    close.addEventListener("click", () => dialog.close());
    bar.append(title, close);
    const pane = document.createElement("div");
    pane.className = "pane";
    pane.tabIndex = 0;
    pane.setAttribute("role", "region");
    pane.setAttribute("aria-label", "Text of the source");
    pane.append(document.importNode(article, true));
    dialog.replaceChildren(bar, pane);
    return { close, pane };
  }

  async function open(link) {
    const reply = await fetch(link.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
    if (!reply.ok) throw new Error("no passage");
    const page = new DOMParser().parseFromString(await reply.text(), "text/html");
    const article = page.querySelector("article.passage");
    if (!article) throw new Error("no passage");
    const dialog = reader();
    const { close, pane } = fill(dialog, article);
    opener = link;
    // Beside the text on a wide window, over it on a narrow one.
    if (!dialog.open && wide.matches) dialog.show();
    else if (!dialog.open) dialog.showModal();
    close.focus();
    const mark = pane.querySelector("mark");
    if (mark) pane.scrollTop = Math.max(0, mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - 96);
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-passage]");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link).catch(() => { window.location.assign(link.href); });
  });

  // A closed fold is opened for paper, and closed again after.
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
    folded = [];
  });
})();
