import type { DetailKind, ListeningPort, ProcessDetails } from '../../../shared/domain/process-details.ts';

/** The arguments for `lsof`: fields in lines (`-F`), without resolving names, of these processes only. */
export function toLsofArguments(pids: readonly number[]): readonly string[] {
  return ['-nP', '-w', '-F', 'pftnT', '-p', pids.join(',')];
}

/** One open file of lsof's output. */
interface OpenFile {
  readonly descriptor: string;
  type: string;
  name: string;
  isListening: boolean;
}

/**
 * Parses the output of `lsof -F pftnT` (lsof(8), "OUTPUT FOR OTHER PROGRAMS"): every line is a field, named by its
 * first character; `p` begins a process and `f` a file. Unknown fields are skipped. The memory is unknown.
 */
export function parseLsof(output: string, kinds: readonly DetailKind[]): readonly ProcessDetails[] {
  const processes = new Map<number, OpenFile[]>();
  let files: OpenFile[] = [];
  for (const line of output.split('\n')) {
    const value = line.slice(1);
    const file = files.at(-1);
    if (line.startsWith('p')) {
      files = [];
      if (/^\d+$/.test(value)) processes.set(Number(value), files);
    } else if (line.startsWith('f')) {
      files.push({ descriptor: value, type: '', name: '', isListening: false });
    } else if (file !== undefined) {
      if (line.startsWith('t')) file.type = value;
      else if (line.startsWith('n')) file.name = unescapeName(value);
      else if (line === 'TST=LISTEN') file.isListening = true;
    }
  }
  return [...processes].map(([pid, open]) => toDetails(pid, open, kinds));
}

/**
 * A name as it is in the file system: in the C locale, lsof writes each byte beyond ASCII as `\xc3` (lsof(8), "OUTPUT"),
 * and a backslash as two.
 */
function unescapeName(name: string): string {
  return name.replace(/(?:\\x[0-9a-f]{2})+|\\\\/g, (escaped) =>
    escaped.startsWith('\\x') ? Buffer.from(escaped.replaceAll('\\x', ''), 'hex').toString('utf8') : '\\',
  );
}

function toDetails(pid: number, files: readonly OpenFile[], kinds: readonly DetailKind[]): ProcessDetails {
  const regular = files.filter(({ descriptor, type }) => type === 'REG' && /^\d/.test(descriptor));
  return {
    pid,
    cwd: files.find(({ descriptor }) => descriptor === 'cwd')?.name ?? null,
    openFiles: kinds.includes('files') ? [...new Set(regular.map(({ name }) => name))] : null,
    pssBytes: null,
    ports: kinds.includes('ports') ? files.filter(({ isListening }) => isListening).flatMap(toPort) : null,
  };
}

/** A name such as `*:3000`, `127.0.0.1:8080` or `[::1]:5173`. */
function toPort({ name }: OpenFile): readonly ListeningPort[] {
  const match = /^(.+):(\d{1,5})$/.exec(name);
  return match === null ? [] : [{ port: Number(match[2]), address: (match[1] ?? '').replace(/^\[(.*)\]$/, '$1') }];
}
