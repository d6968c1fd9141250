/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '../../../shared/domain/report.ts';
import type { SessionTimeline } from '../../../shared/domain/session-timeline.ts';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage, type PageOptions } from '../../support/browser-page.ts';
import { readCalls } from '../../support/page-calls.ts';

let bench: BrowserBench;
let opened: OpenedPage | null = null;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());
beforeEach(() => {
  opened = null;
});
afterEach(() => opened?.close());

async function open(scenario: string, hash = '', more: Partial<PageOptions> = {}): Promise<Page> {
  opened = await bench.openPage({ surface: 'main-window', scenario, hash, ...more });
  return opened.page;
}

/** Saves what is shown, and returns the content of the file that is offered. */
async function exportAs(page: Page, kind: string): Promise<string> {
  const saved = page.evaluate(
    () =>
      new Promise<string>((done) => {
        const create = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          URL.createObjectURL = create;
          void (blob as Blob).text().then(done);
          return create(blob);
        };
        HTMLAnchorElement.prototype.click = () => undefined;
      }),
  );
  await page.getByRole('button', { name: 'Export what is shown' }).first().click();
  await page.getByRole('menuitem', { name: kind }).click();
  return saved;
}

const chartOf = (page: Page, name = 'Tokens per day') => page.getByRole('slider', { name });

/** Texts and tooltips with a name or an amount of the made-up person: those that are blurred, and those that can be read. */
async function findNames(page: Page): Promise<Readonly<Record<'blurred' | 'readable', readonly string[]>>> {
  return page.evaluate(() => {
    // What an hour of an app is worth by default is nobody's secret.
    const secret =
      /\/home\/ada|\b(?:atlas|harbour-api|pebble|mobile-client|notes-\d+)\b|\$\d[\d.,]*(?![\d.,]| per hour)/i;
    const found: Record<'blurred' | 'readable', string[]> = { blurred: [], readable: [] };
    const note = (element: Element | null, text: string): void => {
      if (element === null || !secret.test(text) || element.closest('.visually-hidden, script, style') !== null) return;
      found[element.closest('.private') === null ? 'readable' : 'blurred'].push(text.trim());
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) note(texts.currentNode.parentElement, texts.currentNode.nodeValue ?? '');
    for (const field of document.querySelectorAll('input')) {
      if (secret.test(field.value)) found[field.matches('.private-field') ? 'blurred' : 'readable'].push(field.value);
    }
    for (const element of document.querySelectorAll('[title]')) note(element, element.getAttribute('title') ?? '');
    return found;
  });
}

