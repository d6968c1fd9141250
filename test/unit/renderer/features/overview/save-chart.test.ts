import { expect, it } from 'vitest';
import { toChartCsv } from '../../../../../renderer/features/overview/save-chart.ts';

const series = [{ id: 'codex', label: 'Codex', title: 'codex', color: 0, total: 3 }];
const toBar = (key: string) => ({ key, label: '', title: '', values: [3] });

it('names the unit of a chart, and writes hours as times', () => {
  const hour = toBar(String(Date.parse('2026-05-14T10:00:00Z')));
  expect(toChartCsv({ bars: [hour], series }, { step: 'hour', measure: 'cost' })).toBe(
    'time,Codex,totalMicroUsd\r\n2026-05-14T10:00:00.000Z,3,3\r\n',
  );
  expect(toChartCsv({ bars: [toBar('2026-05')], series }, { step: 'month', measure: 'tokens' })).toBe(
    'time,Codex,totalTokens\r\n2026-05,3,3\r\n',
  );
});
