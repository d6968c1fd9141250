import { fail, ok, type Result } from '../../../../shared/lib/result.ts';
import { parseDsn } from '../../../../shared/settings/error-report-settings.ts';
import { exportProtocols, type ExportProtocol } from '../../../../shared/domain/export-protocol.ts';
import { messages } from '../../../messages.ts';
import type { Option } from '../../../ui/options.ts';

const words = messages.settings.sending;

/** The choice for leaving the protocol to the environment. */
export const environmentProtocol = 'environment';
export type ProtocolChoice = ExportProtocol | typeof environmentProtocol;

export const protocolOptions: readonly Option<ProtocolChoice>[] = [
  { value: environmentProtocol, label: words.asEnvironment },
  ...exportProtocols.map((value) => ({ value, label: words.protocols[value] })),
];

/** What the setting is for a choice. */
export function toProtocol(choice: ProtocolChoice): ExportProtocol | null {
  return choice === environmentProtocol ? null : choice;
}

/** Reads an address that a person typed; null where they cleared it. */
export function parseWebAddress(text: string): Result<string | null> {
  const address = text.trim();
  if (address === '') return ok(null);
  return /^https?:\/\/[^\s/]+/i.test(address) && address.length <= 2_000 ? ok(address) : fail(words.badAddress);
}

/** Reads a DSN that a person typed; null where they cleared it. */
export function parseDsnText(text: string): Result<string | null> {
  const dsn = text.trim();
  if (dsn === '') return ok(null);
  return parseDsn(dsn) === null ? fail(words.badDsn) : ok(dsn);
}
