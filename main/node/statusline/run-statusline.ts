import { writeSync } from 'node:fs';
import path from 'node:path';
import type { AgentStatus, StatusTask } from '../../../shared/domain/agent-status.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { hashText } from '../../../shared/lib/hash-text.ts';
import { statuslineWords } from '../../../shared/messages/en/statusline.ts';
import { parseJsonRecord, type JsonRecord } from '../../../shared/lib/json-record.ts';
import { statuslineAgents } from '../../../shared/sources/registry.ts';
import { continueNote, parseSessionNote, type SessionNote } from '../../../shared/statusline/session-note.ts';
import { renderTasks } from '../../../shared/statusline/subagents.ts';
import { listWidgets, parseTemplate, type TemplateLine } from '../../../shared/statusline/template.ts';
import { loadChildProcess } from './child-process.ts';
import { appendCapture } from './captures.ts';
import { drawLine, toHead, toRepositoryKey } from './draw-line.ts';
import { askForGitCounts, countWithGit } from './git-counts.ts';
import { readGitFolder, type GitFolder } from './git-folder.ts';
import { readInstallation } from './installation.ts';
import { readInput } from './read-input.ts';
import { runCommand } from './run-command.ts';
import { readSmallFile, replaceSmallFile } from './small-files.ts';
import { findOwnDataFolder, toStatuslineFolder, type StatuslineFolder } from './statusline-folder.ts';
import { parseStatuslineOptions, type StatuslineOptions } from './statusline-options.ts';

/** The argument with which it restarts itself to update git's counts for the next line. */
const countSwitch = '--count-git';
const [agent] = statuslineAgents;
const previousTimeoutMs = 3_000;
const ownCommandTimeoutMs = 1_000;
const maxNoteBytes = 16_384;

/** How it was started. */
export interface StatuslineCall {
  readonly args: readonly string[];
  /** The program and the arguments that start it again. */
  readonly again: readonly string[];
  readonly nowMs: number;
}

/**
 * Draws the line for the JSON on standard input: opens no ledger, reads no log. Keeps a capture of what the agent passed,
 * and runs the person's own commands. Never rejects and always prints something: an agent hides a line that failed.
 */
export async function runStatusline({ args, again, nowMs }: StatuslineCall): Promise<void> {
  const options = parseStatuslineOptions(args, process.env);
  const folder = toStatuslineFolder(options.dataFolder ?? findOwnDataFolder());
  if (args[0] === countSwitch) return countAgain(args.slice(1), folder, nowMs);
  const input = readInput();
  const parsed = parseJsonRecord(input);
  const payload = parsed.ok ? parsed.value : {};
  const status = agent.parseStatus(payload, process.env);
  const place = folder.session(hashText(status.sessionId ?? ''));
  const noteText = readSmallFile(place, maxNoteBytes);
  const note = noteText === null ? null : parseSessionNote(noteText);
  const tasks = agent.parseTasks(payload);
  if (tasks !== null) return answerTasks(tasks, { note, place, options, width: toColumns(payload), nowMs });

  const template = parseTemplate(options.template);
  const capture = agent.toCapture(payload);
  const next = continueNote(note, status, toFingerprint(capture), nowMs);
  const { previous, outputs } = await runCommands(template, options, folder, input);
  const drawn = drawLine({ agent, status, options, template, folder, memory: next.note, outputs, nowMs });
  print(`${previous}${drawn.text}\n`);
  if (status.sessionId !== null) keep({ status, next, capture, place, folder, nowMs });
  if (drawn.repository !== null) countLater(drawn.repository, { folder, options, again, nowMs });
}

function toColumns({ columns }: JsonRecord): number | null {
  return typeof columns === 'number' && Number.isInteger(columns) && columns > 0 ? columns : null;
}

function answerTasks(
  tasks: readonly StatusTask[],
  context: { note: SessionNote | null; place: string; options: StatuslineOptions; width: number | null; nowMs: number },
): void {
  const { note, place, options, nowMs } = context;
  const width = context.width ?? options.width;
  print(agent.formatTasks(renderTasks(tasks, { words: statuslineWords, nowMs, hasColor: options.hasColor, width })));
  const running = tasks.filter(
    ({ status }) => status === null || !/^(completed|failed|killed|done)$/.test(status),
  ).length;
  if (note !== null && note.tasks !== running) replaceSmallFile(place, JSON.stringify({ ...note, tasks: running }));
}

/** Identifies what makes a capture worth keeping: limits and context. */
function toFingerprint({ rateLimits, contextWindow }: JsonRecord): string {
  return hashText(JSON.stringify([rateLimits, contextWindow]));
}

/** The person's earlier command, and the commands of the template, all at once. */
async function runCommands(
  template: readonly TemplateLine[],
  { installed }: StatuslineOptions,
  folder: StatuslineFolder,
  input: string,
): Promise<{ readonly previous: string; readonly outputs: ReadonlyMap<string, string> }> {
  const id = installed !== null && /^[\w-]{1,64}$/.test(installed) ? installed : null;
  const earlier = id === null ? null : (readInstallation(folder.installation(id))?.previousCommand ?? null);
  const own = listWidgets(template).flatMap(({ name, option }) => (name === 'run' && option !== null ? [option] : []));
  if (earlier === null && own.length === 0) return { previous: '', outputs: new Map() };
  const [previous, ...texts] = await Promise.all([
    earlier === null ? '' : runCommand(earlier, input, previousTimeoutMs),
    ...own.map((command) => runCommand(command, input, ownCommandTimeoutMs)),
  ]);
  return {
    previous: previous === '' || previous.endsWith('\n') ? previous : `${previous}\n`,
    outputs: new Map(own.map((command, index) => [command, toOneLine(texts[index] ?? '')])),
  };
}

/** The first line of what a command printed, without colours. */
function toOneLine(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return cleanText(first).trim();
}

function print(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    // No longer read: the agent has started a newer run.
  }
}

function keep(line: {
  readonly status: AgentStatus;
  readonly next: ReturnType<typeof continueNote>;
  readonly capture: JsonRecord;
  readonly place: string;
  readonly folder: StatuslineFolder;
  readonly nowMs: number;
}): void {
  const { next, capture, place, folder, nowMs } = line;
  if (next.needsCapture) appendCapture(folder.captures, capture, nowMs);
  replaceSmallFile(place, JSON.stringify(next.note));
}

/** Starts a background process that counts. */
function countLater(
  repository: GitFolder,
  call: Omit<StatuslineCall, 'args'> & { readonly folder: StatuslineFolder; readonly options: StatuslineOptions },
): void {
  const { folder, options, nowMs } = call;
  const [program, ...before] = call.again;
  if (program === undefined) return;
  if (!askForGitCounts(folder.repository(toRepositoryKey(repository)), toHead(repository), nowMs)) return;
  const data = options.dataFolder === null ? [] : ['--data', path.resolve(options.dataFolder)];
  const child = loadChildProcess().spawn(program, [...before, countSwitch, repository.root, ...data], {
    cwd: folder.folder,
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.unref();
}

function countAgain([root]: readonly string[], folder: StatuslineFolder, nowMs: number): void {
  const repository = root === undefined || !path.isAbsolute(root) ? null : readGitFolder(root);
  if (repository === null) return;
  const file = folder.repository(toRepositoryKey(repository));
  countWithGit(file, toHead(repository), repository.root, folder.folder, nowMs);
}
