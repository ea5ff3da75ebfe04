/*
 * The hotline desk without page loads and without a mouse. Without this script the same form works by loading pages.
 *
 * Contract with the server. POST /requests with the form's fields and the header "X-Fragment: 1":
 *   act=look           200: #desk-where and #desk-about anew
 *   act=file           200: #desk-made with data-key, the key of the next draft; #desk-where and #desk-about empty
 *   act=join:NUMBER    the same
 *   refused            422: p.error that says why and how to mend it, data-field the name of the field it is about
 * A key per draft makes filing again after a lost answer the same request. The draft stays in this tab until it is filed.
 */
const form = document.querySelector('[data-desk]');
const fields = form.elements;
const said = document.getElementById('desk-said');
const Kept = 'cityloom-call';
const Pause = 160;
let timer = 0;
let asking = null;
let filing = false;
let last = null;

for (const button of form.querySelectorAll('[data-plain]')) button.hidden = true;
for (const button of form.querySelectorAll('[data-clear]')) button.hidden = false;

const post = (act, signal) => {
  const body = new URLSearchParams(new FormData(form));
  body.set('act', act);
  return fetch(form.action, { method: 'POST', body, headers: { 'X-Fragment': '1' }, signal });
};

/* ---------- what the city makes of it, while it is written ---------- */
function soon(wait = Pause) {
  clearTimeout(timer);
  timer = setTimeout(look, wait);
}

async function look() {
  asking?.abort();
  const mine = asking = new AbortController();
  try {
    const answer = await post('look', mine.signal);
    if (answer.ok && asking === mine) { replace(await answer.text()); say(null); }
    else if (answer.status === 422) refuse(await answer.text(), false);
  } catch (fault) {
    if (fault.name !== 'AbortError') say(form.dataset.failed);
  }
}

function replace(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const inside = document.activeElement?.closest('#desk-where') && document.activeElement.value;
  for (const part of parsed.body.children) {
    document.getElementById(part.id)?.replaceWith(document.importNode(part, true));
  }
  if (inside) form.querySelector(`[name="territory"][value="${CSS.escape(inside)}"]`)?.focus();
  form.querySelector('[data-unpick]').hidden = !fields.lat.value;
  const about = document.getElementById('desk-about');
  if (about?.dataset.phone && !fields.phone.value) fields.phone.value = about.dataset.phone;
}

/* ---------- filing and joining ---------- */
async function send(act) {
  if (filing) return;
  filing = true;
  clearTimeout(timer);
  asking?.abort();
  asking = null;
  form.setAttribute('aria-busy', 'true');
  try {
    const answer = await post(act);
    const html = await answer.text();
    if (answer.ok) done(html);
    else if (answer.status === 422) refuse(html, true);
    else throw new Error(String(answer.status));
  } catch {
    say(form.dataset.failed);
  } finally {
    filing = false;
    form.removeAttribute('aria-busy');
  }
}

function done(html) {
  last = { name: fields.name.value, phone: fields.phone.value };
  clear();
  replace(html);
  fields.key.value = document.getElementById('desk-made').dataset.key;
  form.querySelector('[data-again]').hidden = !last.phone && !last.name;
  fields.words.focus();
}

function clear() {
  for (const field of form.querySelectorAll('input:not([type="hidden"]):not([type="checkbox"]):not([type="radio"]), textarea')) field.value = '';
  for (const box of form.querySelectorAll('input[type="checkbox"], input[type="radio"]')) box.checked = false;
  fields.lat.value = fields.lon.value = '';
  sessionStorage.removeItem(Kept);
  say(null);
}

function refuse(html, focus) {
  const why = new DOMParser().parseFromString(html, 'text/html').querySelector('.error');
  say(why?.textContent.trim() ?? '');
  const field = why?.dataset.field && fields[why.dataset.field];
  if (field) {
    field.setAttribute('aria-invalid', 'true');
    if (focus) field.focus();
  }
}

function say(words) {
  said.hidden = !words;
  said.textContent = words ?? '';
  if (!words) form.querySelectorAll('[aria-invalid]').forEach(f => f.removeAttribute('aria-invalid'));
}

form.addEventListener('submit', event => {
  event.preventDefault();
  const act = event.submitter?.value || 'file';
  if (act === 'look') soon(0);
  else send(act);
});

form.addEventListener('input', event => {
  if (event.target.name === 'place') form.querySelectorAll('[name="territory"]').forEach(r => { r.checked = false; });
  keep();
  soon(event.target.type === 'radio' || event.target.type === 'checkbox' ? 0 : Pause);
});

/* ---------- a point on the map ---------- */
form.addEventListener('click', event => {
  const map = event.target.closest('[data-map]');
  if (map) {
    const { left, top, scale, squeeze } = Object.fromEntries(Object.entries(map.dataset).map(([k, v]) => [k, Number(v)]));
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
    fields.lon.value = ((at.x / scale + left) / squeeze).toFixed(6);
    fields.lat.value = (top - at.y / scale).toFixed(6);
    keep();
    soon(0);
  } else if (event.target.closest('[data-unpick]')) {
    fields.lat.value = fields.lon.value = '';
    soon(0);
  } else if (event.target.closest('[data-clear]')) {
    clear();
    soon(0);
    fields.words.focus();
  } else if (event.target.closest('[data-again]')) again();
});

function again() {
  if (!last) return;
  fields.name.value = last.name;
  fields.phone.value = last.phone;
  fields.words.focus();
}

/* ---------- keys ---------- */
const to = { KeyW: 'words', KeyP: 'place', KeyK: 'category', KeyT: 'phone' };
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    send('file');
  } else if (event.altKey && !event.ctrlKey && !event.metaKey) {
    const join = event.code.startsWith('Digit') && form.querySelector(`[data-join="${event.code.slice(5)}"]`);
    if (join) { event.preventDefault(); send(join.value); }
    else if (to[event.code]) { event.preventDefault(); fields[to[event.code]].focus(); fields[to[event.code]].select(); }
    else if (event.code === 'KeyS') { event.preventDefault(); again(); }
  } else if (event.key === 'ArrowDown' && event.target === fields.place) {
    const first = form.querySelector('[name="territory"]');
    if (first) { event.preventDefault(); first.focus(); first.click(); }
  }
});

/* ---------- nothing is lost ---------- */
const names = ['words', 'place', 'lat', 'lon', 'category', 'name', 'phone', 'key'];
function keep() {
  sessionStorage.setItem(Kept, JSON.stringify(Object.fromEntries(names.map(n => [n, fields[n].value]))));
}

const kept = JSON.parse(sessionStorage.getItem(Kept) ?? 'null');
if (kept?.words && !fields.words.value && !document.querySelector('#desk-made.made')) {
  for (const name of names) fields[name].value = kept[name] ?? '';
  say(form.dataset.kept);
  soon(0);
} else if (fields.words.value || fields.place.value) soon(0);
