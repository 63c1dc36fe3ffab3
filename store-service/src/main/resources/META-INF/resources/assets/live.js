// New articles as they are stored. What the reader looks at never moves: while the page is scrolled, or the list is
// pointed at or focused, new articles wait behind a button.
(() => {
  const list = document.getElementById("stories");
  const pill = document.getElementById("pill");
  const state = document.getElementById("live-state");
  const said = document.getElementById("live-said");
  const KEEP = 100, WAITING = 100, PACE = 1000, RETRY = 10_000, TOP = 110;
  const waiting = new Map();
  let last = list.dataset.after, pointed = false, timer = 0;

  const at = (story) => Date.parse(story.dataset.at);
  const parse = (html) => {
    const holder = document.createElement("template");
    holder.innerHTML = html;
    return holder.content.querySelector(".story");
  };
  const reading = () => list.getBoundingClientRect().top < TOP - 50 || pointed || list.contains(document.activeElement);
  const say = (kind, text) => {
    if (state.dataset.kind === kind) return;
    state.dataset.kind = kind;
    const dot = document.createElement("span");
    dot.className = `dot ${kind}`;
    state.replaceChildren(dot, text);
  };
  const plural = (count) => (count === 1 ? "1 new article" : `${count}${count >= WAITING ? "+" : ""} new articles`);

  const place = (story) => {
    const shown = document.getElementById(story.id);
    if (shown) {
      if (Number(shown.dataset.revision) >= Number(story.dataset.revision)) return false;
      shown.replaceWith(story);
    } else {
      const below = [...list.children].find((other) => at(other) <= at(story));
      if (!below && list.children.length >= KEEP) return false;
      list.insertBefore(story, below ?? null);
    }
    story.classList.add("fresh");
    return true;
  };
  const flush = () => {
    let count = 0;
    for (const story of waiting.values()) if (place(story)) count++;
    waiting.clear();
    pill.hidden = true;
    while (list.children.length > KEEP) list.lastElementChild.remove();
    document.getElementById("empty").hidden = list.children.length > 0;
    if (count) said.textContent = plural(count);
  };
  const settle = () => {
    timer = 0;
    if (!waiting.size) {
      pill.hidden = true;
      return;
    }
    if (!reading()) return flush();
    pill.textContent = plural(waiting.size);
    pill.hidden = false;
  };
  const soon = () => { timer ||= setTimeout(settle, PACE); };

  const arrived = (event) => {
    last = event.lastEventId || last;
    const story = parse(event.data);
    if (!story) return;
    const shown = document.getElementById(story.id);
    if (shown && Number(shown.dataset.revision) >= Number(story.dataset.revision)) return;
    waiting.delete(story.id);
    waiting.set(story.id, story);
    if (waiting.size > WAITING) waiting.delete(waiting.keys().next().value);
    soon();
  };
  const taken = (event, why) => {
    last = event.lastEventId || last;
    const [revision, id] = event.data.split(" ");
    // What was told late says nothing of a newer revision.
    const newer = (story) => story && Number(story.dataset.revision) > Number(revision);
    if (!newer(waiting.get(id)) && waiting.delete(id)) soon();
    const shown = document.getElementById(id);
    if (!shown || newer(shown)) return;
    const note = document.createElement("p");
    note.className = "headline";
    note.textContent = why;
    shown.firstElementChild.replaceChildren(note);
    shown.classList.add("gone");
    // A revision after it may bring it back.
    shown.dataset.revision = revision;
  };
  const connect = () => {
    const source = new EventSource(`${list.dataset.live}?after=${encodeURIComponent(last)}`);
    source.onopen = () => say("good", "Live");
    source.addEventListener("story", arrived);
    source.addEventListener("gone", (event) => taken(event, "This article was withdrawn by its source."));
    source.addEventListener("held", (event) => taken(event, "This article is held back by its source for now."));
    source.onerror = () => {
      say("warn", "Not live at the moment; trying again");
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, RETRY);
    };
    window.addEventListener("pagehide", () => source.close(), { once: true });
  };

  list.addEventListener("pointerenter", () => { pointed = true; });
  list.addEventListener("pointerleave", () => { pointed = false; soon(); });
  list.addEventListener("focusout", soon);
  window.addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  let scrolled = 0;
  window.addEventListener("scroll", () => { clearTimeout(scrolled); scrolled = setTimeout(soon, 300); }, { passive: true });
  pill.addEventListener("click", () => {
    flush();
    const top = list.getBoundingClientRect().top + window.scrollY - TOP;
    window.scrollTo({ top, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  });
  connect();
})();
