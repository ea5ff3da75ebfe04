/* Dragging stations on the planner's map, and looking closer. The plan stands in the address; figures come from the server while one
   drags, one question at a time. Without this script the forms beside the map do the same. */
const desk = document.querySelector('[data-reach]');
const map = desk.querySelector('.reach-map');
const svg = map.querySelector('.over');
const below = map.querySelector('.below');
const [west, north, across, down] = desk.dataset.frame.split(' ').map(Number);
const live = Object.assign(document.createElement('p'), { className: 'sr' });
live.setAttribute('role', 'status');
desk.append(live);

/* ---------- the plan in the address ---------- */
const plan = () => new URLSearchParams(location.search);
const degrees = point => [west + point.x / across, north - point.y / down].map(d => d.toFixed(5));

function withStation(query, code, place) {
  if (code.startsWith('+')) {
    const adds = query.getAll('add');
    adds[code.slice(1) - 1] = place.join(',');
    query.delete('add');
    adds.forEach(add => query.append('add', add));
  } else {
    const moves = query.getAll('move').filter(move => move.split(',')[0] !== code);
    query.delete('move');
    [...moves, [code, ...place].join(',')].forEach(move => query.append('move', move));
  }
  query.set('station', code);
  return query;
}

/* ---------- asking while one drags: never more than one question under way, always the latest place next ---------- */
let asking = false;
let wanted = null;
async function ask(query, done) {
  wanted = { query, done };
  if (asking) return;
  asking = true;
  while (wanted) {
    const now = wanted;
    wanted = null;
    const began = performance.now();
    const answer = await fetch('/reach/panel?' + now.query, { headers: { Accept: 'text/html' } });
    if (answer.ok) show(await answer.text());
    desk.dataset.took = Math.round(performance.now() - began);
    now.done?.();
  }
  asking = false;
}

function show(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html');
  const open = document.querySelector('#reach-panel details')?.open;
  document.querySelector('#reach-panel').replaceWith(fresh.querySelector('#reach-panel'));
  document.querySelector('#reach-panel details').open = open;
  for (const path of fresh.querySelectorAll('#reach-patch path')) {
    document.getElementById(path.id)?.setAttribute('d', path.getAttribute('d'));
  }
  document.querySelector('h1').textContent = fresh.querySelector('#reach-patch').dataset.finding;
  desk.dataset.share = document.querySelector('#reach-panel .reach-sum b').textContent;
}

/* ---------- moving a station ---------- */
const at = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
const placeOf = station => { const [x, y] = station.querySelector('.dot').getAttribute('d').slice(1, -2).split(' ').map(Number); return { x, y }; };

function put(station, point) {
  const dot = `M${Math.round(point.x)} ${Math.round(point.y)}h0`;
  station.querySelectorAll('path').forEach(path => path.setAttribute('d', dot));
  station.classList.add('changed');
  const place = degrees(point);
  const query = withStation(plan(), station.dataset.code, place);
  history.replaceState(null, '', '/reach?' + query);
  mark(station, place);
  ask(query, () => { live.textContent = desk.dataset.moved.replace('{name}', station.dataset.name).replace('{place}', place.join(', ')).replace('{share}', desk.dataset.share); });
}

function mark(station, place) {
  svg.querySelectorAll('.station[aria-current]').forEach(other => other.removeAttribute('aria-current'));
  station.setAttribute('aria-current', 'true');
  const form = document.querySelector('#move-form');
  form.elements.station.value = station.dataset.code;
  [form.elements.longitude.value, form.elements.latitude.value] = place;
  for (const input of form.querySelectorAll('input[type="hidden"][name="move"], input[type="hidden"][name="add"]')) input.remove();
  for (const [name, value] of plan()) {
    if (name === 'move' || name === 'add') form.prepend(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
}

let held = null;
svg.addEventListener('pointerdown', event => {
  if (event.button !== 0) return;
  const station = event.target.closest('.station');
  held = { station, start: at(event), box: { ...box() }, screen: { x: event.clientX, y: event.clientY }, moved: false };
  event.preventDefault();
  station?.focus();
  svg.setPointerCapture(event.pointerId);
});
svg.addEventListener('pointermove', event => {
  if (!held) return;
  held.moved ||= Math.hypot(event.clientX - held.screen.x, event.clientY - held.screen.y) > 4;
  if (!held.moved) return;
  if (held.station) {
    put(held.station, at(event));
  } else {
    const scale = svg.getScreenCTM().a;
    frame({ ...held.box, x: held.box.x - (event.clientX - held.screen.x) / scale, y: held.box.y - (event.clientY - held.screen.y) / scale });
  }
});
svg.addEventListener('pointerup', () => {
  if (held?.station && !held.moved) mark(held.station, degrees(placeOf(held.station)));
  held = null;
});
svg.addEventListener('pointercancel', () => { held = null; });
svg.addEventListener('click', event => { if (event.target.closest('.station')) event.preventDefault(); });
svg.addEventListener('dragstart', event => event.preventDefault());

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
svg.addEventListener('keydown', event => {
  const station = event.target.closest('.station');
  const step = steps[event.key];
  if (!station || !step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const length = (event.shiftKey ? 1000 : 250) / 111195 * down;
  const from = placeOf(station);
  put(station, { x: from.x + step[0] * length, y: from.y + step[1] * length });
});

/* ---------- looking closer ---------- */
const box = () => { const [x, y, width, height] = svg.getAttribute('viewBox').split(' ').map(Number); return { x, y, width, height }; };
const whole = svg.dataset.whole.split(' ').map(Number);
function frame({ x, y, width, height }) {
  const shown = [x, y, width, height].map(n => n.toFixed(1)).join(' ');
  svg.setAttribute('viewBox', shown);
  below.setAttribute('viewBox', shown);
  map.toggleAttribute('data-near', width < whole[2] * 0.55);
}
svg.addEventListener('wheel', event => {
  event.preventDefault();
  const now = box();
  const factor = Math.min(Math.max(Math.exp(event.deltaY * 0.0015), 0.5), 2);
  const width = Math.min(Math.max(now.width * factor, whole[2] / 40), whole[2] * 1.5);
  const share = width / now.width;
  const point = at(event);
  frame({ x: point.x - (point.x - now.x) * share, y: point.y - (point.y - now.y) * share, width, height: now.height * share });
}, { passive: false });
for (const link of map.querySelectorAll('[data-zoom]')) {
  link.addEventListener('click', event => {
    event.preventDefault();
    const [x, y, width, height] = svg.dataset[link.dataset.zoom].split(' ').map(Number);
    frame({ x, y, width, height });
    map.querySelectorAll('[data-zoom]').forEach(other => other.toggleAttribute('aria-current', other === link));
  });
}
frame(box());
