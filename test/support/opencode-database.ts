/** The relevant tables of OpenCode's database; in WAL mode, like the real one. */
export const openCodeSchema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE session (id TEXT PRIMARY KEY, parent_id TEXT, directory TEXT NOT NULL, version TEXT NOT NULL);
  CREATE TABLE message (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL, time_created INTEGER NOT NULL, time_updated INTEGER NOT NULL,
    data TEXT NOT NULL
  );
  INSERT INTO session VALUES ('ses_1', NULL, '/home/ada/loom', '1.18.33');`;

const startMs = Date.UTC(2026, 4, 4, 9);

/** A message's data: an answer with this many output tokens, complete or still being written. */
export function toAnswerData(index: number, output: number, hasEnded = true): string {
  const created = startMs + index * 1000;
  return JSON.stringify({
    role: 'assistant',
    modelID: 'claude-sonnet-4-6',
    providerID: 'anthropic',
    cost: 0,
    tokens: { input: 10, output, reasoning: 0, cache: { read: 100, write: 0 } },
    time: hasEnded ? { created, completed: created + 500 } : { created },
  });
}

/** The statement that stores an answer. */
export function insertAnswer(index: number, output: number, hasEnded = true): string {
  const data = toAnswerData(index, output, hasEnded).replaceAll("'", "''");
  return `INSERT INTO message VALUES ('${toMessageId(index)}', 'ses_1', 0, 0, '${data}');`;
}

/** The statement that completes an answer. */
export function endAnswer(index: number, output: number): string {
  return `UPDATE message SET data = '${toAnswerData(index, output)}' WHERE id = '${toMessageId(index)}';`;
}

/** The id of a message, which contains its time. */
export function toMessageId(index: number): string {
  const time = BigInt(startMs + index * 1000) % 2n ** 36n;
  return `msg_${time.toString(16).padStart(9, '0')}001test`;
}
