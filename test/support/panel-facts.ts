import { runBuiltCli, type PrintedReport } from './run-cli.ts';

/** What panels are held to: what the command line and the API say of the same logs. */
export interface PanelFacts {
  /** What `report --json --by model` says. */
  readonly report: PrintedReport;
  readonly limits: readonly LimitFact[];
  /** Of two moments, before the server's start and after the scrape: a forecast moves with the time. */
  readonly earlier: ForecastFacts;
  readonly later: ForecastFacts;
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

/** Reads what stands in logs and histories, by the command line with a ledger of its own. */
export async function readPrintedFacts(
  home: string,
  data: string,
): Promise<Pick<PanelFacts, 'report' | 'limits' | 'sites' | 'commands'>> {
  const command = async <Answer>(...args: readonly string[]): Promise<Answer> => {
    const { code, stdout, stderr } = await runBuiltCli([...args, '--home', home, '--data', data]);
    if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${stderr}`);
    return JSON.parse(stdout) as Answer;
  };
  // One after the other: the first owns the ledger, and reads everything for all.
  const { sites, commands } = await command<Pick<PanelFacts, 'sites' | 'commands'>>('call', 'appsAndSites');
  const [report, limits] = await Promise.all([
    command<PrintedReport>('report', '--json', '--by', 'model'),
    command<{ rows: LimitFact[] }>('limits', '--json'),
  ]);
  return { report, limits: limits.rows, sites, commands };
}

/** Asks a server for what is in no log. */
export async function readServedFacts(address: string): Promise<Pick<PanelFacts, 'later' | 'processes' | 'alerts'>> {
  const [later, processes, alerts] = await Promise.all([
    readForecast(address),
    ask<{ rows: PanelFacts['processes'] }>(address, 'processes'),
    ask<{ rows: PanelFacts['alerts'] }>(address, 'alerts'),
  ]);
  return { later, processes: processes.rows, alerts: alerts.rows };
}

/** The forecast of a server now. */
export function readForecast(address: string): Promise<ForecastFacts> {
  return ask(address, 'forecast');
}

async function ask<Answer>(address: string, call: string): Promise<Answer> {
  return (await (await fetch(`${address}/api/${call}`)).json()) as Answer;
}
