/// <reference path="../../../renderer/bridge/window.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { startBrowserBench, type BrowserBench, type OpenedPage } from '../../support/browser-page.ts';

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

async function open(scenario: string): Promise<Page> {
  opened = await bench.openPage({ surface: 'popover', scenario });
  return opened.page;
}

/** Names and arguments of the commands that the page has sent. */
async function readCommands(page: Page): Promise<readonly (readonly [string, unknown])[]> {
  const calls = await page.evaluate(() => window.fuelgaugeFake?.calls ?? []);
  return calls
    .filter(({ name }) => !['snapshot', 'settings', 'report', 'overview', 'resizePopover', 'processes'].includes(name))
    .map(({ name, argument }) => [name, argument] as const);
}

/** The role of what has the keyboard focus. */
async function focusedRole(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('role') ?? null);
}

/** The name of the element that has the keyboard focus. */
async function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? null;
  });
}

describe('the glance', () => {
  it('starts with the limit that runs out first, and when', async () => {
    const page = await open('normal');
    await expect.poll(() => page.locator('h1').innerText()).toMatch(/Weekly limit\s+runs\s+out\s+Fri\s+2:00\s+PM/);
    const meter = page.getByRole('meter', { name: 'Weekly limit', exact: true });
    expect(await meter.getAttribute('aria-valuetext')).toBe('71% used, 29% left');
    expect(await page.getByText('API-equivalent').count()).toBeGreaterThan(0);
  });

  it('explains a limit on focus and on hover, asks only then, and closes the explanation first on Escape', async () => {
    const page = await open('normal');
    const name = page.getByRole('button', { name: /Weekly limit: where it comes from$/ }).first();
    await name.waitFor();
    expect(await readCommands(page)).toEqual([]);
    const text = page.getByText('The figure is the newest observation, wherever it was found.').first();
    await name.press('Shift');
    await text.waitFor();
    expect((await readCommands(page)).map(([command]) => command)).toEqual(['explainLimits', 'forecast']);
    await page.keyboard.press('Escape');
    await text.waitFor({ state: 'detached' });
    expect((await readCommands(page)).map(([command]) => command)).not.toContain('hidePopover');
    await page
      .getByRole('button', { name: /5-hour limit: where it comes from$/ })
      .first()
      .hover();
    await text.waitFor();
  });

  it('moves an explanation that is longer than the window by keys, while its name keeps the focus', async () => {
    const page = await open('normal');
    await page.setViewportSize({ width: 360, height: 120 });
    const name = page.getByRole('button', { name: /Weekly limit: where it comes from$/ }).first();
    await name.press('Shift');
    await page.getByText('The figure is the newest observation, wherever it was found.').first().waitFor();
    const surface = page.locator('.tooltip-surface');
    const readTop = () => surface.evaluate((element) => element.scrollTop);
    expect(await readTop()).toBe(0);
    await page.keyboard.press('ArrowDown');
    await expect.poll(readTop).toBeGreaterThan(0);
    await page.keyboard.press('End');
    await expect
      .poll(() =>
        surface.evaluate(({ scrollTop, clientHeight, scrollHeight }) => scrollHeight - clientHeight - scrollTop),
      )
      .toBeLessThan(2);
    await page.keyboard.press('Home');
    await expect.poll(readTop).toBe(0);
    expect(await name.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('shows that nothing was used this week, when there is earlier usage', async () => {
    const page = await open('quiet');
    await page.getByText('No usage this week').waitFor();
    expect(await page.getByText('No usage found yet').count()).toBe(0);
  });

  it('follows changes, and requests a whole snapshot when it has missed one', async () => {
    const page = await open('normal');
    await page.getByRole('region', { name: 'Sessions' }).waitFor();
    await page.evaluate(() =>
      window.fuelgaugeFake?.emit('snapshotChanged', {
        baseRevision: 1,
        revision: 2,
        generatedAtMs: Date.now(),
        sections: { sessions: [], processes: { agents: [], orphans: [], own: null } },
      }),
    );
    await page.getByRole('region', { name: 'Sessions' }).waitFor({ state: 'detached' });
    await page.evaluate(() =>
      window.fuelgaugeFake?.emit('snapshotChanged', { baseRevision: 7, revision: 8, generatedAtMs: 0, sections: {} }),
    );
    await page.getByRole('region', { name: 'Sessions' }).waitFor();
  });

  it('shows a changed value at once, without an animation that would keep the page painting', async () => {
    const page = await open('normal');
    await page.getByRole('meter', { name: 'Weekly limit', exact: true }).waitFor();
    const running = await page.evaluate(async () => {
      const answer = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
      const { windows } = answer.value.sections.limits;
      const limits = {
        ...answer.value.sections.limits,
        windows: windows.map((row) => ({ ...row, usedPercent: row.usedPercent === null ? null : row.usedPercent + 3 })),
      };
      window.fuelgaugeFake?.emit('snapshotChanged', {
        baseRevision: 1,
        revision: 2,
        generatedAtMs: Date.now(),
        sections: { limits },
      });
      return new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(document.getAnimations().length))),
      );
    });
    await page.getByText('26%').first().waitFor();
    expect(running).toBe(0);
  });

  it('ends what an agent left behind, after showing exactly what', async () => {
    const page = await open('normal');
    await page.getByRole('region', { name: 'Sessions' }).waitFor();
    await page.evaluate(async () => {
      const answer = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
      const { processes } = answer.value.sections;
      const member = { parentPid: 1, startedAtMs: 1, kind: 'mcp-server', cpuRatio: 0.7, isPaused: false, ports: null };
      const members = [
        { ...member, pid: 501, name: '@playwright/mcp', rssBytes: 300_000_000 },
        { ...member, pid: 502, name: 'chrome', rssBytes: 200_000_000 },
      ];
      const orphan = { agent: 'codex', label: 'Codex', evidence: 'seen', session: null, agentGoneAtMs: 5, members };
      window.fuelgaugeFake?.emit('snapshotChanged', {
        baseRevision: 1,
        revision: 2,
        generatedAtMs: Date.now(),
        sections: { processes: { ...processes, orphans: [{ ...orphan, cpuRatio: 0.7, rssBytes: 500_000_000 }] } },
      });
    });
    await page.getByRole('button', { name: 'End @playwright/mcp and everything it started' }).click();
    await page.getByText('chrome, process 502, 200 MB').waitFor();
    expect(await focusedName(page)).toBe('Keep');
    await page.keyboard.press('Escape');
    expect(await page.getByText('chrome, process 502, 200 MB').count()).toBe(0);
    expect(await focusedName(page)).toBe('End @playwright/mcp and everything it started');
    expect((await readCommands(page)).map(([command]) => command)).not.toContain('hidePopover');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'End 2 processes' }).click();
    const ended = await page.evaluate(() => window.fuelgaugeFake?.calls.filter(({ name }) => name === 'endProcesses'));
    const targets = [501, 502].map((pid) => ({ pid, startedAtMs: 1 }));
    expect(ended).toEqual([{ name: 'endProcesses', argument: { targets } }]);
  });

  it('announces limits that are near, and nothing otherwise', async () => {
    const calm = await open('normal');
    await calm.getByRole('region', { name: 'Now' }).waitFor();
    expect(await calm.locator('[role=status]').first().textContent()).toBe('');
    await opened?.close();
    const page = await open('critical');
    await expect.poll(() => page.locator('[role=status]').first().textContent()).toContain('5-hour limit, 96% used');
    expect(await page.getByText('Critical:').count()).toBeGreaterThan(0);
  });

  it('marks old readings as stale', async () => {
    const page = await open('stale');
    await page.getByText('3 h 12 min ago').first().waitFor();
    expect(
      await page
        .locator('li')
        .and(page.getByTitle(/stale, 3\sh\s12\smin\sago/))
        .count(),
    ).toBe(2);
    expect(await page.getByRole('img', { name: 'No usage in the last hour' }).count()).toBe(1);
  });

  it('stays small with ten thousand sessions', async () => {
    const page = await open('large');
    await page.getByRole('button', { name: '9,997 more in Explore' }).waitFor();
    expect(await page.locator('*').count()).toBeLessThan(1_000);
  });

  it('flips what is left and used, and countdown and time, and remembers it', async () => {
    const page = await open('normal');
    await page.getByRole('button', { name: /, Weekly limit, .*Show what is used/ }).click();
    await expect.poll(() => page.locator('.binding .figure').innerText()).toContain('71%');
    await page.getByRole('button', { name: /, Weekly limit, .*Show when it resets/ }).click();
    await expect.poll(() => page.locator('.binding .reset').innerText()).toBe('Sun 2:20 PM');
    const changes = (await readCommands(page)).map(([, argument]) => argument);
    expect(changes).toMatchObject([
      { popover: { limitFigure: 'used', resetFigure: 'countdown' } },
      { popover: { limitFigure: 'used', resetFigure: 'clock' } },
    ]);
  });

  it('has what matters of three agents in the first 420 pixels', async () => {
    const page = await open('three-agents');
    const limits = page.getByRole('region', { name: 'Limits' });
    expect(await limits.locator('.account').count()).toBe(3);
    const bottom = await limits.evaluate((element) => element.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(420);
  });

  it('asks for a window as high as its content', async () => {
    const page = await open('normal');
    await page.getByRole('region', { name: 'Sessions' }).waitFor();
    const isAsked = () =>
      page.evaluate(() => {
        const parts = [...document.querySelectorAll('.content, footer')];
        const height = parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0);
        const asked = window.fuelgaugeFake?.calls.findLast(({ name }) => name === 'resizePopover')?.argument;
        return height > 300 && asked === Math.ceil(height);
      });
    await expect.poll(isAsked).toBe(true);
  });

  it('keeps the usual height of the window while it waits for its first figures', async () => {
    const page = await open('loading');
    await page.getByText('Getting the latest numbers…').waitFor();
    // By then, whatever observes the height has reported it.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const asked = await page.evaluate(() => window.fuelgaugeFake?.calls.filter(({ name }) => name === 'resizePopover'));
    expect(asked).toEqual([]);
  });
});

