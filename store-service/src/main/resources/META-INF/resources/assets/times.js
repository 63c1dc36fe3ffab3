// Keeps "3 min ago" true while a page stands open, and gives times in the reader's own zone on hover.
(() => {
  const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
  const ago = (then) => {
    const age = Date.now() - then;
    if (age < -MINUTE || age >= 7 * DAY) return null;
    if (age < MINUTE) return "just now";
    if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
    if (age < DAY) return `${Math.floor(age / HOUR)} h ago`;
    const days = Math.floor(age / DAY);
    return days === 1 ? "1 day ago" : `${days} days ago`;
  };
  const refresh = () => {
    for (const time of document.querySelectorAll("time[data-relative]")) {
      const then = Date.parse(time.dateTime);
      const text = ago(then);
      if (text && time.textContent !== text) time.textContent = text;
      if (!time.title) time.title = new Date(then).toLocaleString();
    }
  };
  refresh();
  setInterval(refresh, 30_000);
})();
