import { createMessages } from '../../../shared/messages/catalogue.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import { resolveExport, type ExportComplaint, type ExportTarget } from '../otlp-out/resolve-export.ts';
import { noCipher, openSecretStore } from '../../node/host/secrets/secret-store.ts';
import { readSettings } from '../../node/host/settings/read-only-settings.ts';
import type { GatherMetrics } from '../metrics/metric.ts';
import type { HttpAppOptions } from '../http/http-context.ts';
import type { RunningExport } from '../otlp-out/start-export.ts';

/** Turns the export of metrics on and off as the settings say. */
export interface ExportSwitch {
  /** Reads the settings again. Fails with a sentence where they cannot be followed; nothing is sent then. */
  refresh(): Promise<Result<null>>;
  stop(): Promise<void>;
}

const texts = createMessages().server.otlpExport;
/** The secret with the bearer token, in `FUELGAUGE_SECRET_OTLP` or in the file of secrets. */
export const exportSecretId = 'otlp';
const readPhases: ReadonlySet<string> = new Set(['watching', 'following']);

/** Builds the switch. The exporter is loaded only when it is on. */
export function createExportSwitch(options: {
  readonly host: Pick<HttpAppOptions['host'], 'view'>;
  readonly gather: GatherMetrics;
  readonly dataFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly nowMs: () => number;
  readonly logger: Logger;
}): ExportSwitch {
  const { dataFolder, variables, logger, host } = options;
  const secrets = openSecretStore({ dataFolder, variables, cipher: noCipher, logger });
  let running: { readonly export: RunningExport; readonly key: string } | null = null;
  const stop = async (): Promise<void> => {
    await running?.export.stop();
    running = null;
  };
  // Sums that are still growing because old logs are being read would look like usage of this moment.
  const gather = async () => (readPhases.has(host.view.current().sections.scan.phase) ? options.gather() : null);
  const begin = async (target: ExportTarget): Promise<void> => {
    const { startExport } = await import('../otlp-out/start-export.ts');
    running = { export: await startExport({ ...options, target, gather }), key: JSON.stringify(target) };
  };
  return {
    async refresh() {
      const settings = (await readSettings(dataFolder, {})).get().otlpExport;
      const target = resolveExport(settings, variables, await secrets.read(exportSecretId));
      if (!target.ok) {
        await stop();
        return fail(describeExportComplaint(target.error));
      }
      if (running !== null && running.key === JSON.stringify(target.value)) return ok(null);
      await stop();
      if (target.value !== null) await begin(target.value);
      return ok(null);
    },
    stop,
  };
}

/** Why nothing is sent, as a sentence. */
export function describeExportComplaint(complaint: ExportComplaint): string {
  if (complaint.kind === 'insecure') return texts.insecure(complaint.url);
  return complaint.kind === 'invalid' ? texts.invalid(complaint.name, complaint.value) : texts['no-endpoint'];
}
