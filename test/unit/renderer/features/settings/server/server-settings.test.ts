import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import {
  parseServerNumber,
  toHostOptions,
  toModulePath,
} from '../../../../../../renderer/features/settings/server/server-settings.ts';
import { defaultServerSettings, serverSettingSchemas } from '../../../../../../shared/settings/server-settings.ts';
import { safeParse } from 'valibot';

describe('the form of the server', () => {
  it.each([
    ['port', '8,377', 8377],
    ['port', '8.377', 8377],
    ['port', '80,5', null],
    ['port', '0', 0],
    ['port', '65536', null],
    ['port', '-1', null],
    ['port', '80.5', null],
    ['port', '', null],
    ['requestsPerMinute', '0', null],
    ['requestsPerMinute', '10 000 000', 10_000_000],
    ['maxBodyKilobytes', '1048577', null],
  ] as const)('reads %s from %j as %j, as its schema has it', (name, text, expected) => {
    const parsed = parseServerNumber(name, text);
    expect(parsed.ok ? parsed.value : null).toBe(expected);
    if (expected !== null) expect(safeParse(serverSettingSchemas[name], expected).success).toBe(true);
  });

  it('offers the address of the settings, whatever it is', () => {
    const known = toHostOptions(defaultServerSettings.host).map(({ value }) => value);
    expect(known).toEqual(['127.0.0.1', '0.0.0.0']);
    expect(toHostOptions('gauge.example').at(-1)).toEqual({ value: 'gauge.example', label: 'gauge.example' });
  });

  it('draws every dark module of a code', () => {
    const { data } = encode('https://192.0.2.7:8377/#pair=abc');
    const path = toModulePath(data);
    expect(path.split('M').length - 1).toBe(data.flat().filter(Boolean).length);
    expect(toModulePath([[false, true]])).toBe('M1 0h1v1h-1z');
  });
});
