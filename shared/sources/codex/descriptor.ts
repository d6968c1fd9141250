import type { Source } from '../source.ts';
import { codexExtraRoots, codexRoots, isCodexLog } from './paths.ts';
import { codexNeedles, createCodexReader } from './reader.ts';

/** OpenAI Codex: the CLI, its IDE extension and its desktop app. */
export const codex: Source = {
  id: 'codex',
  label: 'Codex',
  roots: codexRoots,
  extraRoots: codexExtraRoots,
  isLogFile: isCodexLog,
  needles: codexNeedles,
  createReader: createCodexReader,
  retentionDays: null,
};
