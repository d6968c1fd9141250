import { describe, expect, it } from 'vitest';
import { toParts } from '../../../../../renderer/features/health/parts.ts';
import { createProblem, type Problem } from '../../../../../shared/domain/problem.ts';
import { createMessages } from '../../../../../shared/messages/catalogue.ts';
import { describeProblem } from '../../../../../shared/messages/describe-problem.ts';

/** The sentence with what is hidden in brackets. */
function mark(problem: Problem): string {
  const sentence = describeProblem(problem, createMessages(), 0);
  const parts = toParts(sentence, problem);
  expect(parts.map(({ text }) => text).join('')).toBe(sentence);
  return parts.map(({ text, isPrivate }) => (isPrivate ? `[${text}]` : text)).join('');
}

describe('paths in a problem', () => {
  it('are told from the words around them: a full disk', () => {
    const folder = '/home/ada lovelace/.local/share/fuelgauge';
    expect(mark(createProblem('ledger-write', { folder, failure: { kind: 'disk-full' } }))).toBe(
      `The disk is full: Fuelgauge cannot write its ledger in [${folder}]. ` +
        'Free some space; Fuelgauge then resumes automatically.',
    );
  });

  it('are found in the message of an error, and a folder in what is inside it', () => {
    const folder = String.raw`C:\Users\ada\Fuelgauge`;
    const detail = String.raw`cannot map C:\Users\ada\Fuelgauge\ledger.db, see /var/log/x.`;
    expect(mark(createProblem('ledger-unusable', { folder, failure: { kind: 'other', detail } }))).toBe(
      String.raw`Fuelgauge cannot use its ledger in [C:\Users\ada\Fuelgauge]: cannot map ` +
        String.raw`[C:\Users\ada\Fuelgauge\ledger.db], see [/var/log/x.]`,
    );
  });

  it('are all there is to hide', () => {
    expect(mark(createProblem('own-memory', { megabytes: 300, budgetMegabytes: 200 }))).not.toContain('[');
  });
});
