import { stat } from 'node:fs/promises';
import path from 'node:path';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import { checkSettings, type CheckedSetting, type FlagValue } from '../../../shared/settings/check-settings.ts';
import { serverVariables } from '../../../shared/settings/environment.ts';
import { hidden, hideSecrets } from '../../../shared/settings/hide-secrets.ts';
import { silentLogger } from '../../../shared/ports/logger.ts';
import { minTokenLength } from '../../node/host/access/environment-token.ts';
import { readLedgerKeys } from '../../node/host/secrets/ledger-keys.ts';
import { noCipher, openSecretStore } from '../../node/host/secrets/secret-store.ts';
import { readSettings } from '../../node/host/settings/read-only-settings.ts';
import { readStoredSettings, settingsFileName } from '../../node/host/settings/read-stored.ts';
import { resolveDataFolder } from '../../node/system/resolve-data-folder.ts';
import type { ConfigProblem, ConfigReport, ConfigRequest } from '../../node/host/serving/server-programs.ts';
import { systemClock } from '../../node/system/system-clock.ts';
import { openCertificate } from '../tls/certificate.ts';
import { describeExportComplaint, exportSecretId } from '../serving/export-switch.ts';
import { resolveExport } from '../otlp-out/resolve-export.ts';

const { server: texts, config, problems } = createMessages();
type Variables = Readonly<Record<string, string | undefined>>;

const ownVariables: ReadonlySet<string> = new Set([
  ...Object.values(serverVariables),
  ...['FUELGAUGE_TOKEN', 'FUELGAUGE_DATA', 'FUELGAUGE_OTLP_EXPORT', 'FUELGAUGE_CHECK_ANSWERS'],
  ...['FUELGAUGE_DB_KEY', 'FUELGAUGE_DB_KEY_OLD', 'FUELGAUGE_DB_KEY_REQUIRED'],
]);
const secretVariables = /^(FUELGAUGE_SECRET_\w+|FUELGAUGE_TOKEN|FUELGAUGE_DB_KEY(_OLD)?|OTEL_BEARER_TOKEN)$/;

/** Those that say where metrics are sent. */
const exportVariables = /^(FUELGAUGE_OTLP_EXPORT|OTEL_(EXPORTER_OTLP_\w+|ENDPOINT|INSECURE|METRIC_EXPORT_INTERVAL))$/;

/** `fuelgauge config check`: what is set, where that comes from, and what is wrong. Changes nothing. */
export async function checkConfig(request: ConfigRequest, variables: Variables): Promise<ConfigReport> {
  const dataFolder = resolveDataFolder(request.dataFolder, request.home);
  const file = path.join(dataFolder, settingsFileName);
  const stored = await readStoredSettings(file);
  const values = stored.kind === 'values' ? stored.values : {};
  const { rows, complaints, unknown } = checkSettings({ stored: values, variables, flags: toFlags(request) });
  const fromFile = stored.kind === 'invalid' || stored.kind === 'unreadable' ? [config.files[stored.kind](file)] : [];
  const found: readonly ConfigProblem[] = [
    ...fromFile.map((message) => ({ severity: 'error' as const, setting: null, message })),
    ...complaints.map(({ setting, place, received, expected }) => {
      const name = place === null ? setting : `${setting}.${place}`;
      return { severity: 'error' as const, setting: name, message: config.invalid(name, received, expected) };
    }),
    ...unknown.map((name) => ({ severity: 'warning' as const, setting: name, message: config.unknown(name) })),
    ...findVariableProblems(variables),
    ...(await findSecretProblem(dataFolder)),
    ...(await findKeyProblem(dataFolder, variables)),
    ...(await findServerProblem(rows, dataFolder)),
    ...(await findExportProblem(dataFolder, variables)),
  ];
  return { file, rows: [...rows, ...listVariables(variables)], problems: found };
}

