const dayMs = 24 * 3_600_000;

/** Timestamps, in lines and (with dashes for colons) in the names of Codex rollouts. */
const instants = /\b(20\d\d-[01]\d-[0-3]\dT[0-2]\d)([:-])([0-5]\d)[:-]([0-5]\d)(?=\.\d{3}Z|Z|-[0-9a-f]{8}-)/g;
const uuids = /\b([0-9a-f]{8})(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)/g;
const prefixedIds = /\b((?:msg|req|resp|toolu|call|chatcmpl|gen)_(?:01)?)([A-Za-z0-9]{6})/g;
const agentIds = /\bagent-(?:acompact-)?[0-9a-f]{6}|"agentId":"[0-9a-f]{6}/g;
const folders = /("cwd":"[^"]*[^"\\])"/g;

/**
 * Rewrites the text or the path of a log so that it belongs to another session: copy 3 of a set of logs shares
 * no id, time or folder with copy 2, but everything within one copy is still consistent. Lengths stay the same, except for the
 * folders. Ids go through a permutation, so different ids stay different.
 */
export function renameCopy(text: string, copy: number): string {
  if (copy === 0) return text;
  return text
    .replace(uuids, (hex: string) => shiftHex(hex, copy))
    .replace(prefixedIds, (_, prefix: string, id: string) => prefix + shiftLetters(id, copy))
    .replace(agentIds, (id: string) => id.slice(0, -6) + shiftHex(id.slice(-6), copy))
    .replace(instants, (_, hour: string, mark: string, minutes: string, seconds: string) =>
      shiftInstant(`${hour}:${minutes}:${seconds}`, copy).replaceAll(':', mark),
    )
    .replace(folders, (_, folder: string) => `${folder}-${copy}"`);
}

/** Copies are a few days apart and repeat within a quarter of a year, so that a corpus looks like one busy person. */
function shiftInstant(instant: string, copy: number): string {
  const shiftMs = (copy % 30) * -3 * dayMs + copy * 7000;
  return new Date(Date.parse(`${instant}Z`) + shiftMs).toISOString().slice(0, 19);
}

function shiftHex(hex: string, copy: number): string {
  const size = 16 ** hex.length;
  return ((Number.parseInt(hex, 16) + copy * 0x9e3779b1) % size).toString(16).padStart(hex.length, '0');
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function shiftLetters(id: string, copy: number): string {
  let left = copy;
  return Array.from(id, (letter) => {
    const shifted = letters[(letters.indexOf(letter) + left) % letters.length]!;
    left = Math.floor(left / letters.length);
    return shifted;
  }).join('');
}
