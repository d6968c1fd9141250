import { describe, expect, it } from 'vitest';
import type { StatuslineFacts } from '../../../../../shared/statusline/facts.ts';
import type { LineOptions } from '../../../../../shared/statusline/scene.ts';
import { toText } from '../../../../../shared/statusline/segment.ts';
import { blockCost, budget, burn, dayCost, sessionCost } from '../../../../../shared/statusline/widgets/cost.ts';
import { makeFacts, makeScene, makeStatus, nowMs } from '../../../../support/make-status.ts';

const minuteMs = 60_000;
const options: LineOptions = { costSource: 'auto', burnMark: 'off', budgetUsd: null, contextPercents: [50, 80] };
const withFacts = (given: Partial<StatuslineFacts> = {}, own: Partial<LineOptions> = {}) =>
  makeScene({ facts: makeFacts(given), options: { ...options, ...own } });

describe('the cost of a session', () => {
  const costOf = (costSource: LineOptions['costSource'], costUsd: number | null, facts: StatuslineFacts | null) =>
    sessionCost
      .draw(makeScene({ status: makeStatus({ costUsd }), facts, options: { ...options, costSource } }), null)
      .map(toText);

  it('is that of the session itself, not of another agent’s or another one', () => {
    const other = { source: 'codex', sessionId: 's-1', costMicroUsd: 9_000_000 };
    const another = { source: 'claude-code', sessionId: 's-2', costMicroUsd: 8_000_000 };
    expect(costOf('ccusage', null, makeFacts({ sessions: [other, another] }))).toEqual([]);
    expect(costOf('ccusage', null, makeFacts({ sessions: [other, another, makeFacts().sessions[0]!] }))).toEqual([
      '~$2.00 session',
      '~$2.00',
    ]);
  });

  it('is the agent’s or ours as chosen, both only where both are known, and never replaced where one was chosen', () => {
    expect(costOf('cc', null, makeFacts())).toEqual([]);
    expect(costOf('both', null, makeFacts())).toEqual(['~$2.00 session', '~$2.00']);
    expect(costOf('both', 1.5, null)).toEqual(['~$1.50 session', '~$1.50']);
    expect(costOf('both', 1.5, makeFacts())).toHaveLength(2);
    expect(sessionCost.draw(withFacts(), null)[0]![0]!.tone).toBe('plain');
    const both = makeScene({
      status: makeStatus({ costUsd: 1 }),
      facts: makeFacts(),
      options: { ...options, costSource: 'both' },
    });
    expect(sessionCost.draw(both, null).map((form) => form[0]!.tone)).toEqual(['plain', 'plain']);
  });
});

describe('a cost that is partly unknown', () => {
  it('ends in a plus, and so does its share of the budget', () => {
    const { today, blocks, burn: rate, sessions } = makeFacts();
    const partly = { isCostPartial: true };
    const facts = {
      today: { ...today, ...partly },
      blocks: blocks.map((each) => ({ ...each, ...partly })),
      burn: { ...rate, ...partly },
      sessions: sessions.map((each) => ({ ...each, ...partly })),
    };
    const scene = withFacts(facts, { costSource: 'ccusage', budgetUsd: 25 });
    const texts = [sessionCost, blockCost, dayCost, budget, burn].map((widget) =>
      toText(widget.draw(scene, null).at(-1)!),
    );
    expect(texts).toEqual(['~$2.00+', '$4.25+ block', '$12.50+', '50%+', '$6.00+/h']);
  });
});

describe('the cost of the block', () => {
  const block = (source: string, costMicroUsd: number | null) => ({
    source,
    endMs: nowMs + 1,
    costMicroUsd,
    tokens: 1,
  });
  const costOf = (source: string | null, ...blocks: readonly ReturnType<typeof block>[]) =>
    blockCost.draw({ ...withFacts({ blocks }), source }, null).map(toText)[1];

  it('is that of the session’s agent, and the first of any where there is none', () => {
    const blocks = [block('codex', 1_000_000), block('claude-code', 2_000_000)] as const;
    expect([costOf('claude-code', ...blocks), costOf(null, ...blocks), costOf('gemini-cli', ...blocks)]).toEqual([
      '$2.00 block',
      '$1.00 block',
      undefined,
    ]);
    expect(costOf('codex', block('codex', null))).toBeUndefined();
  });
});

