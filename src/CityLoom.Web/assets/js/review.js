/*
 * The review of a directive: keys, jumping between text and ledger, scrolling both together, choosing words by selecting
 * them, and acts without leaving the page. Without this script the same forms and links work by loading pages.
 *
 * Contract with the server. BASE is the value of data-review, /directives/{id}; {key} a span's data-key.
 *
 *   GET  BASE/review?at={key}&mode=judge|edit|split|merge      the page with that card open
 *   GET  BASE/spans/{key}/card?mode=judge|edit|split|merge     ReviewAnswer with that one card
 *   POST BASE/spans/{key}/accept   owner, ownerOther, due, dueOther, supports   (a value of "other" takes the …Other field)
 *   POST BASE/spans/{key}/reject   the same fields, ignored
 *   POST BASE/spans/{key}/edit     quote, start, end, kind            (start and end are UTF-16 offsets into the clean text;
 *                                  if the text there isn't the quote, the quote nearest to the span counts)
 *   POST BASE/spans/{key}/split    parts: one a line, in order, each a piece of the quote
 *   POST BASE/spans/{key}/merge    with: a candidate's key
 *   POST BASE/spans/{key}/undo     takes back the last act on the span (for split and merge: on all it touched)
 *   POST BASE/spans                quote, start, end, kind            adds a span
 *
 * Every POST carries __RequestVerificationToken and show, the filter of the ledger. With the header "X-Fragment: 1" the answer is a ReviewAnswer: HTML whose
 * outermost elements replace the elements of the same id (a card that is new comes with the whole ledger). A refusal is 422
 * with a p.error somewhere in it that says why and how to mend it. Without the header: 303 to BASE/review?at={next}#c{next}. Signed out: 401.
 */
const desk = document.querySelector('[data-review]');
const filter = new URLSearchParams(location.search).get('show');
const base = desk.dataset.review;
const said = document.getElementById('review-said');
const pane = () => document.getElementById('pane');
const ledger = () => document.getElementById('ledger');
const cards = () => [...ledger().children];
const card = key => document.getElementById('c' + key);
const current = () => ledger().querySelector('[aria-current="true"]');
const pieces = key => [...desk.querySelectorAll('.span')].filter(
  s => s.dataset.span === key || (s.dataset.also ?? '').split(' ').includes(key));
let lastActed = null;

/* ---------- which span is open ---------- */
function open(key, { scroll = true, focus = false } = {}) {
  const target = card(key);
  if (!target) return;
  current()?.removeAttribute('aria-current');
  desk.querySelectorAll('.span[aria-current], .ref[aria-current]').forEach(s => s.removeAttribute('aria-current'));
  target.setAttribute('aria-current', 'true');
  [...pieces(key), ...desk.querySelectorAll(`.ref[data-ref="${CSS.escape(key)}"]`)].forEach(s => s.setAttribute('aria-current', 'true'));
  measure();
  if (scroll) {
    reveal(target, ledger());
    if (pieces(key)[0]) reveal(pieces(key)[0], pane());
  }
  if (focus) target.querySelector('header a').focus({ preventScroll: true });
  history.replaceState(null, '', `${base}/review?${filter ? `show=${filter}&` : ''}at=${encodeURIComponent(key)}#c${key}`);
}

function reveal(element, column) {
  if (column.scrollHeight <= column.clientHeight + 1) {
    element.scrollIntoView({ block: 'nearest' });
    return;
  }
  const top = element.getBoundingClientRect().top - column.getBoundingClientRect().top;
  const bottom = top + element.offsetHeight;
  if (top >= 8 && bottom <= column.clientHeight - 8) return;
  hold(() => { column.scrollTop += top - Math.min(column.clientHeight / 4, Math.max(8, column.clientHeight - element.offsetHeight - 8)); });
}

function step(by) {
  const list = cards().filter(c => !('aside' in c.dataset));
  const here = current();
  let at = list.indexOf(here);
  if (at < 0) at = list.findIndex(c => here.compareDocumentPosition(c) & Node.DOCUMENT_POSITION_FOLLOWING) - (by > 0 ? 1 : 0);
  const next = list[at + by];
  if (next) open(next.dataset.key, { focus: true });
}

