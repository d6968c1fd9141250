import { rm } from 'node:fs/promises';
import path from 'node:path';
import { toCrashReport, type CrashReport } from '../../../../shared/domain/crash-report.ts';
import { replaceFile } from '../../system/replace-file.ts';
import { listCrashFiles, toCrashFolder } from './read-crashes.ts';

/** Stores what is known about a crash; never rejects. */
export type KeepCrash = (what: string, cause: unknown) => Promise<void>;

const kept = 5;

/**
 * Builds what leaves a file of each crash in `crashes/`, the newest five: what failed and where in the program, redacted.
 * Then it is sent where the person has said, and nowhere by default.
 */
export function createCrashKeeper(options: {
  readonly dataFolder: string;
  readonly version: string;
  readonly nowMs: () => number;
  /** Never rejects. Omitted where nothing is sent. */
  readonly send?: (crash: CrashReport) => Promise<unknown>;
}): KeepCrash {
  const { version, nowMs, send } = options;
  const folder = toCrashFolder(options.dataFolder);
  const program = {
    version,
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    electron: process.versions.electron ?? null,
  };
  return async (what, cause) => {
    const atMs = nowMs();
    const crash = toCrashReport(program, what, cause, atMs);
    try {
      await replaceFile(path.join(folder, `${atMs}.json`), `${JSON.stringify(crash, null, 2)}\n`);
      const names = await listCrashFiles(folder);
      for (const name of names.slice(0, -kept)) await rm(path.join(folder, name), { force: true });
    } catch {
      // There is nowhere left to report it.
    }
    await send?.(crash);
  };
}
