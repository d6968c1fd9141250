import { describe, expect, it } from 'vitest';
import { formatTasks, parseTasks } from '../../../../../../shared/sources/claude-code/statusline/tasks.ts';

describe('the tasks in a payload', () => {
  it('have a name, a status, a model, a start time and a size', () => {
    const task = {
      ...{ id: 'a', name: 'Reader', type: 'explore', status: 'running', description: 'Reads', label: 'R' },
      ...{ model: 'opus', startTime: 1_780_315_500, tokenCount: 5, contextWindowSize: 200_000 },
    };
    expect(parseTasks({ tasks: [task] })).toEqual([
      {
        ...{ id: 'a', name: 'Reader', status: 'running', description: 'Reads', model: 'opus' },
        ...{ startedAtMs: 1_780_315_500_000, tokens: 5, contextSizeTokens: 200_000 },
      },
    ]);
  });

  it('use their type and label if they have no name and description', () => {
    expect(parseTasks({ tasks: [{ id: 'a', type: 'explore', label: 'R' }] })).toMatchObject([
      { name: 'explore', description: 'R', status: null, tokens: null },
    ]);
  });

  it('are left out without a valid id, which the answer needs', () => {
    expect(parseTasks({ tasks: [{ name: 'x' }, null, { id: '' }, { id: 'x'.repeat(501) }] })).toEqual([]);
    expect(parseTasks({})).toBeNull();
  });

  it('are limited to the first two hundred', () => {
    const tasks = Array.from({ length: 300 }, (_, index) => ({ id: `t${index}` }));
    expect(parseTasks({ tasks })?.map(({ id }) => id)).toEqual(tasks.slice(0, 200).map(({ id }) => id));
  });

  it('are answered with one line each', () => {
    expect(
      formatTasks([
        { id: 'a', content: '"x"\n' },
        { id: 'b', content: '' },
      ]),
    ).toBe('{"id":"a","content":"\\"x\\"\\n"}\n{"id":"b","content":""}\n');
  });
});