describe('the budget', () => {
  const draw = (spentUsd: number, option: string | null = '100', given: Partial<StatuslineFacts> = {}) =>
    budget.draw(withFacts({ today: { ...makeFacts().today, costMicroUsd: spentUsd * 1e6 }, ...given }), option);

  it('warns from 80 % on, and is critical from 100 % on', () => {
    expect([79, 80, 99, 100, 140].map((spent) => draw(spent).map((form) => form[0]!.tone))).toEqual(
      (['plain', 'warning', 'warning', 'critical', 'critical'] as const).map((tone) => [tone, tone]),
    );
    expect(draw(80).map(toText)).toEqual(['80% of $100.00', '80%']);
  });

  it.each([null, '', '   ', '0', '-5', '1e9', 'x'])('needs an amount above zero: %j is none', (option) => {
    expect(draw(80, option)).toEqual([]);
  });

  it('takes any amount below a billion, also with space around it', () => {
    expect(draw(80, ' 0.5 ').map(toText)[1]).toBe('16000%');
    expect(draw(80, '999999999')).toHaveLength(2);
  });

  it('is nothing without a cost of today', () => {
    expect(draw(80, '100', { today: { ...makeFacts().today, endsAtMs: nowMs } })).toEqual([]);
    expect(draw(80, '100', { today: { ...makeFacts().today, costMicroUsd: null } })).toEqual([]);
    expect(dayCost.draw(makeScene(), null)).toEqual([]);
  });
});

describe('the burn rate', () => {
  const at = (tokensPerMinute: number | null, burnMark: LineOptions['burnMark'] = 'text') =>
    burn.draw(withFacts({ burn: { tokensPerMinute, costMicroUsdPerHour: null } }, { burnMark }), null);
  const toneAt = (tokens: number, mark: LineOptions['burnMark']) => at(tokens, mark)[0]?.[0]?.tone;

  it('is moderate and high from the steps of ccusage on', () => {
    expect([1_999, 2_000, 4_999, 5_000].map((tokens) => toText(at(tokens)[0]!).replace(/.*\((.*)\)/, '$1'))).toEqual([
      'normal',
      'moderate',
      'moderate',
      'high',
    ]);
    expect([1_999, 2_000, 5_000].map((tokens) => toneAt(tokens, 'emoji'))).toEqual(['good', 'warning', 'critical']);
    expect([1_999, 2_000, 5_000].map((tokens) => toneAt(tokens, 'off'))).toEqual(['plain', 'plain', 'plain']);
    expect(at(5_000, 'off').map(toText)).toEqual(['5k/min', '5k/min']);
  });

  it('is nothing where nothing burns or nobody knows, and for a quarter of an hour after it was measured', () => {
    expect([at(0), at(null)]).toEqual([[], []]);
    const since = (ageMs: number) => burn.draw(withFacts({ writtenAtMs: nowMs - ageMs }), null).length;
    expect([since(15 * minuteMs), since(15 * minuteMs + 1)]).toEqual([2, 0]);
  });
});

describe('the age of a cost', () => {
  const draw = (ageMs: number) => dayCost.draw(withFacts({ writtenAtMs: nowMs - ageMs }), null);

  it('is shown after five minutes, and at most 99 days', () => {
    expect(draw(5 * minuteMs)).toEqual([
      [{ text: '$12.50 today', tone: 'plain' }],
      [{ text: '$12.50', tone: 'plain' }],
    ]);
    expect(draw(5 * minuteMs + 1)[0]).toEqual([
      { text: '$12.50 today', tone: 'dim' },
      { text: ' (5m old)', tone: 'dim' },
    ]);
    expect(toText(draw(500 * 24 * 60 * minuteMs)[0]!)).toBe('$12.50 today (99d 0h old)');
  });
});
