import path from 'node:path';
import * as v from 'valibot';
import { joinConfidences, joinEvidences } from '../../../shared/domain/agent-process.ts';
import type { OrphanMemory } from '../../../shared/processes/orphans.ts';
import { readSmallFile, replaceSmallFile } from '../statusline/small-files.ts';

/** Which processes agents are known to have left behind, for a host that was not there when they ended. */
export interface LeftBehind {
  /** What is known, and what the host that watches agents has found. */
  addKnown(memory: OrphanMemory): OrphanMemory;
  /** Notes what was found, where it has changed. */
  note(memory: OrphanMemory): void;
}

/** Nobody else knows anything. */
export const noLeftBehind: LeftBehind = { addKnown: (memory) => memory, note: () => undefined };

const maxBytes = 262_144;
const entrySchema = v.object({
  agent: v.string(),
  label: v.string(),
  session: v.nullable(
    v.object({
      source: v.string(),
      sessionId: v.string(),
      confidence: v.picklist(joinConfidences),
      evidence: v.picklist(joinEvidences),
    }),
  ),
  agentGoneAtMs: v.number(),
});
const fileSchema = v.object({ schema: v.literal(1), processes: v.record(v.string(), entrySchema) });

/**
 * Keeps it in `left-behind.json`, which changes only when an agent has left something behind, or that has ended. The host
 * that watches agents writes it; a command line, and the next host, read it. A pid with the start of its process never
 * stands for another process.
 */
export function openLeftBehind(dataFolder: string, isKeeper: () => boolean): LeftBehind {
  const file = path.join(dataFolder, 'left-behind.json');
  let written: string | null = null;
  return {
    addKnown(memory) {
      // What this host has written, it knows.
      if (written !== null && isKeeper()) return memory;
      const text = readSmallFile(file, maxBytes);
      if (written === null) written = text ?? '';
      return new Map([...parse(text), ...memory]);
    },
    note(memory) {
      if (!isKeeper()) return;
      const left = [...memory].filter(([, { agentGoneAtMs }]) => agentGoneAtMs !== null);
      const text = left.length === 0 ? '' : JSON.stringify({ schema: 1, processes: Object.fromEntries(left) });
      if (text !== written && replaceSmallFile(file, text)) written = text;
    },
  };
}

function parse(text: string | null): OrphanMemory {
  if (text === null || text === '') return new Map();
  try {
    const parsed = v.safeParse(fileSchema, JSON.parse(text));
    return new Map(parsed.success ? Object.entries(parsed.output.processes) : []);
  } catch {
    return new Map();
  }
}
