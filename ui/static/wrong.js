// "Wrong?" under an answer: a short form, by mouse or keyboard; what is sent becomes a row of the file of flagged answers.
(() => {
  "use strict";
  const desk = window.newsdesk;
  const $ = (selector, root = document) => root.querySelector(selector);
  // As many characters as the server keeps (LONGEST of ui/chat/flag/row.py).
  const MOST = 500;

  function made(name, css, words) {
    const el = document.createElement(name);
    if (css) el.className = css;
    if (words) el.textContent = words;
    return el;
  }

  function open(button) {
    const turn = button.closest(".nd-turn");
    const old = $(".nd-flag", turn);
    if (old) return $("textarea", old).focus();
    const form = made("form", "nd-flag");
    form.setAttribute("aria-label", "What is wrong with this answer");
    const label = made("label", "", "What is right? Leave it empty if you do not know.");
    const right = made("textarea");
    right.rows = 2;
    right.maxLength = MOST;
    label.append(right);
    const tick = made("label", "nd-tick");
    const unknown = made("input");
    unknown.type = "checkbox";
    tick.append(unknown, " It should have said that it does not know");
    const row = made("div", "nd-flag-row");
    const send = made("button", "nd-action", "Flag it");
    const cancel = made("button", "nd-action", "Cancel");
    cancel.type = "button";
    row.append(send, cancel);
    form.append(label, tick, row);
    const back = () => (form.remove(), button.focus({ preventScroll: true }));
    cancel.addEventListener("click", back);
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") (event.stopPropagation(), back());
      const plain = event.key === "Enter" && !event.shiftKey && !event.isComposing;
      if (plain && event.target === right) (event.preventDefault(), form.requestSubmit());
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send.disabled = true;
      desk.wrong({ number: Number(button.dataset.wrong), right: right.value.trim(), unknown: unknown.checked });
    });
    button.closest(".nd-actions").after(form);
    right.focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  // Puts the mark under the answer in place, so that nothing the reader has open is drawn anew.
  desk.flagged = (place) => {
    const text = $("[data-reply]", place)?.dataset.reply;
    if (!text) return;
    const reply = JSON.parse(text);
    const turn = $(`.nd-turn[data-turn="${Number(reply.number)}"]`);
    const button = turn && $("[data-wrong]", turn);
    if (!button) return;
    const form = $(".nd-flag", turn);
    if (!reply.fine) {
      if (form) $("button", form).disabled = false;
      return desk.say(reply.said, form ?? button);
    }
    desk.amend(reply.turns);
    form?.remove();
    if (!$(".nd-flagged", turn)) turn.append(made("p", "nd-flagged", reply.said));
    button.focus({ preventScroll: true });
    $("#nd-said").textContent = reply.said;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-wrong]");
    if (button) open(button);
  });
})();
