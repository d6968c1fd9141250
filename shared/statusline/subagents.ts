import type { StatusTask } from '../domain/agent-status.ts';
import type { StatuslineWords } from '../messages/en/statusline.ts';
import { cleanText } from '../lib/clean-text.ts';
import { fitLine, type LinePart } from './layout.ts';
import { paintLine } from './paint.ts';
import { inTone } from './segment.ts';

/** One line for each task that runs beside a session: its name, model, context, time and what it does. */
export function renderTasks(
  tasks: readonly StatusTask[],
  options: {
    readonly words: StatuslineWords;
    readonly nowMs: number;
    readonly hasColor: boolean;
    readonly width: number | null;
  },
): readonly { readonly id: string; readonly content: string }[] {
  const { words, nowMs, hasColor, width } = options;
  return tasks.map((task) => {
    const cell = (text: string | null, tone: 'accent' | 'plain' | 'dim', priority: number): LinePart => ({
      kind: 'cell',
      forms: text === null ? [] : inTone(tone, cleanText(text)),
      priority,
    });
    const share = !task.contextSizeTokens || task.tokens === null ? null : (task.tokens / task.contextSizeTokens) * 100;
    const tokens = task.tokens === null ? null : words.count(task.tokens);
    const fill = share === null ? tokens : words.context(words.percent(Math.min(100, share)), tokens);
    const ageMs = task.startedAtMs === null ? null : Math.max(0, nowMs - task.startedAtMs);
    const between: LinePart = { kind: 'text', text: ' · ' };
    const parts: readonly LinePart[] = [
      cell(task.name, 'accent', 5),
      between,
      cell(task.status, 'plain', 4),
      between,
      cell(fill, 'plain', 3),
      between,
      cell(ageMs === null ? null : words.duration(ageMs), 'dim', 2),
      between,
      cell(task.model, 'dim', 1),
      between,
      { kind: 'cell', forms: inTone('dim', ...toShorter(task.description)), priority: 0 },
    ];
    return { id: task.id, content: paintLine(fitLine(parts, width), 'plain', hasColor) };
  });
}

/** A text and shorter and shorter beginnings of it, which say most. */
function toShorter(text: string | null): readonly string[] {
  const whole = cleanText(text ?? '');
  const shorter = [80, 60, 40, 25].filter((length) => length < whole.length);
  return whole === '' ? [] : [whole, ...shorter.map((length) => `${whole.slice(0, length - 1)}…`)];
}
