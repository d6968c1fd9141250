import { toName } from '../lib/names.ts';
import { findText } from '../lib/protobuf.ts';

/** The folder of a conversation, from its metadata: the first workspace's address; null when there is none. */
export function parseWorkspace(message: Uint8Array): string | null {
  const address = findText(message, [1, 1]) ?? findText(message, [7]);
  return address === null ? null : toWorkspaceFolder(address);
}

/** `file:///home/ada/loom` as a path, `file:///c%3A/loom` as a path of Windows; null for any other address. */
export function toWorkspaceFolder(address: string): string | null {
  const [, host = '', encoded = ''] = /^file:\/\/([^/]*)(\/.*)$/.exec(address) ?? [];
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  const [, drive, rest = ''] = /^\/([A-Za-z]):(.*)$/.exec(path) ?? [];
  if (drive !== undefined) return toName(`${drive.toUpperCase()}:${rest.replaceAll('/', '\\')}`);
  return toName(host === '' ? path : `\\\\${host}${path.replaceAll('/', '\\')}`);
}
