import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { redactError } from '../../../shared/lib/redact-error.ts';
import { replaceFile } from '../replace-file.ts';

/** Keeps what is known of a crash; never rejects. */
export type KeepCrash = (what: string, cause: unknown) => Promise<void>;

const kept = 5;
const crashName = /^\d{13}\.json$/;

/**
 * Builds what leaves a file of each crash in `crashes/`, the newest five: what failed and where in the program, redacted.
 * Nothing sends it anywhere.
 */
export function createCrashKeeper(options: {
  readonly dataFolder: string;
  readonly version: string;
  readonly nowMs: () => number;
}): KeepCrash {
  const folder = path.join(options.dataFolder, 'crashes');
  return async (what, cause) => {
    const atMs = options.nowMs();
    const crash = {
      schema: 'fuelgauge.crash.v1',
      at: new Date(atMs).toISOString(),
      version: options.version,
      system: `${process.platform} ${process.arch}`,
      node: process.versions.node,
      electron: process.versions.electron ?? null,
      what,
      error: redactError(cause),
    };
    try {
      await replaceFile(path.join(folder, `${atMs}.json`), `${JSON.stringify(crash, null, 2)}\n`, 0o600);
      const names = (await readdir(folder)).filter((name) => crashName.test(name)).sort();
      for (const name of names.slice(0, -kept)) await rm(path.join(folder, name), { force: true });
    } catch {
      // There is nowhere left to say it.
    }
  };
}
