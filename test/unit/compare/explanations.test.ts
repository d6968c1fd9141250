import { describe, expect, it } from 'vitest';
import { createExplanations } from '../../compare/explanations.ts';
import type { ExplainedDifference } from '../../compare/rules.ts';
import { diffTables, noTokens, sumTable, toUsageTable } from '../../compare/usage-table.ts';

const day = '2026-05-04';
const explained: ExplainedDifference = {
  dataSet: 'claude/a',
  peer: 'ccusage',
  rules: ['compact-json-only'],
  amounts: { [`${day} model-a`]: { output: -5 } },
};

function diffOutput(ours: number, theirs: number) {
  const toTable = (output: number) =>
    toUsageTable([{ day, model: 'model-a', tokens: { ...noTokens, input: 7, output } }]);
  return diffTables(toTable(ours), toTable(theirs), ['input', 'output']);
}

describe('differences between two tools', () => {
  it('are listed by day, model and class, also where only one of them has any', () => {
    const ours = toUsageTable([
      { day, model: 'model-a', tokens: { ...noTokens, input: 1, output: 3 } },
      { day, model: 'model-a', tokens: { ...noTokens, input: 2, reasoning: 9 } },
    ]);
    const theirs = toUsageTable([{ day, model: 'model-b', tokens: { ...noTokens, input: 3 } }]);
    expect(sumTable(ours)).toBe(6);
    expect(diffTables(ours, theirs, ['input', 'output'])).toEqual([
      { dayAndModel: `${day} model-a`, tokenClass: 'input', ours: 3, theirs: 0 },
      { dayAndModel: `${day} model-a`, tokenClass: 'output', ours: 3, theirs: 0 },
      { dayAndModel: `${day} model-b`, tokenClass: 'input', ours: 0, theirs: 3 },
    ]);
  });

  it('are none where everything compared is equal', () => {
    expect(diffOutput(10, 10)).toEqual([]);
  });
});

describe('explanations', () => {
  it('explain a difference to the token, and not one token more', () => {
    const judge = (theirs: number, dataSet = 'claude/a', peer: 'ccusage' | 'tokscale' = 'ccusage') =>
      createExplanations(true, [explained])
        .judge(dataSet, peer, diffOutput(10, theirs))
        .map(({ rules }) => rules);
    expect(judge(5)).toEqual([['compact-json-only']]);
    expect(judge(4)).toEqual([[]]);
    expect(judge(15)).toEqual([[]]);
    expect(judge(5, 'claude/b')).toEqual([[]]);
    expect(judge(5, 'claude/a', 'tokscale')).toEqual([[]]);
  });

  it('are out of date when the difference is gone', () => {
    const explanations = createExplanations(true, [explained]);
    expect(explanations.unmet()).toMatchObject([{ dataSet: 'claude/a', tokenClass: 'output', amount: -5 }]);
    explanations.judge('claude/a', 'ccusage', diffOutput(10, 5));
    expect(explanations.unmet()).toEqual([]);
  });

  it('of data sets that were not compared are left alone', () => {
    const explanations = createExplanations(false, [explained]);
    explanations.judge('claude/b', 'ccusage', []);
    expect(explanations.unmet()).toEqual([]);
    explanations.judge('claude/a', 'ccusage', []);
    expect(explanations.unmet()).toHaveLength(1);
  });
});
