import type { ListeningPort } from '../../../shared/domain/process-details.ts';

/** The state "listen" in `/proc/net/tcp` (proc_pid_net(5)). */
const listening = '0A';

/** Listening sockets of `/proc/<pid>/net/tcp` or `tcp6`, by inode. Malformed lines are skipped. */
export function parseLinuxTcp(text: string): ReadonlyMap<string, ListeningPort> {
  const found = new Map<string, ListeningPort>();
  for (const line of text.split('\n')) {
    const fields = line.trim().split(/\s+/);
    const [address = '', port = ''] = (fields[1] ?? '').split(':');
    const inode = fields[9] ?? '';
    if (fields[3] !== listening || !/^[\dA-F]{4}$/.test(port) || !/^\d+$/.test(inode)) continue;
    const text = toAddress(address);
    if (text !== null) found.set(inode, { port: Number.parseInt(port, 16), address: text });
  }
  return found;
}

/** The inode of a socket that a file descriptor links to (`socket:[123]`); null for everything else. */
export function toSocketInode(target: string): string | null {
  return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? null;
}

/** The proportional set size in `/proc/<pid>/smaps_rollup`, in bytes; null when it is missing. */
export function parsePssBytes(rollup: string): number | null {
  const match = /^Pss:\s+(\d+) kB$/m.exec(rollup);
  return match === null ? null : Number(match[1]) * 1_024;
}

/** Hexadecimal words in the machine's byte order, which is little-endian (see `parseKernelUnits`). */
function toAddress(hex: string): string | null {
  if (/^0+$/.test(hex)) return '*';
  if (!/^(?:[\dA-F]{8}|[\dA-F]{32})$/.test(hex)) return null;
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse());
  if (bytes.length === 4) return bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => `${bytes[2 * index]}${bytes[2 * index + 1]}`);
  const isMapped = groups.slice(0, 5).every((group) => group === '0000') && groups[5] === 'FFFF';
  if (isMapped)
    return bytes
      .slice(12)
      .map((byte) => Number.parseInt(byte, 16))
      .join('.');
  // URL writes IPv6 addresses in their shortest form.
  return URL.canParse(`http://[${groups.join(':')}]`)
    ? new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
    : null;
}
