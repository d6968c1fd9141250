import { createJournalStream } from '../lib/telemetry-journal.ts';
import type { Source } from '../source.ts';
import { parseChat, startChat } from './chat.ts';
import { geminiCliDocumentFields, geminiCliFields, geminiCliNeedles } from './fields.ts';
import {
  geminiCliExtraRoots,
  geminiCliRoots,
  isGeminiCliDocument,
  isGeminiCliFolder,
  isGeminiCliLines,
  sideFilesOf,
} from './paths.ts';
import { geminiCliProcesses } from './processes.ts';
import { createGeminiCliReader } from './reader.ts';
import { geminiCliRetention } from './retention.ts';
import { geminiCliTelemetry } from './telemetry.ts';

/** Google's Gemini CLI. */
export const geminiCli = {
  id: 'gemini-cli',
  label: 'Gemini CLI',
  ccusage: { name: 'gemini' },
  roots: geminiCliRoots,
  extraRoots: geminiCliExtraRoots,
  isLogFolder: isGeminiCliFolder,
  streams: [
    {
      kind: 'lines',
      matches: isGeminiCliLines,
      sideFiles: sideFilesOf,
      needles: geminiCliNeedles,
      fields: geminiCliFields,
      createReader: createGeminiCliReader,
    },
    {
      kind: 'document',
      matches: isGeminiCliDocument,
      fields: geminiCliDocumentFields,
      sideFiles: sideFilesOf,
      read: ({ path, value, sideTexts }) => parseChat(value, startChat(path, sideTexts)),
    },
    createJournalStream('gemini-cli', geminiCliTelemetry),
  ],
  skipReasons: {},
  unloggedCalls: {},
  coverage: { kind: 'exact' },
  retentionDays: 30,
  retentionSetting: geminiCliRetention,
  processes: geminiCliProcesses,
  telemetry: geminiCliTelemetry,
} as const satisfies Source;
