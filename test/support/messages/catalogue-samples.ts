import { alertCalls } from './alert-calls.ts';
import { cliSamples } from './cli-samples.ts';
import { formatSamples } from './format-samples.ts';
import { problemSamples, sampleNowMs } from './message-samples.ts';
import { otherSamples } from './other-samples.ts';
import { pageSamples } from './page-samples.ts';
import { toPaths } from './typed-samples.ts';

/** A message that takes values. */
export type Say = (...values: readonly unknown[]) => unknown;
/** The arguments of one call. */
export type ArgumentList = readonly unknown[];

/** Arguments for messages that take more than plain texts and numbers. */
export const samples: Readonly<Record<string, readonly ArgumentList[]>> = {
  ...toPaths(pageSamples),
  ...toPaths({ cli: cliSamples }),
  ...toPaths({ format: formatSamples }),
  ...toPaths(otherSamples),
  ...Object.fromEntries(alertCalls.map(([kind, calls]) => [`notifications.${kind}`, calls])),
  ...Object.fromEntries(
    Object.entries(problemSamples).map(([id, facts]) => [
      `problems.${id}`,
      facts.map((parameters) => [parameters, sampleNowMs]),
    ]),
  ),
};

/** Values of each kind, a different one for each parameter. As durations, the numbers are several hours. */
const values = {
  text: ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'],
  number: [7_380_000, 11_220_000, 18_300_000, 26_340_000, 33_060_000],
  list: [['Golf'], ['Hotel'], ['India'], ['Juliett'], ['Kilo']],
} as const;

/** The first combination of texts, numbers and lists that both messages accept, or none. */
export function toArguments(message: Say, translated: Say): readonly ArgumentList[] {
  const kinds = ['text', 'number', 'list'] as const;
  for (let code = 0; code < kinds.length ** message.length; code += 1) {
    const list = Array.from({ length: message.length }, (_, place) => {
      const kind = kinds[Math.floor(code / kinds.length ** place) % kinds.length]!;
      return values[kind][place];
    });
    try {
      if (isSound(toText(message(...list))) && isSound(toText(translated(...list)))) return [list];
    } catch {
      // The message takes other values.
    }
  }
  return [];
}

/** Whether a sentence shows no sign of a missing value. */
export function isSound(text: string): boolean {
  return text.trim() !== '' && !/undefined|NaN|ليس\sرقم|\[object|∞|\bA, l, p/.test(text);
}

/** A sentence, or all sentences of a message that returns several. */
export function toText(said: unknown): string {
  if (said === null) return '–';
  return typeof said === 'object' ? Object.values(said).map(toText).join(' ') : String(said);
}

/** Every text and function of a catalogue by its path. */
export function toLeaves(group: object, prefix = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  for (const [name, value] of Object.entries(group) as [string, unknown][]) {
    if (typeof value === 'object' && value !== null) {
      for (const [path, leaf] of toLeaves(value, `${prefix}${name}.`)) leaves.set(path, leaf);
    } else leaves.set(`${prefix}${name}`, value);
  }
  return leaves;
}
