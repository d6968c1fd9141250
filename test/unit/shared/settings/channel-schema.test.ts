import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { channelSchema, dropsCopies } from '../../../../shared/settings/channel-schema.ts';

describe('an alert whose fate is unknown after a crash', () => {
  const isSentAgain = (config: object) => dropsCopies(v.parse(channelSchema, { id: 'a', ...config }));

  it('is sent again only to who finds its id in both copies', () => {
    const webhook = { kind: 'webhook', url: 'https://a.example/hook' };
    expect(isSentAgain(webhook)).toBe(true);
    expect(isSentAgain({ ...webhook, template: '{"text":"{{title}}"}' })).toBe(false);
    expect(isSentAgain({ kind: 'slack' })).toBe(false);
  });
});