function toFlags({ host, port, timeZone }: ConfigRequest): Readonly<Record<string, FlagValue>> {
  return {
    ...(host !== null && { 'server.host': { flag: '--host', value: host } }),
    ...(port !== null && { 'server.port': { flag: '--port', value: port } }),
    ...(timeZone !== null && { timeZone: { flag: '--timezone', value: timeZone } }),
  };
}

/** Variables that are not settings; for secrets, only whether they are set. */
function listVariables(variables: Variables): readonly CheckedSetting[] {
  const isSecret = (name: string): boolean => secretVariables.test(name) || /^OTEL_\w*HEADERS$/.test(name);
  const names = Object.keys(variables).filter((name) => secretVariables.test(name) || exportVariables.test(name));
  return names
    .filter((name) => (variables[name] ?? '') !== '')
    .toSorted()
    .map((name) => ({
      ...{ name, origin: 'environment', from: name },
      value: isSecret(name) ? hidden : hideSecrets(name, variables[name]),
    }));
}

function findVariableProblems(variables: Variables): readonly ConfigProblem[] {
  const token = variables['FUELGAUGE_TOKEN'] ?? '';
  const isShort = token !== '' && token.length < minTokenLength;
  const unknown = Object.keys(variables).filter(
    (name) => name.startsWith('FUELGAUGE_') && !ownVariables.has(name) && !secretVariables.test(name),
  );
  return [
    ...(isShort
      ? [
          {
            severity: 'error' as const,
            setting: 'FUELGAUGE_TOKEN',
            message: texts.variables.shortToken(minTokenLength),
          },
        ]
      : []),
    ...unknown.map((name) => ({ severity: 'warning' as const, setting: name, message: config.unknownVariable(name) })),
  ];
}

/** Without its own protection, the file of secrets is not read. */
async function findSecretProblem(dataFolder: string): Promise<readonly ConfigProblem[]> {
  const file = path.join(dataFolder, 'secrets.json');
  const found = await stat(file).catch(() => null);
  const isOpen = process.platform !== 'win32' && found !== null && (found.mode & 0o077) !== 0;
  return isOpen ? [{ severity: 'error', setting: null, message: config.openSecrets(file) }] : [];
}

/** Where the environment asks for encryption, the ledger is written only with a usable key, or `none`. */
async function findKeyProblem(dataFolder: string, variables: Variables): Promise<readonly ConfigProblem[]> {
  const secrets = openSecretStore({ dataFolder, variables, cipher: noCipher, logger: silentLogger });
  const { wanted: reason } = await readLedgerKeys(secrets, variables);
  if (reason !== 'invalid' && reason !== 'missing') return [];
  const message = problems['ledger-key']({ folder: dataFolder, reason });
  return [{ severity: 'error', setting: 'FUELGAUGE_DB_KEY', message }];
}

/** The person's own certificate is read; none is generated. */
async function findServerProblem(
  rows: readonly CheckedSetting[],
  dataFolder: string,
): Promise<readonly ConfigProblem[]> {
  const read = (name: string) => rows.find((row) => row.name === `server.${name}`)?.value as string | null;
  const files = { certificateFile: read('certificateFile'), privateKeyFile: read('privateKeyFile') };
  if (files.certificateFile === null && files.privateKeyFile === null) return [];
  const { server } = (await readSettings(dataFolder, {})).get();
  const parts = { settings: { ...server, ...files }, dataFolder, isLocal: true, nowMs: systemClock.nowMs() };
  const opened = await openCertificate(parts);
  return opened.ok ? [] : [{ severity: 'error', setting: 'server.certificateFile', message: opened.error }];
}

async function findExportProblem(dataFolder: string, variables: Variables): Promise<readonly ConfigProblem[]> {
  const settings = (await readSettings(dataFolder, {})).get().otlpExport;
  const secrets = openSecretStore({ dataFolder, variables, cipher: noCipher, logger: silentLogger });
  const target = resolveExport(settings, variables, await secrets.read(exportSecretId));
  if (target.ok) return [];
  const message = String(hideSecrets('otlpExport', describeExportComplaint(target.error)));
  return [{ severity: 'error', setting: 'otlpExport', message }];
}
