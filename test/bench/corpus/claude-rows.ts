import type { LogsFigures } from './claude-logs.ts';
import type { FileWriter } from './file-writer.ts';
import { createLineSizes } from './line-sizes.ts';
import type { Prose } from './prose.ts';
import type { Random } from './random.ts';

/** What all rows of a transcript have in common. */
export interface ClaudeSession {
  readonly id: string;
  readonly folder: string;
  readonly model: string;
  readonly branch: string;
  readonly version: string;
  readonly startMs: number;
  /** Set in the transcript of a subagent. */
  readonly agentId: string | null;
}

/** Writes transcripts and sums their contents. */
export interface ClaudeRows {
  /** Writes a session with this many responses. */
  writeSession(writer: FileWriter, session: ClaudeSession, responses: number): void;
  figures(): Pick<LogsFigures, 'rows' | 'responses' | 'tokens'>;
}

/** Line sizes measured in 120 transcripts of ten people; the largest are tool results in bug reports. */
const assistantSizes = createLineSizes([
  [0, 780],
  [0.1, 810],
  [0.5, 1182],
  [0.9, 3011],
  [0.99, 15_545],
  [0.999, 29_940],
  [1, 44_210],
]);
const userSizes = createLineSizes([
  [0, 400],
  [0.1, 657],
  [0.5, 2016],
  [0.9, 16_076],
  [0.99, 58_611],
  [0.999, 168_591],
  [0.9999, 523_072],
  [1, 3_000_000],
]);
const otherSizes = createLineSizes([
  [0, 90],
  [0.1, 480],
  [0.5, 580],
  [0.9, 2600],
  [0.99, 17_000],
  [1, 52_226],
]);

const idLetters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const maxContext = 170_000;

