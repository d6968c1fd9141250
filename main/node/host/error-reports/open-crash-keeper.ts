import packageFile from '../../../../package.json' with { type: 'json' };
import { createCrashKeeper, type KeepCrash } from './crash-file.ts';
import { readSettings } from '../settings/read-only-settings.ts';
import { sendReport } from './send-report.ts';

/** A process that keeps failing must not flood the receiver. */
const maxSent = 20;

/**
 * Keeps the crashes of a data folder and sends them as its settings say at that moment; they are read only then, since
 * what crashed may be what reads them.
 */
export function openCrashKeeper(dataFolder: string, nowMs: () => number): KeepCrash {
  let sent = 0;
  return createCrashKeeper({
    dataFolder,
    version: packageFile.version,
    nowMs,
    async send(crash) {
      const dsn = await readDsn(dataFolder);
      if (dsn === null || (sent += 1) > maxSent) return;
      await sendReport(dsn, crash);
    },
  });
}

async function readDsn(dataFolder: string): Promise<string | null> {
  try {
    return (await readSettings(dataFolder, {})).get().errorReports.dsn;
  } catch {
    return null;
  }
}
