import { join } from 'node:path';
import { dayMs, secondMs } from '../../../shared/domain/instant.ts';
import { createClaudeRows, type ClaudeSession } from './claude-rows.ts';
import { createFileMaker, type WrittenFigures } from './file-writer.ts';
import { createProse } from './prose.ts';
import { createRandom, type Random } from './random.ts';
import { splitAmong } from './split-among.ts';

/** Which Claude Code logs to write. */
export interface ClaudeLogsPlan {
  readonly seed: string;
  readonly files: number;
  readonly responses: number;
  /** The last session begins about here, the others within this many days before. */
  readonly endMs: number;
  readonly days: number;
  /** `whole`: everything that a log contains. `usage`: only one short row per response. */
  readonly content: 'whole' | 'usage';
  /** Rows per response: as many as in real logs, or one, so that no row repeats another. */
  readonly rowsPerResponse?: 'several' | 'one';
}

/** What was written, and what every tool should count in it. */
export interface LogsFigures extends WrittenFigures {
  /** Rows with usage. */
  readonly rows: number;
  readonly responses: number;
  /** Sums over responses. */
  readonly tokens: {
    readonly input: number;
    readonly cacheWrite: number;
    readonly cacheRead: number;
    readonly output: number;
  };
}

const models = ['claude-opus-4-8', 'claude-opus-4-8', 'claude-sonnet-5', 'claude-opus-5', 'claude-haiku-4-5-20251001'];
const branches = ['main', 'main', 'feature/tray', 'fix/parser', 'HEAD'];
const versions = ['2.1.76', '2.1.104', '2.1.214', '2.1.220', '2.1.232'];

/** Writes logs below `projects`, shaped like real ones: see README.md. Two files in five belong to subagents. */
export function writeClaudeLogs(projects: string, plan: ClaudeLogsPlan): LogsFigures {
  const random = createRandom(plan.seed);
  const maker = createFileMaker();
  const rows = createClaudeRows(random, createProse(random), plan.content, plan.rowsPerResponse ?? 'several');
  const shares = splitAmong(random, plan.responses, plan.files);
  const folders = Array.from(
    { length: Math.max(1, Math.round(plan.files / 18)) },
    (_, index) => `/home/ada/work/project-${index}`,
  );
  let parent: ClaudeSession | null = null;
  shares.forEach((responses, index) => {
    const isSubagent: boolean = parent !== null && index % 5 >= 3;
    const startMs = plan.endMs - Math.round((1 - (index + 1) / plan.files) * plan.days * dayMs);
    const session: ClaudeSession = isSubagent ? toSubagent(parent!, random) : createSession(random, folders, startMs);
    if (!isSubagent) parent = session;
    const writer = maker.create(join(projects, ...toPath(session)));
    rows.writeSession(writer, session, responses);
    writer.close();
  });
  return { ...maker.figures(), ...rows.figures() };
}

function createSession(random: Random, folders: readonly string[], startMs: number): ClaudeSession {
  return {
    id: random.uuid(),
    folder: random.pick(folders),
    model: random.pick(models),
    branch: random.pick(branches),
    version: random.pick(versions),
    startMs,
    agentId: null,
  };
}

function toSubagent(parent: ClaudeSession, random: Random): ClaudeSession {
  const agentId = `a${random.text(16, '0123456789abcdef')}`;
  return { ...parent, model: random.pick(models), startMs: parent.startMs + random.below(900) * secondMs, agentId };
}

function toPath({ id, folder, agentId }: ClaudeSession): readonly string[] {
  const project = folder.replaceAll('/', '-');
  return agentId === null ? [project, `${id}.jsonl`] : [project, id, 'subagents', `agent-${agentId}.jsonl`];
}
