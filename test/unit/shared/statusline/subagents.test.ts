import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { StatusTask } from '../../../../shared/domain/agent-status.ts';
import { statuslineWords } from '../../../../shared/messages/en/statusline.ts';
import { renderTasks } from '../../../../shared/statusline/subagents.ts';

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const task: StatusTask = {
  id: 'one',
  name: 'reviewer',
  status: 'running',
  description: 'Reads the change',
  model: 'opus',
  startedAtMs: nowMs - 120_000,
  tokens: 50_000,
  contextSizeTokens: 200_000,
};
const empty: StatusTask = {
  ...{ id: 'none', name: null, status: null, description: null, model: null },
  ...{ startedAtMs: null, tokens: null, contextSizeTokens: null },
};

function render(patch: Partial<StatusTask> = {}, width: number | null = null, hasColor = false): string | undefined {
  return renderTasks([{ ...task, ...patch }], { words: statuslineWords, nowMs, hasColor, width })[0]?.content;
}

describe('renderTasks', () => {
  it('has a line for each task, under its id', () => {
    const lines = renderTasks([task, empty], { words: statuslineWords, nowMs, hasColor: false, width: null });
    expect(lines.map(({ id }) => id)).toEqual(['one', 'none']);
    expect(lines[1]?.content).toBe('');
  });

  it('says name, state, context, time, model and what it does', () => {
    const { percent, count, duration } = statuslineWords;
    const fill = `${percent(25)} ${count(50_000)}`;
    expect(render()).toBe(['reviewer', 'running', fill, duration(120_000), 'opus', 'Reads the change'].join(' · '));
  });

  it('leaves out what is unknown, without a separator in its place', () => {
    expect(render({ status: null, model: null, startedAtMs: null, tokens: null })).toBe('reviewer · Reads the change');
    expect(render({ ...empty, tokens: 50_000 })).toBe(statuslineWords.count(50_000));
    expect(render({ contextSizeTokens: 0 })).toContain(` · ${statuslineWords.count(50_000)} · `);
  });

  it('never says more than a full context, nor a time before it began', () => {
    expect(render({ tokens: 900_000 })).toContain(statuslineWords.percent(100));
    expect(render({ startedAtMs: nowMs + 60_000 })).toContain(` · ${statuslineWords.duration(0)} · `);
  });

  it('shortens the description first, then drops what matters least', () => {
    const description = 'x'.repeat(100);
    expect(render({ description }, 70)).toMatch(/opus · x+…$/);
    expect(render({ description }, 70)!.length).toBeLessThanOrEqual(70);
    expect(render({ description }, 40)).not.toContain('x');
    expect(render({}, 20)).toMatch(/^reviewer/);
    expect(render({}, 20)).not.toContain('opus');
  });

  it('is plain text without color, and the same text in color', () => {
    const plain = render();
    const colored = render({}, null, true);
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored ?? '')).toBe(plain);
  });

  it('keeps control characters of a task out of the line', () => {
    const line = render({ name: 'a\u001b[31mb', description: 'one\ntwo' }) ?? '';
    expect(line).toBe(stripVTControlCharacters(line));
    expect(line).not.toContain('\n');
  });
});
