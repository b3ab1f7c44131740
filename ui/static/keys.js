// Keys: "/" goes to the question box from every tab, Escape closes what lies on top, arrows move in menus and citations.
(() => {
  "use strict";
  const desk = window.newsdesk;
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const TYPING = "input:not([type=checkbox], [type=range]), textarea, select, [contenteditable]";

  function toBox() {
    desk.home();
    // The tab has to be drawn first, and at once where it is already.
    desk.box()?.focus();
    setTimeout(() => desk.box()?.focus(), 80);
  }

  // One thing at a time, the topmost first; a dialog closes itself.
  function escape() {
    const tip = $("#nd-tip");
    const menu = $("details.nd-copy[open]");
    if ($("dialog[open]")) return;
    if (menu) {
      menu.removeAttribute("open");
      $("summary", menu).focus();
    } else if (tip && !tip.hidden) tip.hidden = true;
    else desk.close();
  }

  // Returns whether the key was for a copy menu: down opens it, up and down go round, Home and End to its ends.
  function inMenu(event) {
    const menu = event.target.closest?.("details.nd-copy");
    if (!menu || !["ArrowDown", "ArrowUp", "Home", "End"].includes(event.key)) return false;
    const items = $$(".nd-menu button", menu);
    const at = items.indexOf(document.activeElement);
    if (at < 0 && !menu.open && event.key !== "ArrowDown") return false;
    menu.open = true;
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
    items.at(to % items.length).focus();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const box = desk.box();
    const reading = desk.sheet()?.contains(event.target);
    if (event.key === "/" && !event.target.matches?.(TYPING) && !$("dialog[open]")) {
      event.preventDefault();
      toBox();
    } else if (event.key === "Escape") escape();
    else if (inMenu(event)) event.preventDefault();
    else if (event.key === "ArrowUp" && event.target === box && !box.value) {
      const last = $$(".nd-question").at(-1);
      if (!last) return;
      event.preventDefault();
      desk.fill(last.textContent);
    } else if (reading && event.key === "ArrowRight") desk.step(1);
    else if (reading && event.key === "ArrowLeft") desk.step(-1);
  });
})();
