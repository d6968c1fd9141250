import { describe, expect, it } from 'vitest';
import { toDiagnosisText, toImportPreview } from '../../../../../../renderer/features/settings/data/backup.ts';
import type { DoctorReport } from '../../../../../../shared/domain/doctor-report.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { ownBudget } from '../../../../../../shared/processes/own-cost.ts';

const toFile = (settings: object): string => JSON.stringify({ fuelgaugeSettings: 1, settings });

describe('toImportPreview', () => {
  it('says what becomes of what, and what is wrong', () => {
    const preview = toImportPreview('a.json', toFile({ detailRetention: 30, theme: 'pink', hue: 1 }), defaultSettings);
    expect(preview?.heading).toBe('“a.json” would change:');
    expect(preview?.lines).toEqual(['Keep individual requests: forever → 30']);
    expect(preview?.warnings).toEqual([
      'Theme is "pink" (expected "system" | "light" | "dark" | "high-contrast"). It was left unchanged.',
      'Not settings of this version: hue.',
      'Requests older than 30 days will be summed up. This cannot be undone.',
    ]);
  });

  it('knows when nothing would change, and what is no file of settings', () => {
    expect(toImportPreview('a.json', toFile({}), defaultSettings)).toMatchObject({ hasChanges: false, lines: [] });
    expect(toImportPreview('a.json', 'x', defaultSettings)).toBeNull();
  });

  it('shows only the members of a setting that would change', () => {
    const desktop = { ...defaultSettings.desktop, gaugeOpacityPercent: 50 };
    const alertChoices = {
      ...defaultSettings.alertChoices,
      guard: { ...defaultSettings.alertChoices.guard, softUsd: 3 },
    };
    expect(toImportPreview('a.json', toFile({ desktop, alertChoices }), defaultSettings)?.lines).toEqual([
      'Alert rules: {"guard":{"softUsd":null}} → {"guard":{"softUsd":3}}',
      'Tray text and keys: {"gaugeOpacityPercent":100} → {"gaugeOpacityPercent":50}',
    ]);
  });

  it('cuts long values', () => {
    const own = toFile({ ownPrograms: [{ label: 'x'.repeat(100), executable: 'y'.repeat(100), category: 'cli' }] });
    expect(toImportPreview('a.json', own, defaultSettings)?.lines[0]).toMatch(/^More programs: \[\] → .{120}…$/);
  });
});

describe('toDiagnosisText', () => {
  it('names nobody and nothing', () => {
    const doctor: DoctorReport = {
      generatedAtMs: 1,
      dataFolder: '/home/secret-ada/.local',
      pricesDatedOn: '2026-05-01',
      problems: [],
      own: {
        processes: 1,
        cpuRatio: null,
        sinceMs: 0,
        rssBytes: 1,
        pssBytes: null,
        writtenBytes: null,
        wakeUpsPerSecond: null,
      },
      ownBudget,
      foldedLabels: [],
      sources: [
        {
          source: 'claude-code',
          label: 'Claude Code',
          coverage: { kind: 'exact' },
          roots: [
            { path: '/home/secret-ada/.claude', origin: 'CLAUDE_CONFIG_DIR', state: 'found', files: 2, bytes: 9 },
          ],
          ...{ files: 2, bytes: 9, goneFiles: 0, lines: 4, eventRows: 3, events: 2, lastEventAtMs: 7 },
          ...{ mergedRows: 1, replayedEvents: 0, unfinishedEvents: 0 },
          words: { skipReasons: {}, unloggedCalls: {} },
          skips: { 'not-json': 2, 'secret ada’s type': 1, '/secret': 3, zero: 0 },
          unloggedCalls: {},
          unpricedModels: ['secret-model'],
          unreadable: [{ path: '/home/secret-ada/x', reason: 'no-permission' }],
        },
      ],
    };
    const text = toDiagnosisText(doctor, 'Fuelgauge/0.1.0 (X11; Linux) Electron/40');
    expect(text).not.toContain('secret');
    expect(JSON.parse(text)).toMatchObject({
      program: 'Fuelgauge/0.1.0 (X11; Linux) Electron/40',
      sources: [
        {
          roots: ['CLAUDE_CONFIG_DIR found 2/9'],
          skips: { 'not-json': 2, other: 4 },
          unpricedModels: 1,
          unreadable: ['no-permission'],
        },
      ],
    });
  });
});
