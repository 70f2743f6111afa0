// What a script can add to pages that work without one: a passage beside the text, copying, words explained,
// ticks that stay in the page, and a sign that an answer is on its way. Nothing here leaves the site.
"use strict";

(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const beside = window.matchMedia("(min-width: 76rem)");

  // --- small things ------------------------------------------------------------------------------------------------
  function make(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  let quiet = 0;
  function say(text) {
    let line = document.getElementById("said");
    if (!line) {
      line = make("p", { id: "said" });
      line.setAttribute("role", "status");
      document.body.append(line);
    }
    line.textContent = text;
    window.clearTimeout(quiet);
    quiet = window.setTimeout(() => { line.textContent = ""; }, 2500);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Over plain HTTP on a network a browser offers no clipboard: the old way still works.
      const held = make("textarea", { value: text, className: "vh" });
      document.body.append(held);
      held.select();
      const done = document.execCommand("copy");
      held.remove();
      if (!done) return say("This browser does not let a page copy. Select the text instead.");
    }
    return say("Copied");
  }

  // On paper a link is its address: the whole of it, which only the browser knows.
  document.querySelectorAll(".recall a").forEach(link => { link.dataset.at = link.href; });

  // --- a passage beside the text -----------------------------------------------------------------------------------
  const pages = new Map();
  let opener = null;

  function page(href) {
    if (!pages.has(href)) {
      const asked = fetch(href, { credentials: "same-origin", headers: { Accept: "text/html" } }).then(async (reply) => {
        if (!reply.ok) throw new Error("no passage");
        const article = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("article.passage");
        if (!article) throw new Error("no passage");
        return article;
      });
      asked.catch(() => pages.delete(href));
      pages.set(href, asked);
    }
    return pages.get(href);
  }

  function reader() {
    const held = document.getElementById("reader");
    if (held) return held;
    const made = make("dialog", { id: "reader" });
    made.setAttribute("aria-label", "Passage in its source");
    made.addEventListener("close", () => {
      if (opener) opener.removeAttribute("aria-expanded");
      if (opener && opener.isConnected) opener.focus({ preventScroll: true });
      opener = null;
      delete root.dataset.sheet;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && made.open) {
        event.preventDefault();
        made.close();
      }
    });
    window.addEventListener("resize", () => { if (made.open && opener) settle(made, opener); });
    document.body.append(made);
    return made;
  }

  // Where no room is beside the text, the passage is a sheet on the larger part of the window that its row leaves free:
  // neither is covered, and the text stays where it is. A row in the middle of a low window leaves too little above and
  // beneath: it is scrolled up, no further than it has to be. Of a row that is taller than that, the number stays in sight.
  const MOST = 560;
  function settle(dialog, link) {
    delete root.dataset.sheet;
    if (beside.matches) return;
    const toc = document.querySelector("main.answer > .toc");
    const top = toc ? toc.offsetHeight : 0;
    const least = Math.min(240, 0.36 * window.innerHeight);
    const room = window.innerHeight - least - top;
    const row = (link.closest(".row") || link.closest("li, tr, p") || link).getBoundingClientRect();
    const kept = row.height <= room ? row : link.getBoundingClientRect();
    let under = window.innerHeight - kept.bottom;
    if (Math.max(under, kept.top) < least) {
      window.scrollBy({ top: least - under, behavior: "instant" });
      under = least;
    }
    const foot = under >= least;
    root.dataset.sheet = foot ? "foot" : "head";
    root.style.setProperty("--sheet", `${Math.min(foot ? under : kept.top, MOST)}px`);
  }

  function quoted(article) {
    const words = [...article.querySelectorAll("mark")].map((mark) => mark.textContent).join(" ");
    return article.dataset.fidelity === "verbatim" ? `“${words}”` : `Summary: ${words}`;
  }

  // A bar that stays, with what is open and the way out; beneath it the source's text; at the foot what can be done.
  function fill(dialog, article, href) {
    const heading = article.querySelector("h1");
    const close = make("button", { type: "button", className: "quiet", textContent: "Close" });
    close.addEventListener("click", () => dialog.close());
    const bar = make("div", { className: "bar" }, make("p", { textContent: heading ? heading.textContent : "Passage" }), close);
    const pane = make("div", { className: "pane", tabIndex: 0 }, document.importNode(article, true));
    pane.setAttribute("role", "region");
    pane.setAttribute("aria-label", "Text of the source");
    const whole = make("button", { type: "button", className: "quiet", textContent: "Copy with citation" });
    whole.addEventListener("click", () => copy(`${quoted(article)}\n${article.dataset.reference}`));
    const own = make("a", { className: "button quiet", href, textContent: "On its own page" });
    dialog.replaceChildren(bar, pane, make("div", { className: "deeds" }, whole, own));
    return { close, pane };
  }

  async function open(link) {
    const article = await page(link.href);
    const dialog = reader();
    const { close, pane } = fill(dialog, article, link.href);
    if (opener) opener.removeAttribute("aria-expanded");
    opener = link;
    link.setAttribute("aria-expanded", "true");
    settle(dialog, link);
    if (!dialog.open) dialog.show();
    close.focus({ preventScroll: true });
    const mark = pane.querySelector("mark");
    if (mark) pane.scrollTop = Math.max(0, mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - 72);
  }

  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const link = event.target instanceof Element && event.target.closest("a[data-passage]");
      if (link) page(link.href).catch(() => {});
    });
  }

  // --- copying, sharing, printing ----------------------------------------------------------------------------------
  function ofRow(row) {
    const said = row.querySelector(".said");
    const number = row.querySelector(".cite");
    const digits = number ? number.textContent.replace(/\D/g, "") : "";
    const reference = document.querySelector(`#ref-${digits} [data-reference]`);
    const words = said.classList.contains("verbatim") ? `“${said.textContent.trim()}”` : `Summary: ${said.textContent.trim()}`;
    return `${words}\n${reference ? reference.textContent : ""}`;
  }

  const deeds = {
    "[data-copy]": (button) => copy(ofRow(button.closest(".row"))),
    "[data-copy-reference]": (button) => copy(button.closest("li").querySelector("[data-reference]").textContent),
    "[data-print]": () => window.print(),
    "[data-back]": () => window.history.back(),
    "[data-share]": () => {
      const shared = { title: document.title, url: window.location.href.split("#")[0] };
      if (navigator.share) navigator.share(shared).catch(() => {});
      else copy(shared.url).then(() => say("The address of this page is copied"));
    },
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest("a[data-passage]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link && plain) {
      event.preventDefault();
      open(link).catch(() => { window.location.assign(link.href); });
      return;
    }
    for (const [selector, deed] of Object.entries(deeds)) {
      const button = event.target.closest(selector);
      if (button) deed(button);
    }
  });

  // --- words explained where they stand ----------------------------------------------------------------------------
  let shown = null;
  function explain(term) {
    if (!shown) {
      shown = make("div", { id: "def", className: "def", hidden: true });
      shown.setAttribute("role", "tooltip");
      document.body.append(shown);
    }
    shown.replaceChildren(make("b", { textContent: term.textContent }), term.dataset.term);
    shown.hidden = false;
    const place = term.getBoundingClientRect();
    const width = shown.offsetWidth;
    shown.style.left = `${Math.max(8, Math.min(place.left + window.scrollX, root.clientWidth - width - 8))}px`;
    const above = place.bottom + shown.offsetHeight + 12 > window.innerHeight;
    shown.style.top = `${window.scrollY + (above ? place.top - shown.offsetHeight - 6 : place.bottom + 6)}px`;
    term.setAttribute("aria-describedby", "def");
  }
  function hush() {
    if (shown) shown.hidden = true;
  }
  for (const term of document.querySelectorAll("a[data-term]")) {
    term.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") explain(term); });
    term.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse" && !(event.relatedTarget instanceof Element && event.relatedTarget.closest(".def"))) hush();
    });
    term.addEventListener("focus", () => explain(term));
    term.addEventListener("blur", hush);
    term.addEventListener("click", (event) => { event.preventDefault(); explain(term); });
  }
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hush(); });

  // --- who is reading: kept in this browser, sent with a question ---------------------------------------------------
  const KEY = "quoth-role";
  function role(value) {
    try {
      if (value === undefined) return window.localStorage.getItem(KEY) || "";
      if (value === "anyone") window.localStorage.removeItem(KEY);
      else window.localStorage.setItem(KEY, value);
    } catch { /* a browser may keep nothing */ }
    return value || "";
  }
  for (const choice of document.querySelectorAll("select[data-role]")) {
    const form = choice.closest("form");
    if (form.dataset.as === undefined && role() && [...choice.options].some((one) => one.value === role())) choice.value = role();
    choice.addEventListener("change", () => {
      role(choice.value);
      if (form.dataset.as !== undefined) form.requestSubmit();
    });
  }
  for (const form of document.querySelectorAll("form[action$='/ask']")) {
    if (!form.elements.role && role()) form.append(make("input", { type: "hidden", name: "role", value: role() }));
  }

  // --- this patient: ticks mark the rows and stay here --------------------------------------------------------------
  const FITS = { applies: "Applies: what it names was ticked", not: "Does not apply to this patient", unknown: "Not known whether it applies" };
  for (const form of document.querySelectorAll("form[data-patient]")) {
    form.querySelector("[data-plain]").hidden = true;
    const mark = () => {
      const ticked = new FormData(form);
      const any = [...ticked.values()].some((value) => value);
      const count = { applies: new Set(), not: new Set(), unknown: new Set() };
      for (const row of document.querySelectorAll("[data-limits]")) {
        const values = row.dataset.limits.split(" ").map((key) => ticked.get(key) || "");
        const fit = values.includes("no") ? "not" : values.every((value) => value === "yes") ? "applies" : "unknown";
        const sign = row.querySelector(":scope > .fit");
        const words = any && (fit !== "unknown" || values.some((value) => value)) ? FITS[fit] : any ? FITS.unknown : "";
        if (any) row.dataset.fit = fit;
        else delete row.dataset.fit;
        if (sign) {
          sign.textContent = words;
          sign.dataset.fit = any ? fit : "";
        }
        count[fit].add(row);
      }
      form.querySelector("[data-fits]").textContent = any
        ? `${count.applies.size} apply, ${count.not.size} do not, ${count.unknown.size} are not known.` : "";
    };
    form.addEventListener("change", mark);
    form.addEventListener("reset", () => window.setTimeout(mark));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // --- an answer is on its way --------------------------------------------------------------------------------------
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.dataset.slow === undefined) return;
    if (form.dataset.sent) return event.preventDefault();
    const area = form.querySelector("textarea[name=question]"); // other words may be left out: files are sent without
    if (area && !area.value.trim()) {
      event.preventDefault();
      area.focus();
      return say("Type a question first");
    }
    if (!navigator.onLine && !/^(localhost|127\.|\[::1\])/.test(window.location.hostname)) {
      event.preventDefault();
      return say("There is no network. What you typed is still here.");
    }
    form.dataset.sent = "yes";
    const button = event.submitter || form.querySelector("button");
    window.setTimeout(() => {
      button.setAttribute("aria-busy", "true");
      form.append(make("p", { className: "busy", role: "status", textContent: form.dataset.slow || "Reading the library…" }));
    }, 250);
  });
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      for (const one of form.querySelectorAll("[aria-busy]")) one.removeAttribute("aria-busy");
      for (const one of form.querySelectorAll(".busy")) one.remove();
    }
  });
  for (const area of document.querySelectorAll(".ask textarea:not([name=names])")) { // names stand one to a line
    area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        area.form.requestSubmit();
      }
    });
  }

  // --- a page that is still being made asks how far it is ------------------------------------------------------------
  const waiting = document.querySelector("[data-poll]");
  if (waiting) {
    const poll = async () => {
      try {
        const settings = { headers: { Accept: "text/html" }, credentials: "same-origin", redirect: "manual" };
        const reply = await fetch(waiting.dataset.poll, settings);
        if (reply.type === "opaqueredirect" || !reply.ok) return window.location.replace(waiting.dataset.poll);
        const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
        const next = fresh.querySelector("[data-poll]");
        const place = fresh.querySelector("[data-live]");
        if (place) document.querySelector("[data-live]").replaceChildren(...document.importNode(place, true).childNodes);
        if (!next) return undefined;
      } catch {
        say("The server does not answer. Trying again.");
      }
      return window.setTimeout(poll, 700);
    };
    window.setTimeout(poll, 500);
  }

  // --- where on the page ---------------------------------------------------------------------------------------------
  const entries = new Map([...document.querySelectorAll(".toc a")].map((link) => [link.hash.slice(1), link]));
  if (entries.size && "IntersectionObserver" in window) {
    const seen = new Set();
    const watch = new IntersectionObserver((changes) => {
      for (const change of changes) {
        if (change.isIntersecting) seen.add(change.target.id);
        else seen.delete(change.target.id);
      }
      const current = [...entries.keys()].find((id) => seen.has(id));
      for (const [id, link] of entries) {
        if (id === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }, { rootMargin: "-15% 0px -70% 0px" });
    for (const id of entries.keys()) {
      const place = document.getElementById(id);
      if (place) watch.observe(place);
    }
  }

  // A jump into a fold opens it.
  function unfold() {
    let place = null;
    try { place = document.getElementById(decodeURIComponent(window.location.hash.slice(1))); } catch { return; }
    let closed = false;
    for (let fold = place && place.closest("details:not([open])"); fold; fold = fold.parentElement.closest("details:not([open])")) {
      fold.open = true;
      closed = true;
    }
    if (closed) place.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);
  unfold();

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