function nextPending(from) {
  const list = cards();
  const at = list.indexOf(card(from));
  return [...list.slice(at + 1), ...list.slice(0, Math.max(0, at))].find(c => c.dataset.status === 'pending' && !('aside' in c.dataset));
}

/* ---------- the columns scroll together: whichever the reader moves leads ---------- */
let leader = null;
let anchors = [];
let held = false;

function measure() {
  if (!pane()) return;
  const [top, listTop] = [pane(), ledger()].map(c => c.getBoundingClientRect().top - c.scrollTop);
  anchors = [[0, 0]];
  for (const entry of cards()) {
    const piece = document.getElementById('s' + entry.dataset.key);
    if (!piece || !entry.offsetHeight) continue;
    const pair = [piece.getBoundingClientRect().top - top, entry.getBoundingClientRect().top - listTop];
    if (pair[0] > anchors.at(-1)[0] && pair[1] > anchors.at(-1)[1]) anchors.push(pair);
  }
  anchors.push([pane().scrollHeight, ledger().scrollHeight]);
}

function follow(from, to, a, b) {
  const eye = from.scrollTop + from.clientHeight / 3;
  let i = anchors.findIndex(p => p[a] > eye);
  if (i < 1) i = anchors.length - 1;
  const [p, q] = [anchors[i - 1], anchors[i]];
  const share = q[a] > p[a] ? (eye - p[a]) / (q[a] - p[a]) : 0;
  to.scrollTop = p[b] + share * (q[b] - p[b]) - to.clientHeight / 3;
}

function hold(move) {
  held = true;
  move();
  requestAnimationFrame(() => requestAnimationFrame(() => { held = false; }));
}

desk.addEventListener('scroll', event => {
  if (held || event.target !== leader) return;
  if (leader === pane()) follow(pane(), ledger(), 0, 1);
  else follow(ledger(), pane(), 1, 0);
}, { capture: true, passive: true });
for (const name of ['pointerenter', 'wheel', 'touchstart', 'focusin']) {
  desk.addEventListener(name, event => {
    const column = event.target instanceof Element && event.target.closest('#pane, #ledger');
    if (column && column !== leader) { leader = column; measure(); }
  }, { capture: true, passive: true });
}
new ResizeObserver(measure).observe(desk);

/* ---------- acts ---------- */
async function send(form, submitter) {
  const act = submitter?.dataset.act ?? form.dataset.act;
  const entry = form.closest('.entry');
  const url = submitter?.getAttribute('formaction') ?? form.getAttribute('action');
  entry?.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(new FormData(form, submitter)), headers: { 'X-Fragment': '1' } });
    if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
    const html = await answer.text();
    if (answer.ok) afterwards(act, replace(html, entry?.dataset.key));
    else refuse(html, form);
  } catch {
    said.textContent = said.dataset.failed;
    said.classList.remove('sr');
  } finally {
    entry?.removeAttribute('aria-busy');
  }
}

// Says why beside what was typed, which stays.
function refuse(html, form) {
  form.querySelector('.error')?.remove();
  const why = new DOMParser().parseFromString(html, 'text/html').querySelector('.error');
  if (why) form.prepend(document.importNode(why, true));
}

function afterwards(act, key) {
  said.classList.add('sr');
  if (key) lastActed = key;
  const next = ['accept', 'reject', 'join'].includes(act) ? nextPending(key) : null;
  open((next ?? card(key) ?? current() ?? cards()[0]).dataset.key, { focus: true });
  said.textContent = next ? said.dataset.moved : '';
}

// Puts the answer's elements in place of their namesakes and gives back the key of the card the server opened, if any.
function replace(html, key) {
  const parsed = new DOMParser().parseFromString(`<body><ol>${html}</ol></body>`, 'text/html');
  let opened = null;
  for (const element of [...parsed.body.querySelectorAll('#review-bar, #document, #ledger, .entry')]) {
    if (!element.isConnected || element.parentElement?.closest('#ledger')) continue;
    const mine = document.getElementById(element.id);
    if (!mine) continue;
    opened = (element.matches('#ledger') && element.querySelector('[aria-current]')?.dataset.key) || opened;
    const scroll = mine.scrollTop;
    mine.replaceWith(document.importNode(element, true));
    document.getElementById(element.id).scrollTop = scroll;
  }
  leader = null;
  measure();
  return key ?? opened;
}

