import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { addsCommand } from '../../../../../../main/node/host/settings/keep-commands.ts';
import { channelsSchema } from '../../../../../../shared/settings/channel-schema.ts';

const toChannels = (...channels: readonly object[]) => v.parse(channelsSchema, channels);
const command = { kind: 'command', id: 'c', program: '/usr/bin/logger', args: ['-t', 'fuel'] };

describe('addsCommand', () => {
  it('is true for a program or an argument that settings.json does not name', () => {
    const current = toChannels(command);
    for (const changed of [{ program: '/bin/sh' }, { args: [] }, { args: ['-t', 'fuel', '-s'] }]) {
      expect(addsCommand({ alertChannels: toChannels({ ...command, ...changed }) }, current)).toBe(true);
    }
    expect(addsCommand({ alertChannels: toChannels(command) }, [])).toBe(true);
  });

  it('is false for turning one on and off, removing it, other channels, and other settings', () => {
    const current = toChannels(command);
    const on = toChannels({ ...command, isOn: true, maxPerHour: 3 }, { kind: 'slack', id: 's' });
    for (const patch of [{ alertChannels: on }, { alertChannels: [] }, {}]) {
      expect(addsCommand(patch, current)).toBe(false);
    }
  });
});
