import fc from 'fast-check';
import { addUsage, emptyUsage, type TokenUsage } from '../../shared/domain/token-usage.ts';
import { openCodeSchema } from './opencode-database.ts';
import type { GeneratedFile, GeneratedLogs, LogGenerator } from './generated-logs.ts';

const startMs = Date.UTC(2026, 4, 4, 9);

const answer = fc.record({
  /** Tokens of output after each step; all but the last are written while the answer runs. */
  outputs: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 3 }),
  input: fc.integer({ min: 1, max: 5000 }),
  reasoning: fc.constantFrom(0, 33),
  cacheRead: fc.constantFrom(0, 100),
  end: fc.constantFrom('completed', 'finish', 'error', 'never'),
  /** `both`: from before the database, which has imported it. */
  place: fc.constantFrom('database', 'database', 'file', 'both'),
  session: fc.constantFrom('ses_1', 'ses_2'),
  isForked: fc.boolean(),
  model: fc.constantFrom('claude-sonnet-4-6', 'gpt-5.2'),
});

type Answer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;

/** Statements about one message, in order. */
type Story = readonly string[];

const home = fc.record({
  answers: fc.array(answer, { minLength: 1, maxLength: 7 }),
  mix: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
});

/**
 * Builds the generator of an agent that keeps its messages as OpenCode does, in a database of this name below a folder:
 * answers as they grow and end, and the files that were there before the database.
 */
export function createAnswerGenerator(folder: string, name: string): LogGenerator {
  return {
    logs: home.map(({ answers, mix }) => toLogs(folder, name, answers, mix)),
    copyOf: (path, number) =>
      path.endsWith('.db')
        ? path.replace(`${name}.db`, `${name}-channel-${number}.db`)
        : path.replace(/message\/[^/]+/, `message/ses_copy${number}`),
  };
}

function toLogs(folder: string, name: string, answers: readonly Answer[], mix: readonly number[]): GeneratedLogs {
  const stories = answers.flatMap((one, index) => [...toStories(one, index), [insertUser(index)]]);
  // Closing gaps renumbers the rows.
  const gaps = [99, 97].map((index) => [insertUser(index), deleteUser(index), 'VACUUM']);
  const statements = [...interleave([...stories, ...gaps], mix), insertUser(98)];
  const schema = `${openCodeSchema} INSERT INTO session VALUES ('ses_2', 'ses_1', '/home/ada/loom', '1.18.33');`;
  return {
    files: [
      { path: `${folder}/${name}.db`, schema, statements },
      ...answers.flatMap((one, index) => toFile(folder, one, index)),
    ],
    spent: answers.map(toSpent).reduce(addUsage, emptyUsage),
  };
}

function toStories(one: Answer, index: number): readonly Story[] {
  if (one.place === 'file') return [];
  const id = toId(index, 0);
  const [first = '', ...updates] = toVersions(one, index);
  const story = [
    insert(id, one.session, first),
    ...updates.map((text) => `UPDATE message SET data = ${quote(text)} WHERE id = '${id}'`),
  ];
  // A fork copies what has ended, under an id of its own time.
  const last = updates.at(-1) ?? first;
  return [one.isForked && one.end !== 'never' ? [...story, insert(toId(index, 7_200_000), 'ses_3', last)] : story];
}

function toFile(folder: string, one: Answer, index: number): readonly GeneratedFile[] {
  if (one.place === 'database') return [];
  const id = toId(index, 0);
  const versions = toVersions(one, index).map((text) =>
    JSON.stringify({ id, sessionID: one.session, ...(JSON.parse(text) as object) }, null, 2),
  );
  return [{ path: `${folder}/storage/message/${one.session}/${id}.json`, versions }];
}

function toVersions(one: Answer, index: number): readonly string[] {
  return one.outputs.map((output, step) =>
    JSON.stringify(toMessage(one, index, output, step === one.outputs.length - 1)),
  );
}

function toMessage(one: Answer, index: number, output: number, isLast: boolean): object {
  const created = startMs + index * 60_000;
  const end = isLast ? one.end : 'never';
  return {
    role: 'assistant',
    modelID: one.model,
    providerID: 'anthropic',
    path: { cwd: '/home/ada/loom' },
    cost: 0,
    tokens: { input: one.input, output, reasoning: one.reasoning, cache: { read: one.cacheRead, write: 0 } },
    time: end === 'completed' ? { created, completed: created + 500 } : { created },
    finish: end === 'finish' ? 'stop' : 'tool-calls',
    ...(end === 'error' && { error: { name: 'MessageAbortedError' } }),
    summary: { diffs: 'Gewebt: ä😀' },
  };
}

function toSpent(one: Answer): TokenUsage {
  if (one.end === 'never') return emptyUsage;
  return {
    ...emptyUsage,
    inputTokens: one.input,
    cacheReadTokens: one.cacheRead,
    outputTokens: one.outputs.at(-1)! + one.reasoning,
    reasoningTokens: one.reasoning,
  };
}

/** One list out of several, each in its own order. */
function interleave(stories: readonly Story[], mix: readonly number[]): readonly string[] {
  const left = stories.filter((story) => story.length > 0).map((story) => [...story]);
  const mixed: string[] = [];
  for (let turn = 0; left.length > 0; turn++) {
    const place = mix[turn % mix.length]! % left.length;
    const story = left[place]!;
    mixed.push(story.shift()!);
    if (story.length === 0) left.splice(place, 1);
  }
  return mixed;
}

function insert(id: string, session: string, text: string): string {
  return `INSERT INTO message VALUES ('${id}', '${session}', 0, 0, ${quote(text)})`;
}

function insertUser(index: number): string {
  return insert(`msg_user${index}`, 'ses_1', JSON.stringify({ role: 'user', time: { created: startMs } }));
}

function deleteUser(index: number): string {
  return `DELETE FROM message WHERE id = 'msg_user${index}'`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The id of a message: it carries the time of its making, `laterMs` after the answer. */
function toId(index: number, laterMs: number): string {
  const time = BigInt(startMs + index * 60_000 + laterMs) % 2n ** 36n;
  return `msg_${time.toString(16).padStart(9, '0')}001test`;
}
