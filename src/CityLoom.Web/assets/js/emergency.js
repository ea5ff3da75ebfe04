/* Keeps the dispatcher's pages up to date by server-sent events, and lets hands stay on the keyboard. Without it a reload does. */
const region = document.querySelector('[data-live]');
let busy = false;
let again = false;

/* What somebody is typing or choosing is never taken away. */
const inUse = () => region.contains(document.activeElement) && document.activeElement.matches('input:not([type="hidden"]), select, textarea');

async function refresh() {
  if (busy || inUse()) { again = true; return; }
  busy = true;
  again = false;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (answer.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = fresh.querySelector(`[data-live="${region.dataset.live}"]`);
    const open = [...region.querySelectorAll('details')].map(d => d.open);
    const label = region.contains(document.activeElement) ? document.activeElement.getAttribute('aria-label') ?? document.activeElement.getAttribute('href') : null;
    if (next && !inUse()) {
      region.replaceChildren(...next.childNodes);
      document.querySelector('h1').replaceWith(fresh.querySelector('h1'));
      region.querySelectorAll('details').forEach((d, i) => { d.open = open[i] ?? d.open; });
      if (label) [...region.querySelectorAll('a, button')].find(e => (e.getAttribute('aria-label') ?? e.getAttribute('href')) === label)?.focus();
      region.dataset.fresh = Date.now();
    }
  }
  busy = false;
  if (again) setTimeout(refresh, 1500);
}

if (region) {
  const events = new EventSource('/api/emergency/events');
  events.addEventListener('change', refresh);
  events.addEventListener('beat', refresh);
  addEventListener('pagehide', () => events.close());
  region.addEventListener('focusout', () => { if (again) setTimeout(refresh, 300); });
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea')) return;
  const rows = [...document.querySelectorAll('[data-rows] tbody tr')];
  if ((event.key === 'j' || event.key === 'k') && rows.length) {
    const here = rows.findIndex(row => row.hasAttribute('data-here'));
    const next = rows[Math.min(Math.max(here + (event.key === 'j' ? 1 : -1), 0), rows.length - 1)];
    rows.forEach(row => row.toggleAttribute('data-here', row === next));
    next.querySelector('a').focus();
    event.preventDefault();
  } else {
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target) { event.preventDefault(); target.click(); }
  }
});
