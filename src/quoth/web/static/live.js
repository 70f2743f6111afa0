// Shows the steps of a search as they come. Without this file the page refreshes itself.
"use strict";

(() => {
  const place = document.querySelector("[data-events]");
  if (!place || !window.EventSource) return;
  const list = place.querySelector("[data-live] ol");
  const bar = place.querySelector("progress");
  let shown = 0;
  const source = new EventSource(place.dataset.events);

  source.addEventListener("step", (event) => {
    const step = JSON.parse(event.data);
    if (shown === 0) list.replaceChildren();
    shown += 1;
    const line = document.createElement("li");
    line.textContent = step.text;
    list.append(line);
    if (bar && step.wanted) {
      bar.max = step.wanted;
      bar.value = step.fetched;
    }
    if (step.answer && !place.querySelector("[data-live] a")) {
      const link = document.createElement("a");
      link.className = "button";
      link.href = `${place.dataset.answers}${encodeURIComponent(step.answer)}`;
      link.textContent = "Open the answer from the abstracts";
      const row = document.createElement("p");
      row.append(link);
      list.after(row);
    }
  });
  source.addEventListener("done", () => {
    source.close();
    window.location.reload();
  });
  // A server that went away must not be asked for ever: the page itself says what is known.
  source.addEventListener("error", () => {
    source.close();
    window.setTimeout(() => window.location.reload(), 1500);
  });
})();