describe('a running session', () => {
  it('is paused with a way back, and ended after its exact processes were shown', async () => {
    const page = await open('normal');
    await page.getByRole('button', { name: 'Actions for harbour-api' }).click();
    await page.getByRole('menuitem', { name: 'Pause' }).click();
    await page.getByText('harbour-api is paused.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('harbour-api is paused.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Actions for harbour-api' }).click();
    await page.getByRole('menuitem', { name: 'End…' }).click();
    await page
      .getByRole('dialog')
      .getByText(/^claude-code, process 4821, 1\.2\sGB, .* old, started by process 1$/)
      .waitFor();
    expect(await page.getByRole('dialog').locator('.private').allInnerTexts()).toEqual([
      expect.stringMatching(/^Session session-0/),
    ]);
    await page.getByRole('button', { name: 'End 1 process' }).click();
    const commands = await readCommands(page);
    expect(commands.map(([name, argument]) => [name, (argument as { isPaused?: boolean }).isPaused])).toEqual([
      ['pauseProcesses', true],
      ['pauseProcesses', false],
      ['endProcesses', undefined],
    ]);
  });

  it('shows its folder by its name, never by a path', async () => {
    const page = await open('normal');
    await page.getByRole('button', { name: 'Actions for harbour-api' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focusedRole(page)).toBe('menuitem');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => readCommands(page))
      .toEqual([['showFolder', { source: 'claude-code', sessionId: 'session-0' }]]);
  });

  it('is shown in its terminal, and what could not be done is said', async () => {
    const page = await open('normal');
    await page.getByRole('button', { name: 'Actions for harbour-api' }).click();
    await page.getByRole('menuitem', { name: 'Show terminal' }).click();
    await page.getByText('The session is selected in tmux now. Bring that window to the front yourself.').waitFor();
    const [call] = await readCommands(page);
    expect(call).toMatchObject(['openTerminal', { pid: 4_821 }]);
  });

  it('opens its timeline by its id', async () => {
    const page = await open('normal');
    await page.getByRole('button', { name: 'Actions for harbour-api' }).click();
    await page.getByRole('menuitem', { name: 'Details' }).click();
    await expect
      .poll(() => readCommands(page))
      .toEqual([['openSession', { source: 'claude-code', sessionId: 'session-0' }]]);
  });
});

describe('the arrangement', () => {
  it('moves, hides and brings back sections', async () => {
    const page = await open('normal');
    const names = () =>
      page.locator('main section').evaluateAll((all) => all.map((section) => section.getAttribute('aria-label')));
    await expect.poll(names).toEqual(['Limits', 'Now', 'Today', 'Sessions']);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Arrange' }).click();
    await expect.poll(() => focusedName(page)).toBe('Arrange');
    for (const then of ['Move Sessions up', 'Move Sessions up', 'Move Sessions down']) {
      // The last move takes it to the top, where it can only move down.
      await page.getByRole('button', { name: 'Move Sessions up' }).press('Enter');
      await expect.poll(() => focusedName(page)).toBe(then);
    }
    await page.getByRole('button', { name: 'Move Sessions down' }).press('Enter');
    await page.getByRole('button', { name: 'Show Now' }).click();
    await page.keyboard.press('Escape');
    await expect.poll(names).toEqual(['Limits', 'Sessions', 'Today']);
    expect(await focusedName(page)).toBe('More');
  });

  it('blurs names and money, and nothing else', async () => {
    const page = await open('normal');
    const blurred = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('#app *')]
          .filter((element) => getComputedStyle(element).filter !== 'none')
          .map((element) => element.textContent?.trim().split(/\s/)[0]),
      );
    await page.getByRole('button', { name: 'Blur names and money' }).click();
    await expect.poll(blurred).toContain('harbour-api');
    const all = await blurred();
    expect(all).toContain('$20.63');
    expect(all).not.toContain('17.4M');
    const shownMoney = await page.evaluate(() =>
      [...document.querySelectorAll('#app *')]
        .filter((element) => element.children.length === 0 && element.textContent?.includes('$'))
        .filter((element) => {
          for (let at: Element | null = element; at !== null; at = at.parentElement)
            if (getComputedStyle(at).filter !== 'none') return false;
          return true;
        })
        .map((element) => element.textContent),
    );
    expect(shownMoney).toEqual([]);
    // Nor does anything say it beside: explanations lie outside of the app's element, and tooltips would name it.
    const outside = await page.evaluate(() => {
      const list = document.body.appendChild(document.createElement('ul'));
      list.className = 'private';
      return getComputedStyle(list).filter;
    });
    expect(outside).toContain('blur');
    const name = page.locator('.private', { hasText: 'harbour-api' }).first();
    expect(await name.evaluate((element) => getComputedStyle(element).pointerEvents)).toBe('none');
    const menu = page.getByRole('button', { name: 'Actions for harbour-api' });
    expect(await menu.getAttribute('title')).toBe('More');
  });

  it('looks as the settings say, before the host has answered, too', async () => {
    const page = await open('normal');
    const look = () => page.evaluate(() => ({ ...document.documentElement.dataset }));
    await page.evaluate(() => window.fuelgauge?.call('updateSettings', { theme: 'dark', density: 'compact' }));
    await expect.poll(look).toEqual({ theme: 'dark', density: 'compact' });
    await page.goto(page.url().replace('scenario=normal', 'scenario=silent-settings'));
    await page.locator('main').waitFor();
    expect(await look()).toEqual({ theme: 'dark', density: 'compact' });
  });
});