async function show(key, mode) {
  const answer = await fetch(`${base}/spans/${encodeURIComponent(key)}/card?mode=${mode}`, { headers: { 'X-Fragment': '1' } });
  if (!answer.ok) { location.assign(`${base}/review?at=${encodeURIComponent(key)}&mode=${mode}`); return; }
  replace(await answer.text(), key);
  open(key);
  const field = card(key).querySelector('textarea, [type="radio"]:checked, select');
  if (mode !== 'judge') field?.focus();
  else card(key).querySelector('header a').focus({ preventScroll: true });
}

desk.addEventListener('submit', event => {
  if (!event.target.dataset.act) return;
  event.preventDefault();
  send(event.target, event.submitter);
});

desk.addEventListener('click', event => {
  const to = event.target.closest('[data-mode], [data-jump], [data-ref], .span, .entry');
  if (!to || event.ctrlKey || event.metaKey) return;
  if (to.dataset.mode) { event.preventDefault(); show(to.closest('.entry').dataset.key, to.dataset.mode); }
  else if (to.dataset.jump || to.dataset.ref) { event.preventDefault(); open(to.dataset.jump ?? to.dataset.ref); }
  else if (to.matches('.span')) { if (getSelection().isCollapsed) open(to.dataset.span); }
  else if (to.getAttribute('aria-current') !== 'true' && !event.target.closest('a, button, input')) open(to.dataset.key);
});

/* ---------- words chosen by selecting them ---------- */
function offsetOf(node, at) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-start]');
  if (!paragraph) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, at);
  const before = range.cloneContents();
  before.querySelectorAll('.ref').forEach(r => r.remove());
  return Number(paragraph.dataset.start) + before.textContent.replaceAll('\u2060', '').length;
}

function chosen() {
  const selection = getSelection();
  if (selection.isCollapsed || !document.getElementById('document').contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0);
  const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
  const words = range.cloneContents();
  words.querySelectorAll('.ref').forEach(r => r.remove());
  const quote = words.textContent.replaceAll('\u2060', '');
  return start === null || end === null || !quote.trim() ? null : { start, end, quote };
}

document.addEventListener('pointerup', () => {
  const words = chosen();
  if (!words) return;
  const form = current()?.querySelector('form[data-extent]') ?? document.querySelector('#add form');
  form.elements.quote.value = words.quote;
  form.elements.start.value = words.start;
  form.elements.end.value = words.end;
});

// Typing over the words makes the offsets of an earlier selection wrong.
desk.addEventListener('input', event => {
  const form = event.target.name === 'quote' && event.target.form;
  if (form) { form.elements.start.value = ''; form.elements.end.value = ''; }
});

/* ---------- keys ---------- */
const press = selector => { const to = current()?.querySelector(selector); to?.click(); return Boolean(to); };
const keys = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press('form[data-act="accept"] .primary'),
  r: () => press('[data-act="reject"]'),
  e: () => press('[data-mode="edit"]'),
  s: () => press('[data-mode="split"]'),
  m: () => press('[data-mode="merge"]'),
  u: () => press('[data-act="undo"] button') || (lastActed && (open(lastActed), press('[data-act="undo"] button'))),
  n: () => { const add = document.getElementById('add'); if (add) { add.open = true; add.querySelector('textarea').focus(); } },
  '?': () => document.getElementById('key-help').showModal(),
};

document.addEventListener('keydown', event => {
  const typing = event.target.matches('input:not([type="radio"]), textarea, select');
  if (event.key === 'Escape') {
    if (typing) event.target.blur();
    else press('[data-mode="judge"]');
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) {
    event.preventDefault();
    event.target.form.requestSubmit();
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && !document.querySelector('dialog[open]') && keys[event.key.toLowerCase()]) {
    event.preventDefault();
    keys[event.key.toLowerCase()]();
  }
});

measure();
if (current() && pane().scrollHeight > pane().clientHeight + 1) { reveal(current(), ledger()); const first = pieces(current().dataset.key)[0]; if (first) reveal(first, pane()); }
