import { describe, expect, it } from 'vitest';
import { toEstimateNote, toUseParts } from '../../../../../renderer/features/apps/view-model.ts';
import type { ActivityReport, ActivitySum } from '../../../../../shared/domain/activity-sums.ts';

const sum: ActivitySum = {
  ...{ name: 'claude.ai', label: 'Claude', category: 'chat', via: ['chrome', 'firefox'], activeMs: 5_400_000 },
  ...{ activeKind: 'measured', count: 1_234, undatedCount: 0, inputTokens: 0, outputTokens: 0 },
  ...{ usdPerHour: 0.6, costMicroUsd: 900_000 },
};
const empty: ActivityReport = {
  generatedAtMs: 0,
  timeZone: 'UTC',
  isOn: { sites: false, apps: false, commands: false, receiver: false },
  focus: 'off',
  failures: [],
  ratesDate: '2026-11-26',
  ...{ sites: [], apps: [], commands: [], apis: [] },
};

describe('the view of apps and sites', () => {
  it('is one sentence for each part that is off: how to switch it on', () => {
    expect(toUseParts(empty).map(({ isOff, empty: text }) => [isOff, text])).toEqual([
      [true, 'Not recorded. Turn on “AI sites in browser histories” in the settings.'],
      [true, 'Not recorded. Turn on “Time with AI apps” in the settings.'],
      [true, 'Not recorded. Turn on “AI tools in shells” in the settings.'],
      [true, 'Not recorded. Turn on “Receive from the browser extension” in the settings.'],
    ]);
    expect(toEstimateNote(empty)).toBeNull();
  });

  it('says that there was nothing where it is on, and why something is missing', () => {
    const isOn = { sites: false, apps: true, commands: true, receiver: true };
    const failures = [{ browser: 'safari', failure: 'not-allowed' as const }];
    const parts = toUseParts({ ...empty, isOn, focus: 'unknown', failures });
    expect(parts.every(({ isOff }) => !isOff)).toBe(true);
    expect(parts[0]!.empty).toBe('No use of a listed site in this range.');
    expect(parts[0]!.notes).toEqual([
      'The history of Safari was left out: this system does not let Fuelgauge read it.',
    ]);
    expect(parts[1]!.notes).toEqual(['Which window is in front is not known on this desktop.']);
  });

  it('shows what is measured, what is estimated, and what is not known', () => {
    const commands: ActivitySum[] = [
      { ...sum, name: 'codex', label: 'Codex', category: null, via: ['bash'], activeKind: 'unknown', costMicroUsd: null, undatedCount: 7 }, // prettier-ignore
    ];
    const estimated: ActivitySum = { ...sum, name: 'poe.com', label: 'Poe', activeKind: 'estimated', costMicroUsd: 0 };
    const report = { ...empty, sites: [sum, estimated], commands };
    const [sites, , tools] = toUseParts(report);
    expect(sites!.rows[0]).toEqual({
      name: 'claude.ai',
      label: 'Claude',
      detail: 'claude.ai · Chat · Chrome · Firefox',
      active: { text: '1 h 30 min', title: 'Measured' },
      count: '1,234',
      cost: { text: '~$0.90', title: 'Estimated: active time at an hourly rate, or tokens at a list price' },
    });
    expect(sites!.rows[1]!.active).toEqual({
      text: '~1 h 30 min',
      title: 'Estimated from the visits in a browser history',
    });
    expect(tools!.rows[0]).toMatchObject({ detail: 'bash', active: null, cost: null });
    expect(tools!.notes).toEqual(['7 calls are from shell histories without timestamps, so they may be from any day.']);
    expect(toEstimateNote(report)).toContain('Thu, Nov 26, 2026');
  });

  it('shows no control characters of a name that somebody has entered', () => {
    const [sites] = toUseParts({ ...empty, sites: [{ ...sum, label: 'a\u202eb\u0007' }] });
    expect(sites!.rows[0]!.label).not.toContain('\u202e');
    expect(sites!.rows[0]!.label).not.toContain('\u0007');
  });
});
