import type { ChannelConfig, ChannelConfigOf } from '../../../../shared/settings/channel-schema.ts';
import type { SettingsPatch } from '../../../../shared/settings/schema.ts';

/**
 * Whether a change of settings would make Fuelgauge run a program that settings.json does not name. Calls come from pages,
 * perhaps on another machine: they may turn a command on and off, but never say which program runs.
 */
export function addsCommand(patch: SettingsPatch, current: readonly ChannelConfig[]): boolean {
  const known = new Set(current.filter(isCommand).map(toKey));
  return (patch.alertChannels ?? []).filter(isCommand).some((config) => !known.has(toKey(config)));
}

function isCommand(config: ChannelConfig): config is ChannelConfigOf<'command'> {
  return config.kind === 'command';
}

function toKey({ program, args }: ChannelConfigOf<'command'>): string {
  return JSON.stringify([program, args]);
}
