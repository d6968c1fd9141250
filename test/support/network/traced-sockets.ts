import { readFile } from 'node:fs/promises';
import { toStrace } from '../strace.ts';

/** One use of a network socket by a traced program or one of its children. */
export interface SocketUse {
  readonly call: 'connect' | 'send';
  readonly transport: 'tcp' | 'udp' | 'other';
  /** `address:port`, the path of a name service's socket, or a description where the system call has neither. */
  readonly peer: string;
}

/**
 * The command that runs `command` under strace, which records in `traceFile` what the program and all its children do
 * with sockets. The program's output, input and exit code are unchanged.
 */
export function toTracedCommand(traceFile: string, command: readonly string[]): readonly [string, ...string[]] {
  return toStrace(
    traceFile,
    ['--trace=connect,sendto,sendmsg,sendmmsg', '--decode-fds=socket', '--string-limit=0'],
    command,
  );
}

/**
 * What a trace says about the network, in order: every attempt to connect, and everything sent, on a socket that can
 * reach another address. Local sockets (Unix, netlink) are left out, except for those of the services that
 * resolve names for other programs.
 */
export async function readSocketUses(traceFile: string): Promise<readonly SocketUse[]> {
  const lines = (await readFile(traceFile, 'utf8')).split('\n');
  return lines.map(parseLine).filter((use) => use !== null);
}

/**
 * The uses by which a program itself contacts another machine. Sending on a TCP socket needs a connection, which it may have
 * accepted from a debugger. Connecting a UDP socket sends nothing: Chromium does it to learn which of the machine's own
 * addresses a packet would leave from.
 */
export function thatReachOut(uses: readonly SocketUse[]): readonly SocketUse[] {
  return uses.filter(({ call, transport }) => call === (transport === 'udp' ? 'send' : 'connect'));
}

/** `1234 connect(19<UDP:[77]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.1")}, 16) = 0` */
function parseLine(line: string): SocketUse | null {
  const start = /^\d+\s+(connect|sendto|sendmsg|sendmmsg)\(\d+(?:<([A-Za-z0-9-]+):)?/.exec(line);
  if (start === null) return null;
  const [, call = '', protocol = ''] = start;
  const isInternet = /^(TCP|UDP|RAW|PING)/.test(protocol);
  const peer = readAddress(line);
  if (!isInternet && peer === null) return null;
  const transport = protocol.startsWith('TCP') ? 'tcp' : protocol.startsWith('UDP') ? 'udp' : 'other';
  return { call: call === 'connect' ? 'connect' : 'send', transport, peer: peer ?? 'where it was connected to' };
}

function readAddress(line: string): string | null {
  const nameService = /sun_path="([^"]*(?:systemd\/resolve|avahi)[^"]*)"/.exec(line)?.[1];
  if (nameService !== undefined) return nameService;
  const family = /sa_family=AF_(INET6?)\b/.exec(line)?.[1];
  if (family === undefined) return null;
  const port = /sin6?_port=htons\((\d+)\)/.exec(line)?.[1] ?? '?';
  const address = /inet_(?:addr\(|pton\(AF_INET6, )"([^"]*)"/.exec(line)?.[1] ?? '?';
  return family === 'INET6' ? `[${address}]:${port}` : `${address}:${port}`;
}
