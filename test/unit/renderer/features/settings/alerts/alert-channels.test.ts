import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  addableKinds,
  createChannel,
  describeTest,
} from '../../../../../../renderer/features/settings/alerts/alert-channels.ts';
import { channelSchema } from '../../../../../../shared/settings/channel-schema.ts';

const places = {
  slack: '',
  discord: '',
  teams: '',
  ntfy: ' fuel ',
  telegram: '@mine',
  webhook: 'https://a.example/h',
  email: 'ada@a.example smtp.a.example:465',
};

describe('createChannel', () => {
  it.each(addableKinds)('makes a %s that the schema takes as it is, off', (kind) => {
    const created = createChannel(kind, places[kind], []);
    if (!created.ok) throw new Error(created.error);
    expect(v.parse(channelSchema, created.value)).toEqual(created.value);
    expect(created.value).toMatchObject({ id: kind, isOn: false });
  });

  it('gives each a name of its own', () => {
    const created = createChannel('slack', '', [{ id: 'slack' }, { id: 'slack-2' }]);
    expect(created).toMatchObject({ value: { id: 'slack-3' } });
  });

  it.each([
    ['ntfy', 'a topic'],
    ['ntfy', ''],
    ['telegram', 'ada'],
    ['email', 'ada@a.example'],
    ['email', 'ada@a.example smtp.a.example:99999'],
    ['email', 'ada@a.example,eve@b.example smtp.a.example'],
    ['webhook', 'example.com'],
    ['webhook', 'https://user@example.com'],
  ] as const)('refuses a %s at "%s"', (kind, place) => expect(createChannel(kind, place, []).ok).toBe(false));
});

describe('describeTest', () => {
  it('says how a test ended', () => {
    expect(describeTest('a', { ok: true, value: null })).toBe('The test was delivered on “a”.');
    expect(describeTest('a', { ok: false, error: { kind: 'no-secret' } })).toContain('Its secret is missing.');
    expect(describeTest('a', null)).toBe('Fuelgauge is not responding.');
  });
});
