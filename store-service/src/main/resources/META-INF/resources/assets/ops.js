// Keeps the figures from changing under a reader's hands: they wait while something of them is selected or holds a visible
// focus, and while the reader says so. Says so, and when they stand still because the service does not answer.
(() => {
  const board = document.getElementById("board");
  const state = document.getElementById("ops-state");
  const pause = document.getElementById("ops-pause");
  let paused = false;

  const say = (text, kind = "state") => {
    state.className = kind;
    if (state.textContent !== text) state.textContent = text;
  };
  const lost = () => say("No answer; the figures below stand still.", "state stale");
  const held = () => {
    const selection = document.getSelection();
    return board.querySelector(":focus-visible") || (selection && !selection.isCollapsed && selection.containsNode(board, true));
  };
  const waits = () => {
    if (paused) return "Paused; the figures below stand still, only ages go on.";
    return held() ? "The figures wait while one of them is selected or in focus." : "";
  };

  board.addEventListener("htmx:beforeRequest", (event) => {
    const why = waits();
    if (!why) return;
    event.preventDefault();
    say(why);
  });
  board.addEventListener("htmx:beforeSwap", (event) => {
    if (waits()) event.detail.shouldSwap = false;
  });
  board.addEventListener("htmx:afterSwap", () => say(""));
  document.body.addEventListener("htmx:sendError", lost);
  document.body.addEventListener("htmx:responseError", lost);
  pause.addEventListener("click", () => {
    paused = !paused;
    pause.setAttribute("aria-pressed", String(paused));
    say(waits());
    if (!paused) htmx.trigger(board, "goon");
  });
  pause.hidden = false;
})();