describe('before there are numbers', () => {
  it('shows how far the first scan has come', async () => {
    const page = await open('first-scan');
    const progress = page.getByRole('progressbar', { name: 'Reading logs' });
    await progress.waitFor();
    expect(await progress.getAttribute('aria-valuenow')).toBe('42');
    expect(await page.getByText('1,204 of 5,310 files, 1.3 GB of 3.1 GB').count()).toBe(1);
  });

  it('shows where it searched, what it found and what to do', async () => {
    const page = await open('empty');
    await page.getByText('No usage found yet').waitFor();
    for (const text of ['no logs in it', 'not readable']) expect(await page.getByText(text).count(), text).toBe(1);
    const folder = page.getByText('/home/ada/.claude/projects');
    expect(await folder.isVisible()).toBe(false);
    await page.getByText(/^Not found: Claude Code/).click();
    await folder.waitFor({ state: 'visible' });
    await page.getByRole('button', { name: 'Scan again' }).click();
    await page.getByRole('button', { name: 'Add a folder…' }).click();
    expect(await readCommands(page)).toEqual([
      ['rescan', undefined],
      ['openWindow', 'settings'],
    ]);
  });

  it('shows why there are no numbers, and tries again', async () => {
    const page = await open('error');
    await page.getByText('The engine stopped and did not start again.').waitFor();
    await page.evaluate(() => window.fuelgaugeFake?.fail('snapshot', null));
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'Today' }).waitFor();
  });
});

