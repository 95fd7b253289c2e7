// What we ask of every page, public or behind the sign-in. A question answers with the places that fail it: [] is well.

import axe from 'axe-core';
import { languageOf } from './site.mjs';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = ['color-contrast', 'target-size'];

// What a program can check of accessibility on the page that is open: wide and narrow, light and dark, in one visit.
//
// Every rule at both widths and in both schemes; of the four pairs two ask again only what depends on the pair. English
// pages have the same marks and looks with other words: they are asked once, narrow, where longer words would show.
export async function axeFinds(page) {
  const found = [];
  await page.evaluate(axe.source);
  const narrow = [[320, 'dark', rules]];
  const all = [[1280, 'light', rules], ...narrow, [320, 'light', looks], [1280, 'dark', looks]];
  for (const [width, colorScheme, runOnly] of languageOf(new URL(page.url()).pathname) === 'en' ? narrow : all) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const faults = await page.evaluate(runAxe, runOnly);
    found.push(...faults.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

// One h1, a title, the language that the path promises.
export async function headFaults(page, path) {
  const found = [];
  const heads = await page.locator('h1').count();
  if (heads !== 1) found.push(`${heads} h1`);
  if (await page.title() === '') found.push('no title');
  const lang = await page.locator('html').getAttribute('lang');
  if (lang !== languageOf(path)) found.push(`lang=${lang}`);
  return found;
}

// What reaches over the right edge of a page that scrolls sideways. What scrolls in a box of its own may.
export const tooWide = (page) => page.evaluate(() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const boxed = (part) => part !== document.body && (getComputedStyle(part).overflowX !== 'visible' || boxed(part.parentElement));
  const wide = [...document.querySelectorAll('body *')].filter((part) => part.getBoundingClientRect().right > room + 1 && !boxed(part.parentElement));
  return wide.slice(0, 5).map((part) => `<${part.localName} class="${part.getAttribute('class') ?? ''}"> to ${Math.round(part.getBoundingClientRect().right)} px`);
});

// What print shows that only a screen needs.
export async function printFaults(page) {
  await page.emulateMedia({ media: 'print' });
  const menus = await page.evaluate(() => [...document.querySelectorAll('nav')].filter((nav) => nav.checkVisibility()).length);
  const headed = await page.locator('h1').isVisible();
  await page.emulateMedia({ media: 'screen' });
  return [...(menus > 0 ? [`${menus} menus`] : []), ...(headed ? [] : ['no heading'])];
}

// Everything a mouse reaches, the Tab key reaches; one sees where one is, nothing lies over it, and one comes out again.
export async function tabFaults(page) {
  const wanted = await page.evaluate(markControls);
  // A day is four stops: its day, month, year and the calendar's button.
  const { reached, unseen, left } = await walk(page, 2 * wanted.length + 40);
  const missed = wanted.filter((name) => !reached.has(name));
  return [...missed.map((name) => `not reached: ${name}`), ...unseen, ...(left ? [] : ['the walk does not end'])];
}

// Presses Tab until it comes back out of the page.
async function walk(page, most) {
  const reached = new Set();
  const unseen = [];
  let first;
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(lookAtFocus);
    if (here === null || (here.name && here.name === first && reached.size > 1)) return { reached, unseen, left: true };
    first ??= here.name;
    // A day keeps the focus for several stops; on its last one the calendar's own button shows it.
    const again = reached.has(here.name);
    if (here.name) reached.add(here.name);
    if (here.fault && !again) unseen.push(`${here.fault}: ${here.name ?? here.tag}`);
  }
  return { reached, unseen, left: false };
}

// In the page: axe's rules by tags or by names; one line for each place that breaks one.
async function runAxe(runOnly) {
  const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary.replace(/\s+/g, ' ')}`));
}

// In the page: names every control that can be used now. Of a group of radio buttons Tab reaches one, as it should.
function markControls() {
  const groups = new Set();
  const usable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter((control) => {
    if (control.disabled || control.type === 'hidden' || control.tabIndex < 0) return false;
    if (!control.checkVisibility({ visibilityProperty: true })) return false;
    if (control.type !== 'radio') return true;
    const chosen = document.querySelector(`input[type=radio][name="${control.name}"]:checked`);
    const stop = chosen ? chosen === control : !groups.has(control.name);
    groups.add(control.name);
    return stop;
  });
  return usable.map((control, index) => {
    const words = (control.textContent || control.name || control.getAttribute('href') || '').trim().replace(/\s+/g, ' ');
    control.dataset.walk = `${index} <${control.localName}> ${words.slice(0, 40)}`;
    return control.dataset.walk;
  });
}

// In the page: what has the focus, and why one cannot see that it has.
function lookAtFocus() {
  const control = document.activeElement;
  if (control === null || control === document.body || control === document.documentElement) return null;
  const style = getComputedStyle(control);
  const outlined = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  const box = control.getClientRects()[0] ?? control.getBoundingClientRect();
  const within = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const middle = [Math.min(innerWidth - 1, (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2), Math.min(innerHeight - 1, (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2)];
  const above = within ? document.elementFromPoint(...middle) : null;
  const clear = above === null || above.contains(control) || control.contains(above) || above.closest('label')?.control === control;
  const fault = [[outlined, 'focus not shown'], [within, 'focus off the screen'], [clear, `covered by <${above?.localName} class="${above?.className}">`]].find(([well]) => !well)?.[1];
  return { name: control.dataset.walk, tag: control.localName, fault };
}
