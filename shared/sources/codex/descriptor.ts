import type { Source } from '../source.ts';
import { codexFields } from './fields.ts';
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
  fields: codexFields,
  createReader: createCodexReader,
  retentionDays: null,
};
