import { expect, it } from 'vitest';
import { toTrayViews, type TrayContext } from '../../../../../main/electron/tray/tray-views.ts';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import { createScenario } from '../../../../fakes/fake-scenarios.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');

function context(scenario: string, patch: Partial<TrayContext> = {}): TrayContext {
  return {
    snapshot: createScenario(scenario, nowMs).snapshot,
    settings: {
      ...defaultSettings,
      desktop: { ...defaultSettings.desktop, trayIcons: 'accounts', trayText: 'percent' },
    },
    isPaused: false,
    isPanelDark: true,
    scaleFactor: 1,
    messages: createMessages(),
    nowMs,
    ...patch,
  };
}

it('has one icon for each account if that is wanted, each with its own mark, state and words', () => {
  const views = toTrayViews(context('three-agents'));
  expect(views).toHaveLength(3);
  expect(new Set(views.map(({ id }) => id)).size).toBe(3);
  expect(new Set(views.map(({ view }) => view.text?.lines[0])).size).toBe(3);
  for (const { view } of views) {
    expect(view.text?.lines).toHaveLength(2);
    expect(view.tooltip.length).toBeLessThanOrEqual(127);
  }
});

it('has one icon for everything by default, with a single account, and while nothing is known', () => {
  const { desktop } = defaultSettings;
  const usual = toTrayViews(context('three-agents', { settings: { ...defaultSettings, desktop } }));
  expect(usual.map(({ id, view }) => [id, view.text])).toEqual([[null, null]]);
  expect(toTrayViews(context('empty')).map(({ id }) => id)).toEqual([null]);
});

it('says at every icon that the app is paused, without figures that no longer move', () => {
  const views = toTrayViews(context('three-agents', { isPaused: true }));
  expect(views.map(({ view }) => [view.state, view.text])).toEqual([
    ['paused', null],
    ['paused', null],
    ['paused', null],
  ]);
});

it('names no money while names and money are hidden', () => {
  const { desktop, popover } = defaultSettings;
  const tooltipOf = (isPrivate: boolean) =>
    toTrayViews(context('normal', { settings: { ...defaultSettings, desktop, popover: { ...popover, isPrivate } } }))[0]
      .view.tooltip;
  expect(tooltipOf(false)).toContain('$');
  expect(tooltipOf(true)).not.toContain('$');
  expect(tooltipOf(true)).toContain('tokens today');
});
