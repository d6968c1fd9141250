import { expect, it } from 'vitest';
import { toUseRecords } from '../../../../../renderer/features/apps/export.ts';
import { toRecordCsv } from '../../../../../renderer/state/save-records.ts';
import type { ActivityReport, ActivitySum } from '../../../../../shared/domain/activity-sums.ts';

const sum: ActivitySum = {
  name: 'claude.ai',
  label: 'Claude\u202e',
  category: 'chat',
  via: ['chrome', 'firefox'],
  activeMs: 60_000,
  activeKind: 'measured',
  count: 3,
  undatedCount: 0,
  inputTokens: 0,
  outputTokens: 0,
  usdPerHour: 0.6,
  costMicroUsd: 10_000,
};
const report: ActivityReport = {
  generatedAtMs: 0,
  timeZone: 'UTC',
  isOn: { sites: true, apps: false, commands: true, receiver: false },
  focus: 'off',
  failures: [],
  ratesDate: '2026-11-26',
  sites: [sum],
  apps: [],
  commands: [{ ...sum, name: 'aider', category: null, activeMs: 0, activeKind: 'unknown', costMicroUsd: null }],
  apis: [],
};

it('exports every row with exact figures and their kind; what is unknown is not zero', () => {
  const records = toUseRecords(report);
  expect(
    records.map(({ part, name, activeMs, activeKind, estimatedCostMicroUsd }) => [
      part,
      name,
      activeMs,
      activeKind,
      estimatedCostMicroUsd,
    ]),
  ).toEqual([
    ['sites', 'claude.ai', 60_000, 'measured', 10_000],
    ['commands', 'aider', null, 'unknown', null],
  ]);
  expect(records[0]?.['label']).toBe('Claude');
  expect(toRecordCsv(records).split('\r\n')[0]).toMatch(/^part,name,label,category,via,activeMs,activeKind,count,/);
});
