"use strict";
// The frame around the page of a map: it hears of each save, and changes the page for the new one under the same view.
(() => {
  const KEY = "argmap-view";
  const AGAIN = 2000; // milliseconds after which a connection that the browser gave up is made anew
  const NOTES = {
    none: "There is no picture yet. It comes once the file can be read.",
    part: "The picture shows what could be read.",
    last: "The picture is of an earlier save. The next comes once this is mended.",
    whole: "",
  };
  const byId = (id) => document.getElementById(id);
  let frame = null; // the page that is seen
  let coming = null; // the one that is being loaded
  let version = ""; // of the page that was asked for last

  const pageOf = (holder) => (holder && holder.contentWindow && holder.contentWindow.argmapPage) || null;

  /** Make an element; texts become text nodes, never markup. */
  function el(tag, className, text) {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // --- the view outlives the page, and in this tab also the frame ---

  function remember() {
    const page = pageOf(frame);
    try {
      if (page) {
        sessionStorage.setItem(KEY, JSON.stringify(page.keep()));
      }
    } catch {
      return; // some browsers are told to keep nothing
    }
  }

  function remembered() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY));
    } catch {
      return null;
    }
  }

  // --- changing the page ---

  function change(next) {
    const page = pageOf(next);
    coming = null;
    if (!page) {
      next.remove(); // an answer without a page: news of a better one will come
      version = "";
      return;
    }
    const old = frame;
    const before = pageOf(old);
    const kept = before ? before.keep() : remembered();
    const hadFocus = old === null || document.activeElement === old;
    if (kept) {
      page.restore(kept);
    }
    frame = next;
    frame.classList.remove("coming");
    document.title = frame.contentDocument.title;
    document.documentElement.lang = frame.contentDocument.documentElement.lang;
    if (hadFocus) {
      frame.contentWindow.focus();
      page.refocus(kept);
    }
    if (old) {
      old.remove();
    }
  }

  function load() {
    if (coming) {
      coming.remove();
    }
    const next = document.createElement("iframe");
    next.className = "coming";
    next.title = "Argument map";
    next.addEventListener("load", () => next === coming && change(next));
    next.src = "/map";
    coming = next;
    byId("room").append(next);
  }

  // --- what is the matter with the file ---

  function item(problem) {
    const made = document.createElement("li");
    const where = [problem.where, problem.code].filter(Boolean).join(": ");
    made.append(el("span", "where", where), where ? " " : "", problem.message);
    if (problem.fix) {
      made.append(" ", el("span", "fix", `(${problem.fix})`));
    }
    if (problem.lines.length) {
      made.append(el("pre", "", problem.lines.join("\n")));
    }
    return made;
  }

  function tell(problems, picture) {
    byId("heading").textContent = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    byId("note").textContent = NOTES[picture];
    byId("list").replaceChildren(...problems.map(item));
    byId("problems").hidden = !problems.length;
  }

  // --- news ---

  function show(shown) {
    tell(shown.problems, shown.picture);
    byId("busy").hidden = !shown.drawing;
    if (shown.version && shown.version !== version) {
      version = shown.version;
      load();
    }
  }

  function connect() {
    const news = new EventSource("/events");
    news.addEventListener("message", (event) => show(JSON.parse(event.data)));
    news.addEventListener("open", () => { byId("lost").hidden = true; });
    news.addEventListener("error", () => {
      byId("lost").textContent = "The preview has ended. Start it again to see what is saved from now on.";
      byId("lost").hidden = false;
      if (news.readyState === EventSource.CLOSED) {
        setTimeout(connect, AGAIN);
      }
    });
  }

  addEventListener("pagehide", remember);
  connect();
})();