describe('the keyboard', () => {
  it('reaches everything in order, with a visible focus ring', async () => {
    const page = await open('normal');
    await page.getByRole('region', { name: 'Sessions' }).waitFor();
    const names: string[] = [];
    for (let press = 0; press < 25; press += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const outline = element === null ? '' : getComputedStyle(element).outlineStyle;
        return { name: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '', outline };
      });
      expect(focused.outline, focused.name).toBe('solid');
      names.push(focused.name);
    }
    expect(names[0]).toBe('Usage');
    expect(names[1]).toMatch(/^5\sh, 5-hour limit: where it comes from$/);
    expect(names[2]).toBe('Codex · plus, 5-hour limit, 38% used, 62% left, Show what is used');
    expect(names.slice(15, 19).every((name) => name.startsWith('Actions for '))).toBe(true);
    expect(names.slice(19)).toEqual(['Overview', 'Settings', 'Pause', 'Blur names and money', 'Keep open', 'More']);
  });

  it('closes a menu first with Escape, and then the popover', async () => {
    const page = await open('normal');
    await page.getByRole('button', { name: 'More' }).click();
    await expect.poll(() => focusedRole(page)).toBe('menu');
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Quit' }).waitFor({ state: 'detached' });
    expect(await readCommands(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => readCommands(page)).toEqual([['hidePopover', undefined]]);
  });

  it('hides the popover with Escape', async () => {
    const page = await open('normal');
    await page.keyboard.press('Escape');
    await expect.poll(() => readCommands(page)).toEqual([['hidePopover', undefined]]);
  });
});

