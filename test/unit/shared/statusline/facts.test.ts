import { describe, expect, it } from 'vitest';
import { parseStatuslineFacts, statuslineFactsSchema } from '../../../../shared/statusline/facts.ts';

const facts = {
  schema: statuslineFactsSchema,
  writtenAtMs: 1,
  currency: {},
  thresholdsPercent: [],
  today: {},
  blocks: [],
  burn: {},
  windows: [],
  binding: null,
  sessions: [],
  agents: 0,
};

describe('parseStatuslineFacts', () => {
  it('takes what we wrote', () => {
    expect(parseStatuslineFacts(JSON.stringify(facts))).toEqual(facts);
  });

  it.each(['blocks', 'windows', 'sessions', 'thresholdsPercent', 'today', 'burn', 'currency', 'writtenAtMs', 'schema'])(
    'takes nothing without a usable %s',
    (name) => {
      for (const value of [undefined, null, 'text']) {
        expect(parseStatuslineFacts(JSON.stringify({ ...facts, [name]: value }))).toBeNull();
      }
    },
  );

  it.each(['', '{', 'null', '[]', '"fuelgauge"', '{}', '{"schema":"fuelgauge.statusline-state.v2"}'])(
    'takes nothing else: %s',
    (text) => {
      expect(parseStatuslineFacts(text)).toBeNull();
    },
  );
});
