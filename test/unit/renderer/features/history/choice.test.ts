import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  defaultChoice,
  groupingOptions,
  rangeOptions,
  splitOptions,
  toReportQuery,
} from '../../../../../renderer/features/history/choice.ts';
import { engineCalls } from '../../../../../shared/contract/index.ts';

const today = '2026-05-14';

describe('toReportQuery', () => {
  it('starts with the last 30 days', () => {
    expect(toReportQuery(defaultChoice, today)).toMatchObject({ by: 'day', split: 'none', since: '2026-04-15' });
  });

  it('starts with whole weeks and months', () => {
    expect(toReportQuery({ ...defaultChoice, by: 'week' }, today).since).toBe('2026-04-13');
    expect(toReportQuery({ ...defaultChoice, by: 'month', range: '90' }, today).since).toBe('2026-02-01');
  });

  it('requests everything for “all time”', () => {
    expect(toReportQuery({ ...defaultChoice, range: 'all' }, today).since).toBeNull();
  });

  it('splits sessions by project, to name it', () => {
    expect(toReportQuery({ ...defaultChoice, by: 'session' }, today).split).toBe('project');
  });

  it('builds only queries that the contract allows', () => {
    for (const by of groupingOptions)
      for (const split of splitOptions)
        for (const range of rangeOptions) {
          const query = toReportQuery(
            { by: by.value, split: split.value, measure: 'tokens', range: range.value },
            today,
          );
          expect(v.is(engineCalls.report.argument, query)).toBe(true);
        }
  });
});
