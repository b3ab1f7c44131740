"use strict";
(() => {
  const rows = [...document.querySelectorAll(".row")];
  const words = document.getElementById("words");
  const picks = [...document.querySelectorAll("select[data-field]")];
  const count = document.getElementById("count");
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const texts = rows.map((row) => plain(row.textContent));

  function show() {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, number) => {
      const fits = picks.every((pick) => !pick.value || row.dataset[pick.dataset.field] === pick.value ||
        (pick.value === "any error" && row.dataset.grade !== "correct"));
      row.hidden = !(fits && wanted.every((word) => texts[number].includes(word)));
      shown += row.hidden ? 0 : 1;
    });
    count.textContent = `${shown} of ${rows.length}`;
    const state = new URLSearchParams(picks.filter((pick) => pick.value).map((pick) => [pick.dataset.field, pick.value]));
    if (words.value) state.set("words", words.value);
    history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
  }

  function read() {
    const target = rows.find((row) => `#${row.id}` === location.hash);
    if (target) {
      target.open = true;
      return;
    }
    const state = new URLSearchParams(location.hash.slice(1));
    picks.forEach((pick) => {
      const value = state.get(pick.dataset.field) || "";
      pick.value = [...pick.options].some((option) => option.value === value) ? value : "";
    });
    words.value = state.get("words") || "";
    show();
  }

  words.addEventListener("input", show);
  picks.forEach((pick) => pick.addEventListener("change", show));
  document.getElementById("clear").addEventListener("click", () => {
    words.value = "";
    picks.forEach((pick) => { pick.value = ""; });
    show();
  });
  document.querySelectorAll("a[data-filter]").forEach((link) => link.addEventListener("click", (event) => {
    event.preventDefault();
    history.replaceState(null, "", link.getAttribute("href"));
    read();
    document.getElementById("questions").scrollIntoView();
  }));
  window.addEventListener("hashchange", read);
  window.addEventListener("beforeprint", () => rows.forEach((row) => { row.open = !row.hidden; }));
  read();
})();
