// Says so when the figures stand still because the service does not answer.
(() => {
  const state = document.getElementById("ops-state");
  const lost = () => { state.className = "state stale"; state.textContent = "No answer; the figures below stand still."; };
  document.body.addEventListener("htmx:sendError", lost);
  document.body.addEventListener("htmx:responseError", lost);
  document.body.addEventListener("htmx:afterSwap", () => { state.className = "state"; state.textContent = ""; });
})();
