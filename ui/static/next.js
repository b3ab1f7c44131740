// What may be asked next: asked for once an answer is drawn, and put under it in its place.
(() => {
  "use strict";
  const desk = window.newsdesk;
  const $ = (selector, root = document) => root.querySelector(selector);
  // Milliseconds: the answer is drawn and its reader has begun to read.
  const LATER = 250;
  const turn = (number) => $(`.nd-turn[data-turn="${Number(number)}"]`);

  desk.offer = (number) => {
    setTimeout(() => {
      const here = turn(number);
      if (here && !$(".nd-pending") && !$(".nd-onward", here)) desk.onward({ number });
    }, LATER);
  };

  desk.offered = (place) => {
    const text = $("[data-reply]", place)?.dataset.reply;
    if (!text) return;
    const reply = JSON.parse(text);
    const here = turn(reply.number);
    if (!here || $(".nd-onward", here)) return;
    desk.amend(reply.turns);
    // The server escaped it, as it does the answer itself.
    here.insertAdjacentHTML("beforeend", reply.html);
  };
})();
