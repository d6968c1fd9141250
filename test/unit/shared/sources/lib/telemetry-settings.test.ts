import { describe, expect, it } from 'vitest';
import { createBlockSettings, createEnvSettings } from '../../../../../shared/sources/lib/telemetry-settings.ts';

describe('lines at the end of a settings file', () => {
  const settings = createBlockSettings(
    () => '/x',
    /^\[otel\]/m,
    (endpoint, token) => `[otel]\nto = ${endpoint} ${token}`,
  );
  const block = '#fuelgauge-otel-begin\n[otel]\nto = e t\n#fuelgauge-otel-end\n';

  it.each([null, '', 'a = 1\n', '# a comment\n'])('are added to %j, and removed again', (text) => {
    expect(settings.add(text, 'e', 't')).toEqual({ text: `${text ?? ''}${block}` });
    expect(settings.remove(`${text ?? ''}${block}`)).toBe(text ?? '');
  });

  it('start on a new line', () => {
    expect(settings.add('a = 1', 'e', 't')).toEqual({ text: `a = 1\n${block}` });
  });

  it('are present only once: a new address replaces the old one', () => {
    expect(settings.add(`a = 1\n${block}`, 'e2', 't')).toEqual({
      text: `a = 1\n${block.replace('e t', 'e2 t')}`,
    });
  });

  it('keep what others wrote after them when they are removed', () => {
    expect(settings.remove(`a = 1\n${block}b = 2\n`)).toBe('a = 1\nb = 2\n');
  });

  it('are not added if the user has their own', () => {
    expect(settings.add('[otel]\n', 'e', 't')).toBe('own-settings');
    expect(settings.add(`[otel]\n${block}`, 'e', 't')).toBe('own-settings');
  });

  it('are not removed if one of their markers is missing', () => {
    for (const text of [
      '',
      'a = 1\n',
      '#fuelgauge-otel-begin\n[otel]\n',
      `#fuelgauge-otel-end\n${block.slice(0, 30)}`,
    ]) {
      expect(settings.remove(text)).toBeNull();
    }
  });
});

describe('variables in a settings file', () => {
  const settings = createEnvSettings(
    () => '/x',
    (endpoint, token) => ({ ON: '1', OTEL_TO: endpoint, OTEL_AS: token }),
  );
  const ours = { ON: '1', OTEL_TO: 'e', OTEL_AS: 't' };
  const add = (text: string | null) => {
    const added = settings.add(text, 'e', 't');
    return typeof added === 'string' ? added : (JSON.parse(added.text) as unknown);
  };

  it('are added to a new file or to existing settings', () => {
    expect([add(null), add(' \n')]).toEqual([{ env: ours }, { env: ours }]);
    expect(add('{"model":"x"}')).toEqual({ model: 'x', env: ours });
    expect(add('{"env":{"PATH":"/x","ON":"0"}}')).toEqual({ env: { PATH: '/x', ...ours } });
  });

  it('are not added if the user has their own exporter', () => {
    expect(add('{"env":{"OTEL_TO":"elsewhere"}}')).toBe('own-settings');
    expect(add('{"env":{"OTEL_OTHER":"x"}}')).toBe('own-settings');
    expect(add(JSON.stringify({ env: ours }))).toEqual({ env: ours });
    expect(add('{"env":{"HOTEL_TO":"x"}}')).toEqual({ env: { HOTEL_TO: 'x', ...ours } });
  });

  it.each(['[]', 'no', '{"env":[]}', '{"env":null}'])('are not added to malformed settings: %s', (text) => {
    expect(add(text)).toBe('not-understood');
  });

  it('are removed, along with the env object if it is then empty', () => {
    expect(settings.remove(JSON.stringify({ a: 1, env: ours }))).toBe('{"a":1}');
    const left = settings.remove(JSON.stringify({ env: { ...ours, PATH: '/x' } }));
    expect(JSON.parse(left!)).toEqual({ env: { PATH: '/x' } });
  });

  it('are not removed unless all of them are present', () => {
    for (const text of ['{}', 'no', '{"env":{"ON":"1","OTEL_TO":"e"}}']) expect(settings.remove(text)).toBeNull();
  });

  it('are indented like the rest of the file', () => {
    const added = settings.add('{\n  "a": 1\n}\n', 'e', 't');
    expect(added).toEqual({
      text: '{\n  "a": 1,\n  "env": {\n    "ON": "1",\n    "OTEL_TO": "e",\n    "OTEL_AS": "t"\n  }\n}\n',
    });
  });
});
