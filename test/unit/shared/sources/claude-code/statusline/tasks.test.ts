import { describe, expect, it } from 'vitest';
import { formatTasks, parseTasks } from '../../../../../../shared/sources/claude-code/statusline/tasks.ts';

describe('the tasks of a payload', () => {
  it('have a name, a state, a model, a beginning and a size', () => {
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

  it('have their kind and label in place of a name and a description', () => {
    expect(parseTasks({ tasks: [{ id: 'a', type: 'explore', label: 'R' }] })).toMatchObject([
      { name: 'explore', description: 'R', status: null, tokens: null },
    ]);
  });

  it('are left out without an id, by which they are answered', () => {
    expect(parseTasks({ tasks: [{ name: 'x' }, null, { id: '' }, { id: 'x'.repeat(501) }] })).toEqual([]);
    expect(parseTasks({})).toBeNull();
  });

  it('are the first two hundred', () => {
    const tasks = Array.from({ length: 300 }, (_, index) => ({ id: `t${index}` }));
    expect(parseTasks({ tasks })?.map(({ id }) => id)).toEqual(tasks.slice(0, 200).map(({ id }) => id));
  });

  it('are answered a line each', () => {
    expect(
      formatTasks([
        { id: 'a', content: '"x"\n' },
        { id: 'b', content: '' },
      ]),
    ).toBe('{"id":"a","content":"\\"x\\"\\n"}\n{"id":"b","content":""}\n');
  });
});
