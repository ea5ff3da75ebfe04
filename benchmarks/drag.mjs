// How long it takes on the planner's map from moving a station to the map and figures that follow, painted:
//   node drag.mjs http://127.0.0.1:5311 [--roads 40000] [--moves 60] [--chromium /usr/bin/chromium]
// --roads draws so many more roads under the reach, as a large city has them. The server is a demo city; npm ci in this folder first.
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals: [city] } = parseArgs({
  allowPositionals: true,
  options: { roads: { type: 'string', default: '0' }, moves: { type: 'string', default: '60' }, chromium: { type: 'string', default: '/usr/bin/chromium' } },
});
if (!city) throw new Error('usage: node drag.mjs ADDRESS [--roads N] [--moves N] [--chromium PATH]');

const browser = await chromium.launch({ executablePath: values.chromium, args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${city}/sign-in`);
await page.fill('input[type=text], input[name$=ame]', 'supervisor');
await page.fill('input[type=password]', 'weave the city');
await Promise.all([page.waitForURL(/^(?!.*sign-in)/), page.press('input[type=password]', 'Enter')]);
await page.goto(`${city}/reach`);

await page.evaluate(roads => {
  const [, , width, height] = document.querySelector('.reach-map [data-whole]').dataset.whole.split(' ').map(Number);
  let seed = 7;
  const draw = most => { seed = (seed * 16807) % 2147483647; return Math.round(seed / 2147483647 * most); };
  const line = () => `M${draw(width)} ${draw(height)}l${Array.from({ length: 6 }, () => `${draw(160) - 80} ${draw(160) - 80}`).join(' ')}`;
  const minor = document.querySelector('.reach-map .minor');
  minor.setAttribute('d', minor.getAttribute('d') + Array.from({ length: roads }, line).join(''));

  // From the pointer's event to the task after the frame in which the answer was drawn.
  const desk = document.querySelector('[data-reach]');
  window.took = [];
  let began = 0;
  addEventListener('pointermove', event => { began ||= event.timeStamp; }, true);
  new MutationObserver(() => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { if (began) window.took.push(performance.now() - began); began = 0; };
    port2.postMessage(0);
  })).observe(desk, { attributes: true, attributeFilter: ['data-took'] });
}, Number(values.roads));

const dot = await page.locator('.station .dot').first().boundingBox();
const [x, y] = [dot.x + dot.width / 2, dot.y + dot.height / 2];
await page.mouse.move(x, y);
await page.mouse.down();
await page.mouse.move(x + 6, y + 6);
await page.waitForTimeout(1500);
await page.evaluate(() => { window.took.length = 0; });
for (let i = 1; i <= Number(values.moves); i++) {
  const before = await page.evaluate(() => window.took.length);
  await page.mouse.move(x + 6 + 40 * Math.sin(i / 5), y + 6 + i);
  await page.waitForFunction(n => window.took.length > n, before);
}
await page.mouse.up();
const took = (await page.evaluate(() => window.took)).sort((a, b) => a - b);
const at = share => took[Math.min(took.length - 1, Math.floor(share * took.length))].toFixed(0);
console.log(`${took.length} moves with ${values.roads} roads more: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, longest ${at(1)} ms from the pointer's event to the painted answer`);
await browser.close();
