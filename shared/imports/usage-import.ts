import type { ImportedUse } from '../sources/lib/imported-uses/imported-use.ts';

/** What a file from another tool holds. */
export interface UsageImport {
  readonly uses: readonly ImportedUse[];
  /** Rows that are no requests, by reason. */
  readonly skips: Readonly<Record<string, number>>;
}

/** A tool whose files can be imported. */
export interface Importer {
  /** As people name it: `fuelgauge import <tool>`. The source that its usage belongs to has the same id. */
  readonly tool: string;
  /** What a file's text holds; null when it is no file of this tool. Never throws, whatever the text. */
  parse(text: string): UsageImport | null;
}
