import { writeSync } from 'node:fs';
import path from 'node:path';
import { parseJsonRecord } from '../../../shared/lib/json-record.ts';
import { hookAgents } from '../../../shared/sources/registry.ts';
import { hookWords } from '../../../shared/messages/en/hooks.ts';
import { appendCapture } from '../statusline/captures.ts';
import { readInput } from '../statusline/read-input.ts';
import { findOwnDataFolder } from '../statusline/statusline-folder.ts';
import { toHookFolder } from './hook-folder.ts';
import { appendSignal } from './signal-file.ts';
import { readStops } from './stop-file.ts';

/**
 * `fuelgauge hook <agent> [--data FOLDER] [JSON]`: an agent's hook. Records what the JSON on standard input, or the
 * last argument, says about the session and about limits, but no text of it; answers only to stop a session whose guard
 * requires it. Never throws, prints nothing else and always succeeds: a hook must not disturb its agent.
 */
export function runHook(args: readonly string[], nowMs: number): void {
  const agent = hookAgents.find(({ source }) => source === args[0]);
  if (agent === undefined) return;
  const at = args.indexOf('--data');
  const dataFolder = (at > 0 ? args[at + 1] : undefined) ?? findOwnDataFolder();
  const folder = toHookFolder(dataFolder);
  const last = args.at(-1) ?? '';
  const parsed = parseJsonRecord(last.startsWith('{') ? last : readInput());
  if (!parsed.ok) return;
  const limit = agent.limits?.read(parsed.value, nowMs) ?? null;
  if (limit !== null) appendCapture(path.join(dataFolder, ...agent.limits!.path), limit, nowMs);
  const heard = agent.hear(parsed.value);
  if (heard === null) return;
  const { status, isStep, ...rest } = heard;
  if (status !== null) appendSignal(folder.signals, { source: agent.source, status, ...rest, atMs: nowMs });
  if (!isStep || agent.toStopAnswer === null) return;
  if (!readStops(folder.stops).includes(`${agent.source}:${heard.sessionId}`)) return;
  print(agent.toStopAnswer(hookWords.stopped(heard.sessionId), parsed.value));
}

function print(text: string): void {
  try {
    writeSync(1, `${text}\n`);
  } catch {
    // The agent no longer waits for an answer.
  }
}