/** Builds the transcript writer. */
export function createClaudeRows(
  random: Random,
  prose: Prose,
  content: 'whole' | 'usage',
  rowsPerResponse: 'several' | 'one',
): ClaudeRows {
  let rows = 0;
  let responses = 0;
  const tokens = { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 };
  const toId = (prefix: string): string => `${prefix}01${random.text(22, idLetters)}`;

  /** The end of every record of a transcript. */
  const toTail = (session: ClaudeSession, atMs: number): string =>
    `"uuid":"${random.uuid()}","timestamp":"${new Date(atMs).toISOString()}","userType":"external","entrypoint":"cli",` +
    `"cwd":"${session.folder}","sessionId":"${session.id}","version":"${session.version}",` +
    `"gitBranch":"${session.branch}"}`;

  const toHead = (session: ClaudeSession): string =>
    `{"parentUuid":"${random.uuid()}","isSidechain":${session.agentId !== null},` +
    (session.agentId === null ? '' : `"agentId":"${session.agentId}",`);

  const writeBlock = (writer: FileWriter, block: number, bytes: number): void => {
    if (content === 'usage') return writer.text('{"type":"text","text":"Done."}');
    if (block === 0 && random.chance(0.4)) {
      writer.text('{"type":"thinking","thinking":"","signature":"');
      prose.writeBase64(writer, Math.max(200, bytes));
      writer.text('"}');
    } else if (random.chance(0.4)) {
      writer.text('{"type":"text","text":"');
      prose.write(writer, bytes);
      writer.text('"}');
    } else {
      writer.text(`{"type":"tool_use","id":"${toId('toolu_')}","name":"Bash","input":{"command":"`);
      prose.write(writer, bytes);
      writer.text('","description":"Look at it"},"caller":{"type":"direct"}}');
    }
  };

  /** The rows of one response: each has one block and the same usage, except for the output, which may still grow. */
  const writeResponse = (writer: FileWriter, session: ClaudeSession, atMs: number, context: number): number => {
    const count =
      content === 'usage' || rowsPerResponse === 'one' ? 1 : random.chance(0.6) ? 2 : random.chance(0.75) ? 3 : 4;
    const [id, request] = [toId('msg_'), toId('req_')];
    const input = random.chance(0.8) ? 2 + random.below(9) : random.below(3000);
    const written = 200 + random.below(4000);
    const output = 40 + Math.round(Math.exp(5 + 1.2 * random.normal()));
    const isGrowing = random.chance(0.3);
    const nested =
      session.agentId === null
        ? `"ephemeral_1h_input_tokens":${written},"ephemeral_5m_input_tokens":0`
        : `"ephemeral_1h_input_tokens":0,"ephemeral_5m_input_tokens":${written}`;
    for (let block = 0; block < count; block++) {
      const isLast = block === count - 1;
      const outputNow = isGrowing && !isLast ? 1 + random.below(8) : output;
      const reason = isGrowing && !isLast ? 'null' : '"tool_use"';
      const numbers =
        `"input_tokens":${input},"cache_creation_input_tokens":${written},"cache_read_input_tokens":${context},` +
        `"output_tokens":${outputNow}`;
      const iterations =
        session.version > '2.1.2' ? `"iterations":[{${numbers},"cache_creation":{${nested}},"type":"message"}],` : '';
      const usage =
        `"usage":{${numbers},"server_tool_use":{"web_search_requests":0,"web_fetch_requests":0},` +
        `"service_tier":"standard","cache_creation":{${nested}},"inference_geo":"not_available",${iterations}` +
        '"speed":"standard"}';
      const head = `${toHead(session)}"message":{"model":"${session.model}","id":"${id}","type":"message","role":"assistant","content":[`;
      const tail =
        `],"stop_reason":${reason},"stop_sequence":null,${usage}},"requestId":"${request}","type":"assistant",` +
        toTail(session, atMs + block * 400);
      writer.text(head);
      writeBlock(writer, block, Math.max(12, assistantSizes(random) - head.length - tail.length));
      writer.text(tail);
      writer.endLine();
      rows++;
    }
    responses++;
    tokens.input += input;
    tokens.cacheWrite += written;
    tokens.cacheRead += context;
    tokens.output += output;
    return context + written;
  };

  const writeUser = (writer: FileWriter, session: ClaudeSession, atMs: number): void => {
    const id = toId('toolu_');
    const head = `${toHead(session)}"promptId":"${random.uuid()}","type":"user","message":{"role":"user","content":[{"type":"tool_result","content":"`;
    const middle = `","tool_use_id":"${id}"}]},"toolUseResult":{"stdout":"`;
    const tail = `","stderr":"","interrupted":false,"isImage":false},${toTail(session, atMs)}`;
    // The line contains a tool's output twice.
    const half = Math.max(12, (userSizes(random) - head.length - middle.length - tail.length) >> 1);
    writer.text(head);
    prose.write(writer, half);
    writer.text(middle);
    prose.write(writer, half);
    writer.text(tail);
    writer.endLine();
  };

  const writeOther = (writer: FileWriter, session: ClaudeSession, atMs: number): void => {
    const kind = random.next();
    if (kind < 0.08)
      writer.text(`{"type":"ai-title","aiTitle":"Title ${random.below(1000)} of this","sessionId":"${session.id}"}`);
    else if (kind < 0.3) writer.text(`{"type":"mode","mode":"normal","sessionId":"${session.id}"}`);
    else {
      const type =
        kind < 0.6
          ? '"type":"progress","data":{"type":"bash_progress","output":"'
          : '"type":"attachment","attachment":{"type":"listing","text":"';
      writer.text(toHead(session) + type);
      prose.write(writer, Math.max(12, otherSizes(random) - 480));
      writer.text(`"},${toTail(session, atMs)}`);
    }
    writer.endLine();
  };

  return {
    writeSession(writer, session, count) {
      let atMs = session.startMs;
      let context = 12_000 + random.below(10_000);
      for (let index = 0; index < count; index++) {
        atMs += 3000 + random.below(20_000);
        // Compaction.
        if (context > maxContext) context = 15_000;
        context = writeResponse(writer, session, atMs, context);
        if (content === 'usage') continue;
        writeUser(writer, session, atMs + 1500);
        if (random.chance(0.02)) writeUser(writer, session, atMs + 1700);
        for (let others = random.below(3); others > 0; others--) writeOther(writer, session, atMs + 1800);
      }
    },
    figures: () => ({ rows, responses, tokens: { ...tokens } }),
  };
}
