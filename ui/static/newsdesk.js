// The page's own script: open an article at the cited words, step through citations, copy, share, theme.
// Every text that comes from the server is escaped there already; here text only ever goes in by textContent.
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const desk = (window.newsdesk = { view: null, remove: null });
  let opener = null;
  let steps = [];
  let at = 0;

  // ---- the article pane

  const sheet = () => $("#nd-sheet");
  const request = (el) => ({
    article: el.dataset.article,
    start: el.dataset.start,
    end: el.dataset.end,
    from: el.dataset.from,
    to: el.dataset.to,
    index: $("#nd-index input")?.value ?? null,
  });
  const place = (el) => [el.dataset.article, el.dataset.start, el.dataset.end].join(":");

  async function show(el) {
    const body = $("#nd-sheet-body");
    sheet().hidden = false;
    document.body.classList.add("nd-open");
    $$(".nd-current").forEach((old) => old.classList.remove("nd-current"));
    el.classList.add("nd-current");
    body.setAttribute("aria-busy", "true");
    try {
      body.innerHTML = await desk.view(request(el));
    } catch (error) {
      body.textContent = "The article could not be opened: is the server still running?";
    }
    body.removeAttribute("aria-busy");
    const several = steps.length > 1;
    $("#nd-where").textContent = several ? `Citation ${at + 1} of ${steps.length}` : "";
    $$("#nd-sheet [data-step]").forEach((button) => (button.hidden = !several));
    body.scrollTop = 0;
    const quote = $(".nd-quote", body);
    if (quote) {
      const top = quote.getBoundingClientRect().top - body.getBoundingClientRect().top;
      body.scrollTop = Math.max(0, top - body.clientHeight / 3);
    }
    body.focus({ preventScroll: true });
  }

  function open(el) {
    const turn = el.closest(".nd-turn");
    const seen = new Map();
    for (const mark of turn ? $$("[data-article]", turn) : []) if (!seen.has(place(mark))) seen.set(place(mark), mark);
    steps = [...seen.values()];
    at = Math.max(0, [...seen.keys()].indexOf(place(el)));
    opener = el;
    show(el);
  }

  function step(by) {
    if (steps.length < 2) return;
    at = (at + by + steps.length) % steps.length;
    show(steps[at]);
  }

  function close() {
    if (!sheet() || sheet().hidden) return;
    sheet().hidden = true;
    document.body.classList.remove("nd-open");
    $$(".nd-current").forEach((old) => old.classList.remove("nd-current"));
    if (opener?.isConnected) opener.focus({ preventScroll: true });
  }

  // ---- asking

  const box = () => $("#nd-box textarea, #nd-box input");

  function fill(text) {
    const field = box();
    if (!field) return;
    const kind = field.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(field, text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
    field.setSelectionRange(text.length, text.length);
  }

  const home = () => $$('button[role="tab"]').find((tab) => tab.textContent.trim() === "Ask")?.click();

  function ask(text) {
    home();
    fill(text);
    setTimeout(() => $("#nd-ask")?.click(), 60);
  }

  // ---- copy, share, say

  let silence = 0;
  // Told beside the hand: just above the button that was pressed, or below it; a dialog that is open holds the words.
  function say(words, el) {
    const toast = $("#nd-toast");
    (el?.closest("dialog") ?? $("#nd-sheet").parentElement).append(toast);
    toast.textContent = words;
    toast.classList.add("nd-shown");
    const spot = el?.getBoundingClientRect() ?? { left: innerWidth / 2 - 80, top: innerHeight / 2, bottom: innerHeight / 2 };
    const size = toast.getBoundingClientRect();
    toast.style.left = `${Math.max(8, Math.min(spot.left, innerWidth - size.width - 8))}px`;
    toast.style.top = `${spot.top > size.height + 16 ? spot.top - size.height - 6 : spot.bottom + 6}px`;
    clearTimeout(silence);
    silence = setTimeout(() => toast.classList.remove("nd-shown"), 2600);
  }

  async function copy(text, words, el) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say(words, el);
  }

  function link(question, scope) {
    const asked = `${location.origin}${location.pathname}?q=${encodeURIComponent(question)}`;
    return scope ? `${asked}&${scope}` : asked;
  }

  // The settings a link names, in place of those kept here: without any it asks all articles.
  let fromLink = false;
  // Until the visitor sets something.
  document.addEventListener("input", (event) => event.target.closest("#nd-settings") && (fromLink = false), true);
  function linked(saved) {
    const named = new URLSearchParams(location.search);
    if (!named.has("q")) return saved;
    fromLink = true;
    const index = named.get("index") ?? saved?.index ?? null;
    return { ...saved, index, as_of: named.get("as_of") ?? "", dated_only: named.get("dated") === "1" };
  }

  function settings() {
    const head = $("#nd-settings button");
    if (!head) return;
    if (!$("#nd-as-of input, #nd-as-of textarea")?.checkVisibility()) head.click();
    setTimeout(() => {
      $("#nd-settings").scrollIntoView({ block: "center", behavior: "instant" });
      $("#nd-as-of input, #nd-as-of textarea")?.focus({ preventScroll: true });
    }, 60);
  }

  // ---- removing asks first

  function confirmRemoval(el) {
    const dialog = $("#nd-confirm");
    $("p", dialog).textContent = `Remove “${el.dataset.title}”? It will be gone from every answer.`;
    dialog.returnValue = "";
    dialog.onclose = () => dialog.returnValue === "remove" && desk.remove?.(el.dataset.remove);
    dialog.showModal();
  }

  // ---- one listener for every click on the page

  document.addEventListener("click", (event) => {
    const el = event.target.closest(
      "[data-article],[data-ask],[data-copy],[data-share],[data-settings],[data-remove],[data-step],[data-close],[data-theme]",
    );
    $$("details.nd-copy[open]").forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open"));
    if (event.target.closest('button[role="tab"]')?.textContent.trim() === "Ask") desk.refresh?.();
    if (!el) return;
    const has = (name) => name in el.dataset;
    if (has("remove")) confirmRemoval(el);
    else if (has("ask")) ask(el.dataset.ask);
    else if (has("copy")) {
      const menu = el.closest("details");
      menu?.removeAttribute("open");
      copy(el.dataset.copy, `Copied as ${el.textContent.toLowerCase()}`, menu ?? el);
    } else if (has("share")) copy(link(el.dataset.share, el.dataset.scope), "Link copied", el);
    else if (has("settings")) settings();
    else if (has("step")) step(Number(el.dataset.step));
    else if (has("close")) close();
    else if (has("theme")) theme(document.body.classList.contains("dark") ? "light" : "dark");
    else if (el.tagName === "BUTTON") open(el);
  });

  // ---- the quote on hover and focus

  function tip(event) {
    const el = event.target.closest?.("[data-quote]");
    const bubble = $("#nd-tip");
    if (!bubble) return;
    bubble.hidden = !el;
    if (!el) return;
    const quote = el.dataset.quote;
    bubble.textContent = quote.length > 320 ? `${quote.slice(0, 320)} …` : quote;
    const spot = el.getBoundingClientRect();
    const size = bubble.getBoundingClientRect();
    bubble.style.left = `${Math.max(8, Math.min(spot.left, innerWidth - size.width - 8))}px`;
    bubble.style.top = spot.top > size.height + 12 ? `${spot.top - size.height - 6}px` : `${spot.bottom + 6}px`;
  }
  document.addEventListener("mouseover", tip);
  document.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && tip(event));
  document.addEventListener("focusout", () => $("#nd-tip") && ($("#nd-tip").hidden = true));
  document.addEventListener("scroll", () => $("#nd-tip") && ($("#nd-tip").hidden = true), true);

  // ---- theme, kept per browser

  function theme(name) {
    if (name) localStorage.setItem("newsdesk-theme", name);
    const wanted = localStorage.getItem("newsdesk-theme");
    if (wanted) document.body.classList.toggle("dark", wanted === "dark");
  }

  // ---- a new turn comes into view, and is said once to who cannot see it

  let turns = new Set();
  function watch(log) {
    new MutationObserver(() => {
      const now = new Map($$(".nd-turn", log).map((turn) => [mark(turn), turn]));
      const before = turns;
      turns = new Set(now.keys());
      if ($(".nd-welcome", log)) begin();
      const last = [...now].filter(([key]) => !before.has(key)).at(-1)?.[1];
      if (!last) return;
      const question = $(".nd-question", last).textContent;
      const waited = [...before].some((key) => key.includes("nd-pending"));
      if (!waited && box()?.value.replace(/\s+/g, " ").trim() === question) fill("");
      last.scrollIntoView({ block: "start", behavior: "instant" });
      if (last.classList.contains("nd-pending")) return;
      const words = $(".nd-short, .nd-error, .nd-claims", last)?.textContent ?? "";
      $("#nd-said").textContent = `Answer: ${words}`;
    }).observe(log, { childList: true, subtree: true });
  }
  const mark = (turn) => `${turn.dataset.turn}:${turn.className}:${$(".nd-question", turn)?.textContent}`;

  // Once the server has drawn the empty page: what was asked for by the address, else the conversation of this tab.
  let begun = false;
  function begin() {
    if (begun) return;
    begun = true;
    const draft = desk.draft();
    if (draft) fill(draft);
    const question = new URLSearchParams(location.search).get("q");
    if (question) {
      desk.store.start();
      history.replaceState(null, "", location.pathname);
      setTimeout(() => ask(question.slice(0, 2000)), 60);
    } else if (!desk.back() && matchMedia("(hover: hover)").matches) box()?.focus({ preventScroll: true });
  }

  desk.ready = (log) => {
    $("#nd-first")?.remove();
    theme();
    watch(log);
    if ($(".nd-welcome", log)) begin();
  };
  Object.assign(desk, { say, home, box, fill, sheet, step, close, linked, isLinked: () => fromLink });
})();