describe('the footer', () => {
  it('opens the windows, pauses, resumes and quits', async () => {
    const page = await open('normal');
    const press = (name: string): Promise<void> => page.locator('footer').getByRole('button', { name }).click();
    await page.getByTitle('Live').waitFor();
    await press('Overview');
    await press('Settings');
    await press('Pause');
    await page.getByText('The numbers do not change until you resume').waitFor();
    await press('Resume');
    await page.getByTitle('Live').waitFor();
    await press('More');
    await page.getByRole('menuitem', { name: 'Quit' }).click();
    expect(await readCommands(page)).toEqual([
      ['openWindow', 'overview'],
      ['openWindow', 'settings'],
      ['setPaused', true],
      ['setPaused', false],
      ['quit', undefined],
    ]);
  });

  it('shows that a command was refused', async () => {
    const page = await open('normal');
    await page.evaluate(() => window.fuelgaugeFake?.fail('openWindow', 'The window cannot open now.'));
    await page.locator('footer').getByRole('button', { name: 'Overview' }).click();
    await page.getByText('The window cannot open now.').waitFor();
  });
});

// Last: a clock that stands still does so for every page after it, and nothing that floats is drawn.
describe('time that passes', () => {
  it('marks a reading as stale when its time is over, without a new snapshot', async () => {
    opened = await bench.openPage({ surface: 'popover', scenario: 'normal', stopsClock: true });
    const { page } = opened;
    await page.getByRole('meter', { name: 'Weekly limit', exact: true }).waitFor();
    await page.evaluate(async () => {
      const answer = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
      const trustedUntilMs = Date.now() + 500;
      const windows = answer.value.sections.limits.windows.map((row) => ({ ...row, trustedUntilMs }));
      window.fuelgaugeFake?.emit('snapshotChanged', {
        baseRevision: 1,
        revision: 2,
        generatedAtMs: Date.now(),
        sections: { limits: { forecasts: [], windows } },
      });
    });
    const stale = page.locator('li').and(page.getByTitle(/stale, 5\smin\sago/));
    expect(await stale.count()).toBe(0);
    await page.clock.runFor(6_000);
    await expect.poll(() => stale.count()).toBe(3);
  });
});
