// Says that something is being done while its page is awaited, and keeps it from being asked for twice.
(() => {
  for (const form of document.querySelectorAll("form[data-busy]")) {
    const button = form.querySelector("button");
    const words = button.textContent;
    const said = Object.assign(document.createElement("span"), { className: "sr" });
    said.setAttribute("role", "status");
    form.append(said);
    form.addEventListener("submit", () => {
      button.disabled = true;
      button.textContent = said.textContent = form.dataset.busy;
    });
    // The browser may bring the page back as it was left.
    window.addEventListener("pageshow", () => {
      button.disabled = false;
      button.textContent = words;
      said.textContent = "";
    });
  }
})();