describe('the table', () => {
  it('sorts, filters, and leads from a project to its sessions and to a timeline, and back', async () => {
    const page = await open('normal', '#explore');
    await page.getByText(/^12 rows · /).waitFor();
    const sum = page
      .getByRole('cell')
      .filter({ hasText: /^[\d.]+M$/ })
      .first();
    expect(await sum.locator('.figure').getAttribute('title')).toMatch(/^[\d,]{9,}$/);
    const tokens = page.getByRole('columnheader', { name: 'Tokens' });
    expect(await tokens.getAttribute('aria-sort')).toBe('descending');
    await tokens.getByRole('button').click();
    expect(await tokens.getAttribute('aria-sort')).toBe('ascending');
    await page.getByLabel('Filter').fill('atlas codex');
    await page.getByText(/^\d of 12 rows · /).waitFor();
    await page.getByRole('rowheader').first().getByRole('button').click();
    expect((await readCalls(page, 'report')).at(-1)).toMatchObject({ by: 'session', alsoBy: 'project' });
    await page.goBack();
    await page.getByText(/^\d of 12 rows · /).waitFor();
    expect(await tokens.getAttribute('aria-sort')).toBe('ascending');
    await page.evaluate(() => (location.hash = '#explore?by=session'));
    await page.getByLabel('Filter').fill('');
    const opened = page.getByRole('rowheader').nth(2).getByRole('button');
    const name = await opened.innerText();
    await opened.press('Enter');
    await page.getByRole('slider', { name: 'Tokens per response' }).waitFor();
    await page.getByRole('slider', { name: 'Processor, % of a core' }).waitFor();
    await page.getByRole('heading', { name: 'Subagents 4' }).waitFor();
    // A long list scrolls, so the keyboard must reach it.
    expect(await page.getByRole('list', { name: 'Subagents' }).evaluate((list) => list.tabIndex)).toBe(0);
    const focus = page.locator(':focus');
    expect(await focus.innerText()).toBe('Session');
    await focus.press('Enter');
    await page.getByText(/^40 rows · /).waitFor();
    expect(await focus.innerText()).toBe(name);
    await page.evaluate(() => localStorage.clear());
  });

  it('keeps the focus on its row when new usage moves it', async () => {
    const page = await open('normal', '#explore?by=model', { stopsClock: true });
    await page.getByText(/^12 rows · /).waitFor();
    const focus = page.locator(':focus');
    await page.getByRole('rowheader').nth(2).getByRole('button').focus();
    const name = await focus.innerText();
    await page.evaluate(async () => {
      const query = window.fuelgaugeFake?.calls.findLast((call) => call.name === 'report')?.argument;
      const { value } = (await window.fuelgauge?.call('report', query)) as { value: Report };
      const rows = value.rows.map((row, index) =>
        index === value.rows.length - 1 ? { ...row, usage: { ...row.usage, outputTokens: 1e12 } } : row,
      );
      window.fuelgaugeFake?.answer('report', { ...value, rows }, { by: 'model' });
      const { value: now } = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
      const change = { baseRevision: 1, revision: 2, generatedAtMs: Date.now() };
      window.fuelgaugeFake?.emit('snapshotChanged', { ...change, sections: { usage: now.sections.usage } });
    });
    await page.clock.runFor(31_000);
    await page.getByRole('row', { name: /1T/ }).waitFor();
    expect(await focus.innerText()).toBe(name);
  });

  it('wraps the name of a project that is longer than the window', async () => {
    const page = await open('normal', '#explore');
    await page.evaluate(async () => {
      const query = { source: 'codex', sessionId: 'x' };
      const { value } = (await window.fuelgauge?.call('sessionTimeline', query)) as { value: SessionTimeline };
      const session = { ...value.session, project: `/w/${'x'.repeat(300)}` };
      window.fuelgaugeFake?.answer('sessionTimeline', { ...value, session });
      location.hash = '#explore?session=x&source=codex';
    });
    await page.getByRole('heading', { name: /^x{300}/ }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it('draws the cost of a session of one response as a dot: a line from it to nowhere would not be seen', async () => {
    const page = await open('normal', '#explore');
    await page.evaluate(async () => {
      const query = { source: 'codex', sessionId: 'x' };
      const { value } = (await window.fuelgauge?.call('sessionTimeline', query)) as { value: SessionTimeline };
      const points = value.points.filter(({ costMicroUsd }) => costMicroUsd !== null).slice(0, 1);
      window.fuelgaugeFake?.answer('sessionTimeline', { ...value, points, processes: [] });
      location.hash = '#explore?session=x&source=codex';
    });
    const plot = page.locator('figure').filter({ hasText: 'Cost so far' }).locator('canvas');
    await plot.waitFor();
    const countInk = () =>
      plot.evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        // The lines and the words of the axes are grey.
        let colored = 0;
        for (let at = 0; at < data.length; at += 4)
          colored += Number(data[at + 2]! - data[at]! > 80 && data[at + 3]! > 200);
        return colored;
      });
    await expect.poll(countInk).toBeGreaterThan(5);
  });

  it.each(['#explore', '#compare'])('keeps the end of long names, by which they differ: %s', async (hash) => {
    opened = await bench.openPage({ surface: 'main-window', scenario: 'normal', hash, width: 480 });
    const names = opened.page.getByRole('rowheader').filter({ hasText: 'mobile-client-with-a-rather' });
    await names.first().waitFor();
    const ends = await names.evaluateAll((cells) =>
      cells.map((cell) => {
        const [name, end] = [cell.querySelector('[title]'), cell.querySelector('[title] > :last-child')];
        const [edge, right] = [cell.getBoundingClientRect().right, end?.getBoundingClientRect().right ?? Infinity];
        return right <= edge && name?.textContent?.endsWith(end?.textContent ?? '-') === true ? end?.textContent : null;
      }),
    );
    expect(ends.toSorted()).toEqual([1, 2, 3, 6].map((each) => `-long-name-${each}`));
  });

  it('divides rows further: one opens to those inside it, which lead to their sessions', async () => {
    const page = await open('normal', '#explore');
    await page.getByText(/^12 rows · /).waitFor();
    await page.getByLabel('then by').selectOption({ label: 'Model' });
    await page.getByRole('heading', { name: 'Project › Model' }).waitFor();
    const fold = page.getByRole('button', { name: /^Rows inside / });
    expect(await fold.first().getAttribute('aria-expanded')).toBe('false');
    await fold.first().focus();
    await page.keyboard.press('Enter');
    expect(await fold.first().getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByRole('rowheader').count()).toBe(15);
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(await page.getByRole('table', { name: 'Usage table' }).getAttribute('aria-rowcount')).toBe('49');
    await page.getByRole('rowheader').nth(1).getByRole('button').click();
    expect((await readCalls(page, 'report')).at(-1)).toMatchObject({ by: 'session', alsoBy: 'project,model' });
    await page.getByRole('button', { name: 'Project › Model' }).click();
    await page.getByText(/^12 rows · /).waitFor();
  });

  it('stays where it is scrolled to when new usage arrives', async () => {
    const page = await open('large', '#explore?by=session&range=all', { stopsClock: true });
    const table = page.getByRole('table', { name: 'Usage table' });
    await table.waitFor();
    await table.evaluate((element) => (element.scrollTop = 6_400));
    const asked = (await readCalls(page, 'report')).length;
    await page.evaluate(async () => {
      const { value } = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
      const change = { baseRevision: 1, revision: 2, generatedAtMs: Date.now() };
      window.fuelgaugeFake?.emit('snapshotChanged', { ...change, sections: { usage: value.sections.usage } });
    });
    await page.clock.runFor(31_000);
    await expect.poll(async () => (await readCalls(page, 'report')).length).toBe(asked + 1);
    expect(await table.evaluate((element) => element.scrollTop)).toBe(6_400);
    // The timeline of a running session is refreshed, too.
    await page.getByRole('rowheader').first().getByRole('button').click();
    await page.getByRole('slider', { name: 'Tokens per response' }).waitFor();
    await page.evaluate(async () => {
      const { value } = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
      const change = { baseRevision: 2, revision: 3, generatedAtMs: Date.now() };
      window.fuelgaugeFake?.emit('snapshotChanged', { ...change, sections: { usage: value.sections.usage } });
    });
    await page.clock.runFor(31_000);
    await expect.poll(async () => (await readCalls(page, 'sessionTimeline')).length).toBe(2);
  });

  it('builds a screenful of ten thousand sessions, and scrolls to the last', async () => {
    const page = await open('large', '#explore?by=session&range=all');
    await page.getByText('10,000 rows · ').waitFor();
    const table = page.getByRole('table', { name: 'Usage table' });
    expect(await table.getAttribute('aria-rowcount')).toBe('10001');
    expect(await page.getByRole('rowheader').count()).toBeLessThan(50);
    await table.evaluate((element) => (element.scrollTop = element.scrollHeight));
    await page.locator('[aria-rowindex="10001"]').waitFor();
  });

  it.each([480, 720, 1040, 1400])('clips nothing in a window of %d pixels: columns yield', async (width) => {
    const page = await open('large', '#explore?by=model&range=all', { width, height: 700 });
    const table = page.getByRole('table', { name: 'Usage table' });
    await table.waitFor();
    expect(await table.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    const columns = await page.getByRole('columnheader').allInnerTexts();
    expect(columns.slice(0, 1)).toEqual(['Model']);
    expect(columns).toContain('Tokens');
    expect(columns.includes('Cache write')).toBe(width >= 1400);
  });

  it('remembers which columns are chosen', async () => {
    const page = await open('normal', '#explore');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Cost' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('columnheader', { name: 'Cost' }).count()).toBe(0);
    await page.reload();
    await page.getByRole('table', { name: 'Usage table' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Cost' }).count()).toBe(0);
    await page.evaluate(() => localStorage.clear());
  });

  it('exports what is shown', async () => {
    const page = await open('normal', '#explore?by=model');
    await page.getByText(/^12 rows · /).waitFor();
    const saved = await exportAs(page, 'CSV');
    const lines = saved.trim().split('\r\n');
    expect(lines[0]).toMatch(/^name,key,source,models,lastAt,responses,inputTokens/);
    expect(lines).toHaveLength(13);
  });
});

describe('the other views', () => {
  it('draw limits over time on one axis, with their record on request', async () => {
    const page = await open('normal', '#limits');
    await page.getByRole('slider', { name: 'Weekly limit: share used over time', exact: true }).waitFor();
    // Only the five-hour limit has no readings at the beginning of the range.
    expect(await page.getByText(/First reading: /).count()).toBe(1);
    expect(await page.getByText('11 windows ended, 2 used up.').count()).toBe(1);
    expect(await readCalls(page, 'backtest')).toHaveLength(0);
    await page.getByRole('button', { name: 'Replay the history' }).click();
    await expect.poll(() => readCalls(page, 'backtest')).toHaveLength(1);
  });

  it('show processes and end exactly those that are named', async () => {
    const page = await open('normal', '#processes');
    await page.getByRole('button', { name: 'End…' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'End Claude Code?' });
    await dialog.getByText(/^claude-code, process 4821, 1\.2\sGB, .* old, started by process 1$/).waitFor();
    await dialog.getByRole('button', { name: 'End', exact: true }).click();
    await expect.poll(() => readCalls(page, 'endProcesses')).toHaveLength(1);
    expect((await readCalls(page, 'endProcesses'))[0]).toMatchObject({ targets: [{ pid: 4_821 }] });
  });

  it('show the use of AI sites, apps and tools, and how to switch it on', async () => {
    const page = await open('normal', '#apps');
    const sites = page.getByRole('region', { name: 'AI sites' });
    await sites.getByText('3 h 12 min').waitFor();
    await sites.getByText('~35 min').waitFor();
    await sites.getByText('The history of Safari was left out').waitFor();
    await page
      .getByRole('region', { name: 'AI tools in shells' })
      .getByText('12 calls are from shell histories')
      .waitFor();
    // Where it is off and nothing was noted, each part is one sentence; a changed switch asks again.
    await page.evaluate(
      (settings) => {
        window.fuelgaugeFake?.answer('appsAndSites', {
          ...{ generatedAtMs: 0, timeZone: 'UTC', focus: 'off', failures: [], ratesDate: '2026-11-26' },
          isOn: { sites: false, apps: false, commands: false, receiver: false },
          ...{ sites: [], apps: [], commands: [], apis: [] },
        });
        window.fuelgaugeFake?.emit('settingsChanged', settings);
      },
      { ...defaultSettings, activity: { ...defaultSettings.activity, maxEvents: 99 } },
    );
    await sites.getByText('Not recorded. Turn on “AI sites in browser histories” in the settings.').waitFor();
    await sites.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('region', { name: 'AI sites, apps and tools' }).waitFor();
  });

  it('show alerts, and try the rules on request', async () => {
    const page = await open('normal', '#alerts');
    await page.getByText('No alerts yet').waitFor();
    await page.getByRole('button', { name: 'Try the rules on the last 30 days' }).click();
    await page.getByText('The rules would have raised nothing.').waitFor();
  });

  it('compare a range with the one before it, and with other models, plans and caches', async () => {
    const page = await open('normal', '#compare');
    await page.getByText('Mar 16 – Apr 14, against Apr 15 – May 14').waitFor();
    expect((await readCalls(page, 'compare'))[0]).toMatchObject({ leftSince: '2026-03-16', rightUntil: '2026-05-14' });
    await page.getByRole('tab', { name: 'What if' }).click();
    await page.getByRole('row', { name: /Claude Max 5× yours, according to the settings \$100\.00/ }).waitFor();
    await page.getByRole('tab', { name: 'Cache coach' }).click();
    await page.getByRole('row', { name: /claude-opus-4-6 41M 9M/ }).waitFor();
  });
});

it('exports what is shown in every view with figures', async () => {
  const page = await open('normal', '#limits');
  const heads: readonly (readonly [string, RegExp, string])[] = [
    ['#limits', /^source,account,limit,scope,kind,at,usedPercent/, 'CSV'],
    ['#limits', /PNG/, 'PNG'],
    ['#processes', /^agent,rootPid,orphan,pid,parentPid,name/, 'CSV'],
    ['#compare', /^key,source,leftTokens,rightTokens/, 'CSV'],
    ['#compare?tab=whatIf', /^of,source,name,costMicroUsd/, 'CSV'],
    ['#compare?tab=cache', /"all1hMicroUsd"/, 'JSON'],
    ['#compare?tab=accounts', /^day,source,model,receivedResponses/, 'CSV'],
    ['#explore?by=session&session=x&source=codex', /^at,model,isSubagent,responses/, 'CSV'],
  ];
  for (const [hash, head, kind] of heads) {
    await page.evaluate((next) => (location.hash = next), hash);
    await page.getByRole('button', { name: 'Export what is shown' }).first().waitFor();
    expect(await exportAs(page, kind), hash).toMatch(head);
  }
});

describe('the window', () => {
  it('starts with the view in its address, changes it on request, and goes back', async () => {
    const page = await open('normal', '#settings');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.emit('viewRequested', 'overview'));
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Overview');
    await page.goBack();
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: 'Settings', exact: true }).getAttribute('aria-current')).toBe('page');
  });

  it('goes anywhere by name', async () => {
    const page = await open('normal');
    await chartOf(page).waitFor();
    await page.keyboard.press('Control+k');
    const search = page.getByRole('combobox', { name: 'Search views and ranges' });
    // The list scrolls to keep the selected option visible.
    for (let step = 0; step < 18; step += 1) await search.press('ArrowDown');
    const isInSight = await page.getByRole('option', { selected: true }).evaluate((option) => {
      const [list, own] = [option.parentElement!.getBoundingClientRect(), option.getBoundingClientRect()];
      return own.top >= list.top && own.bottom <= list.bottom + 1;
    });
    expect(isInSight).toBe(true);
    await search.fill('explore branch');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => location.hash)).toContain('#explore?by=branch');
    await page.getByText(/^12 rows · /).waitFor();
    // The keyboard is at the new view, and leads back.
    const readFocus = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(readFocus).toBe('Explore');
    await page.keyboard.press('Alt+ArrowLeft');
    await chartOf(page).waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByText(/^12 rows · /).waitFor();
  });

  it('shows where it searched when nothing was found, and scans again', async () => {
    const page = await open('empty');
    await page.getByText('No usage found yet').waitFor();
    await page.getByText(/^Not found: Claude Code/).click();
    await page.getByText('/home/ada/.claude/projects').waitFor();
    await page.getByRole('button', { name: 'Scan again' }).click();
    expect(await readCalls(page, 'rescan')).toHaveLength(1);
    await page.evaluate(() => window.fuelgaugeFake?.fail('rescan', 'The disk is gone.'));
    await page.getByRole('button', { name: 'Scan again' }).click();
    await page.getByText('The disk is gone.').waitFor();
    await page.getByRole('button', { name: 'Add a folder…' }).click();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });

  it.each([
    ['#overview', 'Where the tokens went'],
    ['#explore', 'Last used'],
    ['#explore?by=session', 'Last used'],
    ['#compare', 'Total'],
    ['#processes', 'Processor'],
    ['#apps', 'AI sites'],
    ['#settings', 'Alert rules'],
  ])('blurs every name and amount of %s where a person hides them, and in its tooltips', async (hash, shown) => {
    const projects = { names: [{ folder: '/home/ada/work/atlas', name: 'Atlas' }], hidden: ['/home/ada/oss/pebble'] };
    const popover = { ...defaultSettings.popover, isPrivate: true };
    const otlpExport = { ...defaultSettings.otlpExport, endpoint: 'http://atlas.example:4318' };
    const page = await open('normal', hash, { settings: { popover, projects, otlpExport } });
    await page.getByText(shown, { exact: true }).first().waitFor();
    if (hash === '#settings') await page.getByRole('button', { name: 'Show what was read' }).click();
    const found = await findNames(page);
    expect(found.blurred).not.toEqual([]);
    expect(found.readable).toEqual([]);
  });

  it('blurs the chart of what a session cost', async () => {
    const popover = { ...defaultSettings.popover, isPrivate: true };
    const page = await open('normal', '#explore?by=session', { settings: { popover } });
    await page.getByRole('rowheader').first().getByRole('button').click();
    const cost = page.locator('.private', { has: page.getByRole('slider', { name: /cost/i }) });
    await cost.waitFor();
    expect(await cost.evaluate((chart) => getComputedStyle(chart).filter)).toContain('blur');
    expect((await findNames(page)).readable).toEqual([]);
  });

  it('shows errors, but not warnings', async () => {
    const page = await open('critical');
    await page.getByText('The disk is full').waitFor();
    expect(await page.getByText('could not be read').count()).toBe(0);
  });
});
