import type { ListeningPort } from '../../../shared/domain/process-details.ts';
import { isWildcardAddress } from '../../../shared/lib/wildcard-address.ts';

/** The state "listen" of MSFT_NetTCPConnection. */
const listening = 2;

/** The script that PowerShell (5.1 and later) runs: the listening TCP ports of all processes. */
export const windowsPortsScript = [
  "$ErrorActionPreference='Stop'",
  'try{[Console]::OutputEncoding=[Text.UTF8Encoding]::new($false)}catch{}',
  [
    'Get-CimInstance -Namespace root/StandardCimv2 -Query ' +
      `'SELECT OwningProcess,LocalAddress,LocalPort FROM MSFT_NetTCPConnection WHERE State=${listening}'`,
    "Select-Object @{n='p';e={$_.OwningProcess}},@{n='a';e={$_.LocalAddress}},@{n='l';e={$_.LocalPort}}",
    'ConvertTo-Json -Compress',
  ].join('|'),
].join(';');

/**
 * Parses the script's output: listening ports by pid. Malformed rows are skipped. Throws a SyntaxError when the output
 * is not JSON.
 */
export function parseWindowsPorts(output: string): ReadonlyMap<number, readonly ListeningPort[]> {
  const text = output.replace(/^\uFEFF/, '').trim();
  const parsed: unknown = text === '' ? [] : JSON.parse(text);
  const ports = new Map<number, ListeningPort[]>();
  for (const row of Array.isArray(parsed) ? (parsed as readonly unknown[]) : [parsed]) {
    if (typeof row !== 'object' || row === null) continue;
    const { p: pid, a: address, l: port } = row as Readonly<Record<string, unknown>>;
    if (typeof pid !== 'number' || typeof port !== 'number' || typeof address !== 'string') continue;
    const entry = { port, address: isWildcardAddress(address) ? '*' : address };
    ports.set(pid, [...(ports.get(pid) ?? []), entry]);
  }
  return ports;
}
