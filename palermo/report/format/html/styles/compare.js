// Keys and buttons that lead to the next difference in sight. Everything else works without this.
(() => {
  const bar = document.querySelector(".bar");
  const all = [...document.querySelectorAll(".pair")];
  const steps = bar && bar.querySelector(".steps");
  const where = bar && bar.querySelector(".where");
  const top = (pair) => pair.getBoundingClientRect().top;
  const seen = () => all.filter((pair) => pair.firstElementChild.getClientRects().length);
  const line = () => (bar ? bar.getBoundingClientRect().bottom : 0) + 48;
  const said = (number) => number.toLocaleString("en");
  const named = () => all.find((pair) => `#${pair.id}` === location.hash) || null;
  let current = named();

  // The place of the difference that is read: the one gone to last while it is on the screen, else the last that began
  // above. A filter may have hidden it: then the place is between two.
  const at = (pairs) => {
    if (current && top(current) < innerHeight && current.getBoundingClientRect().bottom >= 0) {
      const last = pairs.indexOf(current);
      return last >= 0 ? last : pairs.filter((pair) => all.indexOf(pair) < all.indexOf(current)).length - 0.5;
    }
    const limit = line();
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (top(pairs[middle]) < limit) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  const tell = () => {
    if (!where) return;
    const pairs = seen();
    const n = Math.floor(at(pairs)) + 1;
    where.textContent = n ? `${said(n)} of ${said(pairs.length)}` : `${said(pairs.length)} differences`;
    const link = bar.querySelector(".strip [aria-current]");
    if (link) link.removeAttribute("aria-current");
    const now = n && bar.querySelector(`.strip [href="#${pairs[n - 1].id}"]`);
    if (now) now.setAttribute("aria-current", "true");
  };

  const go = (step) => {
    const pairs = seen();
    const place = at(pairs);
    const next = pairs[step > 0 ? Math.floor(place) + 1 : Math.ceil(place) - 1];
    if (!next) return;
    current = next;
    location.replace(`#${next.id}`);
    next.focus({ preventScroll: true });
    tell();
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (step) {
      event.preventDefault();
      go(step);
    }
  });

  // With a filter on, the neighbour of a difference may be hidden: its links lead to the next in sight.
  addEventListener("click", (event) => {
    const link = event.target.closest("a[rel]");
    if (!link) return;
    const own = link.closest(".pair");
    if (own) current = own;
    event.preventDefault();
    go(link.rel === "next" ? 1 : -1);
  });

  addEventListener("hashchange", () => {
    current = named() || current;
    tell();
  });

  if (!bar) return;
  steps.hidden = false;
  bar.addEventListener("change", tell);
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      tell();
    });
  }, { passive: true });
  tell();
})();
