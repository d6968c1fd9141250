import { describe, expect, it } from 'vitest';
import { createTaskReader } from '../../../../../../shared/sources/lib/editor-tasks/history.ts';
import { eventsOf } from '../../../../../support/count-events.ts';

const path = '/home/ada/.config/Code/User/globalStorage/x/tasks/t1/ui_messages.json';
const startMs = 1_777_885_200_000;

function toTurn(atMs: number, model: string) {
  const text = `<environment_details>\n<model>${model}</model>\n</environment_details>`;
  return { role: 'user', ts: startMs + atMs, content: [{ type: 'text', text }] };
}

function findModels(conversation: unknown, times: readonly number[]) {
  const text = JSON.stringify({ tokensIn: 10, tokensOut: 1, cacheWrites: 0, cacheReads: 0, cost: 0 });
  const value = times.map((time) => ({ ts: startMs + time, type: 'say', say: 'api_req_started', text }));
  const sideTexts = [typeof conversation === 'string' ? conversation : JSON.stringify(conversation), null];
  const records = createTaskReader('x')({ path, value, sideTexts });
  return eventsOf(records).map(({ profile }) => profile.model);
}

describe('createTaskReader', () => {
  it('knows the model from the turn that was written just after the request', () => {
    const conversation = [toTurn(20, 'gpt-5.4'), toTurn(5, 'claude-sonnet-4-6'), { role: 'user' }, null];
    expect(findModels(conversation, [1, 5, 6, 20, 30])).toEqual([
      'claude-sonnet-4-6',
      'claude-sonnet-4-6',
      'gpt-5.4',
      'gpt-5.4',
      'gpt-5.4',
    ]);
  });

  it.each([['not JSON'], ['{}'], ['null'], ['[{"role":"user","ts":"soon","content":7}]']])(
    'counts a task beside a conversation that is %s',
    (conversation) => {
      expect(findModels(conversation, [1])).toEqual(['unknown']);
    },
  );
});
