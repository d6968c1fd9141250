import { describe, expect, it } from 'vitest';
import { createHookSettings } from '../../../../../shared/sources/lib/hook-settings.ts';

const settings = createHookSettings('codex', ['Stop', 'PreToolUse'], () => '/x');
const command = ['fuelgauge', 'hook', 'codex', '--data', '/home/ada/my data'];
const ours = { hooks: [{ type: 'command', command: "fuelgauge hook codex --data '/home/ada/my data'", timeout: 5 }] };
const own = { matcher: 'Bash', hooks: [{ type: 'command', command: './lint hook codexlike' }] };

describe('hooks in a settings file', () => {
  it('stand beside those of the person, once, however often they are entered', () => {
    const before = `{\n  // mine\n  "model": "x",\n  "hooks": ${JSON.stringify({ Stop: [own], Own: [own] })}\n}\n`;
    const added = settings.add(before, ['old', 'hook', 'codex']);
    const again = settings.add(added, command);
    expect(again).toContain('// mine');
    expect(JSON.parse(again!.replace('// mine', ''))).toEqual({
      model: 'x',
      hooks: { Stop: [own, ours], Own: [own], PreToolUse: [ours] },
    });
    expect(JSON.parse(settings.remove(again!)!.replace('// mine', ''))).toEqual({
      model: 'x',
      hooks: { Stop: [own], Own: [own] },
    });
  });

  it('are all there is in a new file, as it is printed', () => {
    const hooks = { Stop: [ours], PreToolUse: [ours] };
    expect(JSON.parse(settings.add(null, command)!)).toEqual({ hooks });
    expect(JSON.parse(settings.print(command))).toEqual({ hooks });
    expect(settings.remove(settings.add('{"a":1}', command)!)).toBe('{"a":1}');
  });

  it('leave a file alone that is not what the agent reads, or has none of them', () => {
    for (const text of ['[]', 'not json', '{"hooks":[]}', '{"hooks":{"Stop":{}}}']) {
      expect(settings.add(text, command)).toBeNull();
    }
    for (const text of ['[]', 'not json', '{}', JSON.stringify({ hooks: { Stop: [own], Own: [] } })]) {
      expect(settings.remove(text)).toBeNull();
    }
  });
});
