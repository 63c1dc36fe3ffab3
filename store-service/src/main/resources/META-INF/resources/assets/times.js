// Keeps "3 min ago" true while a page stands open, and tells times by the reader's own clock, with UTC on hover. Without it
// times are UTC. Days whose hour nobody knows stay as they are.
(() => {
  const MINUTE = 60_000, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
  const UTC = /\d\d:\d\d(:\d\d)? UTC$/;
  const format = (seconds, timeZone) => new Intl.DateTimeFormat("en-GB", {
    day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit",
    ...(seconds && { second: "2-digit" }), hourCycle: "h23", timeZoneName: "short", timeZone,
  });
  const local = { short: format(false), full: format(true) }, utc = format(true, "UTC");
  // As the server writes it: "23 Sep 2025, 14:02:07 UTC".
  const words = (formatter, then) => {
    const part = Object.fromEntries(formatter.formatToParts(then).map(({ type, value }) => [type, value]));
    const clock = [part.hour, part.minute, part.second].filter(Boolean).join(":");
    return `${part.day} ${part.month.slice(0, 3)} ${part.year}, ${clock} ${part.timeZoneName}`;
  };
  const ago = (then) => {
    const age = Date.now() - then;
    if (age < -MINUTE || age >= 7 * DAY) return null;
    if (age < MINUTE) return "just now";
    if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
    if (age < DAY) return `${Math.floor(age / HOUR)} h ago`;
    const days = Math.floor(age / DAY);
    return days === 1 ? "1 day ago" : `${days} days ago`;
  };
  const rewrite = (element, then) => {
    const clock = UTC.exec(element.textContent);
    if (!clock) return false;
    const text = words(clock[1] ? local.full : local.short, then);
    if (text !== element.textContent) element.textContent = text;
    element.title ||= words(utc, then);
    return true;
  };
  const selected = (time) => {
    const selection = document.getSelection();
    return selection && !selection.isCollapsed && selection.containsNode(time, true);
  };
  const refresh = () => {
    for (const time of document.querySelectorAll("time[datetime*=T]")) {
      const then = Date.parse(time.dateTime);
      // What a reader is selecting stays as it is until the next time.
      if (Number.isNaN(then) || selected(time)) continue;
      // Lists put the same time in words and in full, side by side.
      if (time.nextElementSibling?.tagName === "SPAN") rewrite(time.nextElementSibling, then);
      if (rewrite(time, then)) continue;
      const text = "relative" in time.dataset ? ago(then) : null;
      if (text && text !== time.textContent) time.textContent = text;
      time.title ||= `${words(local.full, then)} (${words(utc, then)})`;
    }
  };
  refresh();
  setInterval(refresh, 30_000);
  // What other scripts put into the page is told likewise, before it is seen.
  new MutationObserver(refresh).observe(document.body, { childList: true, subtree: true });
})();
