// The conversations of this browser: list, search, open, rename, delete, save; and a question changed in its place.
(() => {
  "use strict";
  const desk = window.newsdesk;
  const store = desk.store;
  const $ = (selector, root = document) => root.querySelector(selector);
  const busy = () => Boolean($(".nd-pending"));

  function button(words, act, css = "nd-action") {
    const made = document.createElement("button");
    made.type = "button";
    made.className = css;
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  // ---- the list

  function row(talk) {
    const item = document.createElement("li");
    const name = store.name(talk);
    const when = document.createElement("span");
    when.textContent = `${talk.turns.length === 1 ? "1 question" : `${talk.turns.length} questions`}, ${new Date(talk.when).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`;
    const first = button(name, () => go(talk), "nd-link");
    if (talk.id === store.open()) first.setAttribute("aria-current", "true");
    const rename = button("Rename", () => edit(item, talk));
    rename.setAttribute("aria-label", `Rename ${name}`);
    const remove = button("Delete", () => {
      if (remove.textContent === "Delete") return void (remove.textContent = "Delete for good");
      if (busy() && talk.id === store.open()) return desk.say("Wait until the answer is there", remove);
      const here = talk.id === store.open();
      store.remove(talk.id);
      if (here) desk.restore({ turns: [] });
      draw();
      $("#nd-talks-find").focus();
    });
    remove.addEventListener("blur", () => (remove.textContent = "Delete"));
    remove.classList.add("nd-danger");
    item.append(first, when, rename, remove);
    return item;
  }

  function edit(item, talk) {
    const field = document.createElement("input");
    field.value = store.name(talk);
    field.maxLength = 120;
    field.setAttribute("aria-label", "New name");
    const done = (keep) => {
      const now = store.read(talk.id);
      if (keep && now) store.write({ ...now, title: field.value.trim() });
      draw();
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") done(true);
      if (event.key === "Escape") done(false);
      if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
    });
    item.replaceChildren(field, button("Keep", () => done(true)), button("Cancel", () => done(false)));
    field.select();
  }

  function draw() {
    const wanted = $("#nd-talks-find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const all = store.list();
    const found = all.filter((talk) => wanted.every((word) => store.words(talk).includes(word)));
    $("#nd-talks-list").replaceChildren(...found.map(row));
    $("#nd-talks-none").textContent = found.length ? "" : all.length ? "None has these words." : "None yet: ask something.";
    for (const save of document.querySelectorAll("[data-save]")) save.disabled = !$(".nd-turn");
  }

  function list() {
    $("#nd-talks-find").value = "";
    draw();
    $("#nd-talks").showModal();
  }

  function go(talk) {
    if (busy()) return desk.say("Wait until the answer is there", $("#nd-talks-find"));
    if (talk) store.choose(talk.id);
    else store.start();
    $("#nd-talks").close();
    desk.home();
    desk.restore({ turns: talk ? talk.turns : [] });
  }

  // ---- a question changed in its place

  let placing = null;

  function change(el) {
    const turn = el.closest(".nd-turn");
    const head = $(".nd-question", turn);
    const form = document.createElement("form");
    form.className = "nd-edit";
    const field = document.createElement("textarea");
    field.value = el.dataset.edit;
    field.maxLength = 2000;
    field.rows = 2;
    field.setAttribute("aria-label", "The question, to be changed");
    const ask = button("Ask", () => form.requestSubmit());
    const back = () => (form.remove(), (head.hidden = false), el.focus());
    form.append(field, ask, button("Cancel", back));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      again(field.value, el.dataset.place, ask);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey) (event.preventDefault(), form.requestSubmit());
      if (event.key === "Escape") (event.stopPropagation(), back());
    });
    if ($(".nd-edit", turn)) return $(".nd-edit textarea", turn).focus();
    head.hidden = true;
    head.after(form);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  }

  function again(question, place, el) {
    if (busy()) desk.say("Wait until the answer is there", el);
    else if (question.trim()) {
      placing = Number(place);
      desk.again({ question: question.trim(), place });
    }
  }

  document.addEventListener("click", (event) => {
    const el = event.target.closest("[data-talks],[data-save],[data-edit],[data-again]");
    if (!el) return;
    const does = el.dataset;
    if (does.talks === "open") list();
    else if (does.talks === "close") $("#nd-talks").close();
    else if (does.talks === "new") go(null);
    else if (does.save === "print") ($("#nd-talks").close(), window.print());
    else if (does.save) (desk.save({ kind: does.save }), desk.say("It goes to your downloads", el));
    else if ("edit" in does) change(el);
    else if ("again" in does) again(does.again, does.place, el);
  });
  document.addEventListener("input", (event) => event.target.id === "nd-talks-find" && draw());

  // ---- what the server sealed goes into the store; what is in the store comes back with the page

  desk.keep = (place) => {
    const turns = $("[data-turns]", place)?.dataset.turns;
    // A moment later the transcript is drawn too.
    if (turns) setTimeout(() => keep(JSON.parse(turns)), 100);
  };

  function keep(turns) {
    const shown = new Set([...document.querySelectorAll(".nd-turn")].map((turn) => Number(turn.dataset.turn)));
    const first = Math.min(...shown);
    const kept = store.open() && store.read(store.open());
    // A server that forgot this conversation numbers from one again: what it says then is another conversation.
    const gone = kept?.turns.some(({ number }) => number >= first && !shown.has(number));
    const other = kept?.turns.some((old) =>
      turns.some((turn) => turn.number === old.number && turn.question !== old.question && turn.number !== placing),
    );
    placing = null;
    if (gone || other) store.start();
    if (!store.keep(turns)) desk.say("This browser keeps nothing: the conversation ends with it");
    if ($("#nd-talks").open) draw();
    desk.offer(turns[0].number);
  }

  // Turns that changed since they were kept, each in its place; one that is of another conversation is left alone.
  desk.amend = (turns) => {
    const kept = store.open() && store.read(store.open());
    const same = turns.filter((turn) =>
      kept?.turns.some((old) => old.number === turn.number && old.question === turn.question),
    );
    if (same.length) store.keep(same);
  };

  desk.back = () => {
    const talk = store.open() && store.read(store.open());
    if (talk?.turns.length) desk.restore({ turns: talk.turns });
    return Boolean(talk?.turns.length);
  };
})();
