// Marks all rows of a list at once. Without it each has its own box.
(() => {
  for (const all of document.querySelectorAll("input[data-marks]")) {
    const boxes = [...document.querySelectorAll(`input[type=checkbox][name="${all.dataset.marks}"]`)];
    const show = () => {
      const marked = boxes.filter((box) => box.checked).length;
      all.checked = marked > 0 && marked === boxes.length;
      all.indeterminate = marked > 0 && marked < boxes.length;
    };
    all.addEventListener("change", () => {
      for (const box of boxes) box.checked = all.checked;
      for (const other of document.querySelectorAll("input[data-marks]")) other.checked = all.checked;
    });
    document.addEventListener("change", (event) => { if (boxes.includes(event.target)) show(); });
    all.closest("label").hidden = boxes.length < 2;
    // A browser that comes back to the page may have kept the marks.
    show();
  }
})();
