import { readReport, runBuiltCli, type PrintedReport } from './run-cli.ts';

/** What panels are held to: what the command line and the API say of the same logs. */
export interface PanelFacts {
  /** What `report --json --by model` says. */
  readonly report: PrintedReport;
  readonly limits: readonly LimitFact[];
  /** At several moments, the first before the scrape and the last after it: a forecast moves with the time. */
  readonly forecasts: readonly ForecastFacts[];
  readonly sites: readonly ActivityFact[];
  readonly commands: readonly ActivityFact[];
  /** What runs on this machine. */
  readonly processes: readonly { readonly agent: string; readonly label: string; readonly rssBytes: number }[];
  readonly alerts: readonly { readonly intent: { readonly kind: string } }[];
}

/** A limit, as `limits --json` prints it. */
export interface LimitFact {
  readonly source: string;
  readonly provider: string;
  readonly account: string | null;
  readonly limitId: string;
  readonly scope: string;
  readonly usedPercent: number;
  readonly headroomPercent: number;
  readonly resetsAt: string;
}

type Quantiles = Readonly<Record<string, number>>;

/** A forecast, as far as panels show it. */
export interface ForecastFacts {
  readonly totals: readonly { readonly kind: string; readonly source: string | null; readonly tokens: Quantiles }[];
  readonly limits: readonly {
    readonly id: {
      readonly provider: string;
      readonly account: string | null;
      readonly name: string;
      readonly scope: string;
    };
    readonly source: string;
    readonly percent: Quantiles;
    readonly interval: { readonly from: number; readonly to: number };
    readonly runOut: { readonly probability: number };
  }[];
}

interface ActivityFact {
  readonly name: string;
  readonly category: string | null;
  readonly count: number;
  readonly activeMs: number;
  readonly costMicroUsd: number | null;
}

/** Reads limits and what stands in histories, by the command line with a ledger of its own. */
export async function readLoggedFacts(
  home: string,
  data: string,
): Promise<Pick<PanelFacts, 'limits' | 'sites' | 'commands'>> {
  const folders = ['--home', home, '--data', data];
  // One after the other: each would own the ledger.
  const { sites, commands } = await command<Pick<PanelFacts, 'sites' | 'commands'>>('call', 'appsAndSites', ...folders);
  const { rows } = await command<{ rows: LimitFact[] }>('limits', '--json', ...folders);
  return { limits: rows, sites, commands };
}

/** Reads what the logs sum up to, by the command line with a ledger of its own. */
export function readPrintedReport(home: string, data: string): Promise<PrintedReport> {
  return readReport(home, data, '--by', 'model');
}

async function command<Answer>(...args: readonly string[]): Promise<Answer> {
  const { code, stdout, stderr } = await runBuiltCli(args);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as Answer;
}

/** Asks a server for what is in no log. */
export async function readServedFacts(
  address: string,
): Promise<Pick<PanelFacts, 'processes' | 'alerts'> & { readonly forecast: ForecastFacts }> {
  const [forecast, processes, alerts] = await Promise.all([
    ask<ForecastFacts>(address, 'forecast'),
    ask<{ rows: PanelFacts['processes'] }>(address, 'processes'),
    ask<{ rows: PanelFacts['alerts'] }>(address, 'alerts'),
  ]);
  return { forecast, processes: processes.rows, alerts: alerts.rows };
}

async function ask<Answer>(address: string, call: string): Promise<Answer> {
  return (await (await fetch(`${address}/api/${call}`)).json()) as Answer;
}
