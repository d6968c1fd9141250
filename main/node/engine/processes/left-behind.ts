import path from 'node:path';
import * as v from 'valibot';
import { joinConfidences, joinEvidences } from '../../../../shared/domain/agent-process.ts';
import { parseJsonAs } from '../../../../shared/lib/parse-json.ts';
import type { OrphanMemory } from '../../../../shared/processes/orphans.ts';
import { readSmallFile, replaceSmallFile } from '../../statusline/small-files.ts';

/** The processes that agents left behind, remembered for hosts that did not see the agents end. */
export interface LeftBehind {
  /** Adds what the host that watches agents has noted. */
  addKnown(memory: OrphanMemory): OrphanMemory;
  /** Writes down what has changed. */
  note(memory: OrphanMemory): void;
}

/** Remembers nothing. */
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
 * Stores them in `left-behind.json`. Only the host that watches agents writes it, when a process has been left behind or has
 * ended; command lines and the next host read it. A process is identified by its pid and start time, so a reused pid never
 * matches.
 */
export function openLeftBehind(dataFolder: string, isKeeper: () => boolean): LeftBehind {
  const file = path.join(dataFolder, 'left-behind.json');
  let written: string | null = null;
  return {
    addKnown(memory) {
      // This host's own memory is newer than its file.
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
  return new Map(Object.entries(parseJsonAs(fileSchema, text)?.processes ?? {}));
}
