// A server that does not answer is said in a banner, with a way back. The conversation is in the browser's store, so
// that the page can be loaded anew without losing anything; what stands in the question box is carried over.
(() => {
  "use strict";
  const desk = window.newsdesk;
  const $ = (selector, root = document) => root.querySelector(selector);
  const STATUS = "/newsdesk-status";
  const DRAFT = "newsdesk-draft";
  // Milliseconds between looks: often while an answer is awaited. A busy server may take its time to say that it is there.
  const LOOK = 15_000;
  const LOOK_WAITING = 3_000;
  const PATIENCE = 20_000;
  let run = null;

  const KEPT = "Your conversation is kept in this browser.";
  const isLost = () => $("#nd-lost") && !$("#nd-lost").hidden;

  function lost(words) {
    const banner = $("#nd-lost");
    if (!banner) return;
    if ($("p", banner).textContent !== words) $("p", banner).textContent = words;
    banner.hidden = false;
    document.body.classList.add("nd-is-lost");
  }

  // The server is there again. Where it is another, or an answer was on its way, the page is loaded anew: what it showed
  // comes back from the store. Where nothing was lost the banner goes.
  function again(other) {
    const changing = $(".nd-edit") || $("dialog[open]");
    if (other && changing) return lost(`The server was started anew. ${KEPT}`);
    if (other || (isLost() && $(".nd-pending"))) return location.reload();
    if ($("#nd-lost")) $("#nd-lost").hidden = true;
    document.body.classList.remove("nd-is-lost");
  }

  async function look(words = "The server does not answer.") {
    try {
      const reply = await fetch(STATUS, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
      const said = await reply.json();
      if (!reply.ok || !said.page) throw new Error("loading");
      run ??= said.run;
      again(said.run !== run);
      return true;
    } catch (error) {
      lost(`${words} ${KEPT}`);
      return false;
    }
  }

  async function retry(button) {
    button.disabled = true;
    if (await look("Still no answer.")) location.reload();
    button.disabled = false;
    button.focus();
  }

  async function watch() {
    if (!document.hidden && !isLost()) await look();
    else if (isLost()) await look($("#nd-lost p").textContent.split(". ")[0] + ".");
    setTimeout(watch, $(".nd-pending") || isLost() ? LOOK_WAITING : LOOK);
  }

  desk.draft = () => {
    const text = sessionStorage.getItem(DRAFT);
    sessionStorage.removeItem(DRAFT);
    return text;
  };
  // The framework loads the page anew too, when it finds its server again.
  addEventListener("pagehide", () => {
    const asked = $("#nd-box textarea")?.value || $(".nd-pending .nd-question")?.textContent;
    if (isLost() && asked) sessionStorage.setItem(DRAFT, asked);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-retry]");
    if (button) retry(button);
  });
  addEventListener("offline", () => look());
  watch();
})();
