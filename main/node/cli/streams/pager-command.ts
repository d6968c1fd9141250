type Variables = Readonly<Record<string, string | undefined>>;

/** A program that shows text page by page, and what it needs in its environment beyond ours. */
export interface PagerCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly variables: Variables;
}

/** Ends at once when everything fits (F), shows colors (R), and leaves the text on the screen (X). */
const lessOptions = 'FRX';
const word = /"([^"]*)"|'([^']*)'|[^\s"']+/g;
/** What only a shell understands. */
const shellSyntax = /[|&;<>()$`\\*?[\]#~=%!{}\n]/;

/**
 * The pager of the person: `PAGER`, as other programs read it, or `less`. Null where none is wanted: an empty `PAGER`,
 * `cat`, a terminal that can do nothing (`TERM=dumb`), and Windows, unless `PAGER` names one, since its own `more` knows
 * neither colors nor UTF-8.
 */
export function findPager(variables: Variables, platform: NodeJS.Platform): PagerCommand | null {
  const { PAGER: wanted, TERM: terminal } = variables;
  if (terminal === 'dumb') return null;
  const options = variables['LESS'] === undefined ? { LESS: lessOptions } : {};
  if (wanted === undefined) {
    return platform === 'win32' ? null : { file: 'less', args: [`-${lessOptions}`], variables: options };
  }
  if (platform !== 'win32' && shellSyntax.test(wanted)) {
    return { file: '/bin/sh', args: ['-c', wanted], variables: options };
  }
  const [file, ...args] = Array.from(wanted.matchAll(word), ([all, double, single]) => double ?? single ?? all);
  if (file === undefined || file === '' || /(?:^|[\\/])cat(?:\.exe)?$/i.test(file)) return null;
  return { file, args, variables: options };
}
