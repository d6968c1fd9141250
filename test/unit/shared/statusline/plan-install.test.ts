import { describe, expect, it } from 'vitest';
import {
  findInstallation,
  planStatuslineInstall,
  planStatuslineUninstall,
  type InstallPlan,
} from '../../../../shared/statusline/plan-install.ts';

const ours = 'fuelgauge statusline --installed abc-1';
const shape = {
  settingsKey: 'line',
  tasksKey: 'tasks',
  toSetting: (command: string, present: unknown) => (present === 'not ours to read' ? null : { command }),
  findCommand: (value: unknown) => (value as { command?: string } | undefined)?.command ?? null,
};

function plan(text: string | null, withTasks = false, command = ours, remembered: InstallPlan | null = null) {
  const result = planStatuslineInstall(text, shape, { command, withTasks, remembered });
  return result.ok ? result.value : result.error;
}
const planned = (...parameters: Parameters<typeof plan>) => plan(...parameters) as InstallPlan;

describe('findInstallation', () => {
  it.each([
    [ours, 'abc-1'],
    ['"/opt/fuelgauge" statusline --template "{model}\n{cost}" --installed=x_9 --width 80', 'x_9'],
    ['fuelgauge statusline', null],
    ['fuelgauge status --installed abc', null],
    ['fuelgauge statusline --installed abc!', null],
    [`fuelgauge statusline --installed ${'a'.repeat(65)}`, null],
    [null, null],
  ])('%j is the installation %j', (command, expected) => {
    expect(findInstallation(command)).toBe(expected);
  });
});

describe('planStatuslineInstall', () => {
  it('writes as the file is written', () => {
    const tabs = '{\r\n\t"a": 1\r\n}\r\n';
    expect(planned(tabs).after).toBe(`{\r\n\t"a": 1,\r\n\t"line": {\r\n\t\t"command": "${ours}"\r\n\t}\r\n}\r\n`);
    expect(planned('{"a":1}').after).toMatch(new RegExp(`"line": ?\\{"command":"${ours}"\\}`));
    expect(JSON.parse(planned('{"a":1}').after)).toEqual({ a: 1, line: { command: ours } });
  });

  it.each([null, '', '  \n'])('starts a file where there is none: %j', (text) => {
    const { after, previousCommand, previousValues } = planned(text);
    expect(after).toBe(`{\n  "line": {\n    "command": "${ours}"\n  }\n}\n`);
    expect([previousCommand, previousValues]).toEqual([null, { line: null }]);
  });

  it('remembers the command that was there, as it was written', () => {
    const { previousCommand, previousValues } = planned('{ "line": { "command": "mine",  "x": 1 } }');
    expect(previousCommand).toBe('mine');
    expect(previousValues).toEqual({ line: '{ "command": "mine",  "x": 1 }' });
  });

  it('replaces one of ours and keeps what it remembers', () => {
    const first = planned('{ "line": { "command": "mine" } }');
    const second = planned(first.after, false, 'fuelgauge statusline --installed new', first);
    expect(second.previousCommand).toBe('mine');
    expect(second.previousValues).toEqual(first.previousValues);
    expect(JSON.parse(second.after)).toEqual({ line: { command: 'fuelgauge statusline --installed new' } });
  });

  it('has nothing to give back for one of ours that it knows nothing about', () => {
    const unknown = planned(`{ "line": { "command": "${ours}" } }`, false, 'fuelgauge statusline --installed new');
    expect([unknown.previousCommand, unknown.previousValues]).toEqual([null, { line: null }]);
  });

  it('sets the line of tasks only when asked, and never in place of another command', () => {
    expect(JSON.parse(planned('{}', false).after)).toEqual({ line: { command: ours } });
    expect(JSON.parse(planned('{}', true).after)).toEqual({ line: { command: ours }, tasks: { command: ours } });
    const other = planned('{ "tasks": { "command": "mine" } }', true);
    expect(JSON.parse(other.after)).toEqual({ tasks: { command: 'mine' }, line: { command: ours } });
    expect(other.previousValues).toEqual({ line: null });
  });

  it.each(['[]', '"text"', 'null', '{ "a": '])('refuses what are no settings: %s', (text) => {
    expect(plan(text)).toBe('not-json');
  });

  it('refuses a value of a form that it does not know', () => {
    expect(plan('{ "line": "not ours to read" }')).toBe('not-understood');
  });
});

describe('planStatuslineUninstall', () => {
  const undo = (text: string, previousValues: InstallPlan['previousValues'], id: string | null = 'abc-1') => {
    const result = planStatuslineUninstall(text, shape, { previousValues, id });
    return result.ok ? result.value : result.error;
  };

  it.each(['{ "a": 1, "line": { "command": "mine",  "x": 1 } }', '{\n  "a": 1\n}\n'])('gives back %j', (text) => {
    const { after, previousValues } = planned(text, true);
    expect(JSON.parse(undo(after, previousValues))).toEqual(JSON.parse(text));
    expect(undo(after, previousValues)).not.toContain('fuelgauge');
  });

  it('leaves alone what is not ours any more', () => {
    const changed = '{ "line": { "command": "another" } }';
    expect(undo(changed, { line: null, tasks: null })).toBe(changed);
  });

  it('leaves alone what another installation has taken over, unless any is meant', () => {
    const taken = '{ "line": { "command": "fuelgauge statusline --installed other" } }';
    expect(undo(taken, { line: null })).toBe(taken);
    expect(JSON.parse(undo(taken, { line: null }, null))).toEqual({});
  });

  it('refuses what are no settings', () => {
    expect(undo('[]', { line: null })).toBe('not-json');
  });
});
