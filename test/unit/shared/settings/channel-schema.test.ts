import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { channelSchema, dropsCopies } from '../../../../shared/settings/channel-schema.ts';

describe('an alert whose fate is unknown after a crash', () => {
  const isSentAgain = (config: object) => dropsCopies(v.parse(channelSchema, { id: 'a', ...config }));

  it('is sent again only to who drops the second copy', () => {
    const webhook = { kind: 'webhook', url: 'https://a.example/hook' };
    expect(isSentAgain(webhook)).toBe(false);
    expect(isSentAgain({ ...webhook, dropsCopies: true })).toBe(true);
    expect(isSentAgain({ kind: 'web-push' })).toBe(true);
    expect(isSentAgain({ kind: 'slack' })).toBe(false);
  });
});
