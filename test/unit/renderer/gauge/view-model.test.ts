import { expect, it } from 'vitest';
import type { AccountView, WindowRow } from '../../../../renderer/features/limits/accounts-view.ts';
import { toGaugeView } from '../../../../renderer/gauge/view-model.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { createScenario } from '../../../fakes/fake-scenarios.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const sections = createScenario('normal', nowMs).snapshot.sections;
const row = (id: string, usedPercent: number | null, isHeadline = false): WindowRow => ({
  ...{ id, kind: 'limit', name: id, fullName: `${id} limit`, usedPercent, isBinding: false, isHeadline, isNear: false },
  ...{ forecastPercent: null, markPercent: null, level: 'normal', isUncertain: false },
  ...{ figure: usedPercent === null ? null : `${usedPercent}%`, figureText: '', reset: '2 h', title: 'Measured.' },
});
const account = (label: string, rows: readonly WindowRow[]): AccountView => ({
  ...{ id: label, source: label, label, plan: null, aside: '', asideTitle: '', rows },
});
const withScan = (phase: string, events: number): SnapshotSections =>
  ({
    scan: { phase, percent: 42 },
    usage: { ...sections.usage, today: { ...sections.usage.today, totals: { ...sections.usage.today.totals, events } } }, // prettier-ignore
  }) as unknown as SnapshotSections;

it('shows the window that stops the person first, with all of it in words', () => {
  const view = toGaugeView(
    [account('A', [row('5 h', 90)]), account('B', [row('week', 40, true)])],
    sections,
    true,
    nowMs,
  );
  expect(view).toMatchObject({ agent: { label: 'B' }, figure: '40%', aside: '2 h' });
  expect(view.text).toBe('B, week limit. Measured. Click to open Fuelgauge.');
});

it('shows the fullest where none is known to stop anybody, and a dash for an unknown figure', () => {
  const accounts = [account('A', [row('5 h', 20)]), account('B', [row('week', 60), row('block', null)])];
  expect(toGaugeView(accounts, sections, true, nowMs)).toMatchObject({ figure: '60%' });
  expect(toGaugeView([account('B', [row('block', null)])], sections, true, nowMs).figure).toBe('–');
});

it.each([
  ['paused', 1, 'Paused', null],
  ['failed', 1, 'Not running', null],
  ['scanning', 0, '42%', null],
  ['following', 1, expect.stringMatching(/^[\d.]+[KMB]$/), 'today'],
  ['watching', 0, expect.any(String), 'today'],
])('without limits, while it is %s, shows what there is', (phase, events, figure, aside) => {
  expect(toGaugeView([], withScan(phase, events), true, nowMs)).toMatchObject({
    agent: null,
    row: null,
    figure,
    aside,
  });
});

it('does not show the tokens of an earlier day as those of today', () => {
  expect(toGaugeView([], withScan('following', 1), true, nowMs + 14 * 3_600_000)).toMatchObject({
    ...{ figure: 'Fuelgauge', aside: null, text: 'Fuelgauge. Click to open Fuelgauge.' },
  });
});

it('shows its name before anything is known', () => {
  expect(toGaugeView([], null, true, nowMs)).toMatchObject({
    figure: 'Fuelgauge',
    text: 'Fuelgauge. Click to open Fuelgauge.',
  });
});

it('says that figures are not updated: paused, failed, or without an answer', () => {
  const accounts = [account('A', [row('5 h', 20, true)])];
  const at = (phase: string, isAnswered = true) => toGaugeView(accounts, withScan(phase, 1), isAnswered, nowMs);
  expect(at('watching')).toMatchObject({ figure: '20%', aside: '2 h' });
  expect(at('paused')).toMatchObject({ figure: '20%', aside: 'Paused' });
  expect(at('paused').text).toBe('A, 5 h limit. Measured. Paused. Click to open Fuelgauge.');
  expect(at('failed')).toMatchObject({ aside: 'Not running' });
  expect(at('watching', false)).toMatchObject({ aside: 'Not running' });
  expect(toGaugeView([], null, false, nowMs)).toMatchObject({ figure: 'Not running', aside: null });
});
