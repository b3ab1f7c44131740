// Conversations kept in this browser: one entry of localStorage for each, so that two tabs do not overwrite each other.
// Answers are kept as the server sealed them (ui/chat/talk/seal.py) and only the server turns them into HTML again;
// what is read here is questions and plain words, and it goes into the page by textContent alone.
(() => {
  "use strict";
  const PREFIX = "newsdesk-talk-";
  // Characters of all conversations together: browsers stop at about five million.
  const MOST = 3_000_000;
  // As many turns as the server keeps (KEPT_TURNS).
  const TURNS = 24;
  const OPEN = "newsdesk-open";

  const isTurn = (turn) => Number.isInteger(turn?.number) && typeof turn.question === "string";

  function read(id) {
    try {
      const kept = JSON.parse(localStorage.getItem(PREFIX + id));
      if (!Array.isArray(kept?.turns)) return null;
      const turns = kept.turns.filter(isTurn);
      return { id, title: String(kept.title ?? ""), when: Number(kept.when) || 0, turns };
    } catch (error) {
      return null;
    }
  }

  function list() {
    const ids = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    const found = ids.map((key) => read(key.slice(PREFIX.length))).filter((talk) => talk?.turns.length);
    return found.sort((a, b) => b.when - a.when);
  }

  const size = () =>
    Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0);

  function dropOldest(but) {
    const oldest = list().filter((talk) => talk.id !== but).at(-1);
    if (oldest) remove(oldest.id);
    return Boolean(oldest);
  }

  // Returns whether it could be kept: a private window may keep nothing.
  function write(talk) {
    const text = JSON.stringify({ title: talk.title, when: talk.when, turns: talk.turns });
    for (;;) {
      try {
        localStorage.setItem(PREFIX + talk.id, text);
        if (size() <= MOST || !dropOldest(talk.id)) return true;
      } catch (error) {
        if (!dropOldest(talk.id)) return false;
      }
    }
  }

  function remove(id) {
    localStorage.removeItem(PREFIX + id);
    if (id === open()) start();
  }

  const open = () => sessionStorage.getItem(OPEN);
  const choose = (id) => sessionStorage.setItem(OPEN, id);
  const start = () => sessionStorage.removeItem(OPEN);

  // Puts turns into the open conversation, each in the place of the one of its number.
  function keep(turns) {
    const id = open() ?? Date.now().toString(36) + Math.random().toString(36).slice(2, 8);
    const talk = read(id) ?? { id, title: "", turns: [] };
    const now = new Map(talk.turns.map((turn) => [turn.number, turn]));
    for (const turn of turns.filter(isTurn)) now.set(turn.number, turn);
    talk.turns = [...now.values()].sort((a, b) => a.number - b.number).slice(-TURNS);
    talk.when = Date.now();
    choose(id);
    return write(talk);
  }

  // The plain words of a conversation, to search in: what the seal covers is not trusted here, only looked through.
  function words(talk) {
    const said = talk.turns.map((turn) => {
      try {
        const part = JSON.parse(turn.token.slice(turn.token.indexOf(".") + 1)).part;
        return [turn.question, part.head, ...part.lines.map((line) => line[0])].join(" ");
      } catch (error) {
        return turn.question;
      }
    });
    return [name(talk), ...said].join(" ").toLowerCase();
  }

  const name = (talk) => talk.title || talk.turns[0]?.question || "Conversation";

  window.newsdesk.store = { list, read, write, remove, open, choose, start, keep, words, name };
})();
