import { runAlternately, toContenderFigures, toRatioFigures } from '../lib/alternate.ts';
import type { CorpusName } from '../corpus/provide-corpus.ts';
import { createCcusageReport, createOurReport, createTokscaleReport, type ContenderAgent } from '../lib/contenders.ts';
import type { Figure } from '../lib/figure.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';

interface Case {
  readonly corpus: CorpusName;
  readonly agent: ContenderAgent;
  /** The maximum time of a first report, as a share of ccusage's. */
  readonly maxRatio: number;
}

const cases: readonly Case[] = [
  { corpus: 'real-claude', agent: 'claude', maxRatio: 1 },
  { corpus: 'real-codex', agent: 'codex', maxRatio: 1 },
  { corpus: 'real-claude-1gb', agent: 'claude', maxRatio: 0.7 },
  { corpus: 'real-codex-1gb', agent: 'codex', maxRatio: 0.7 },
  { corpus: 'distinct', agent: 'claude', maxRatio: 0.7 },
];

/** First and second report on logs written by agents, and on logs in which no row repeats another. */
export const realLogs: Measurement = {
  name: 'real-logs',
  title: 'First report and the one after it, on real logs repeated and on rows that never repeat',
  needsDesktop: false,
  async measure(bench) {
    const figures = [];
    for (const each of cases) figures.push(...(await measureCase(bench, each)));
    return figures;
  },
};

async function measureCase(bench: Bench, { corpus, agent, maxRatio }: Case): Promise<readonly Figure[]> {
  const { folder, figures } = bench.corpus(corpus);
  const home = agent === 'claude' ? bench.newHome([folder]) : bench.newHome([], folder);
  const kept = bench.newFolder();
  const only = ['--source', agent === 'claude' ? 'claude-code' : 'codex'];
  // ccusage miscounts some of the real logs: `npm run compare` shows which and why.
  const theirTokens = corpus === 'distinct' ? figures.tokens : null;
  const [first, again, theirs, cold] = await runAlternately(bench, [
    createOurReport(bench, `${corpus}, first`, home, bench.newFolder, figures.tokens, only),
    createOurReport(bench, `${corpus}, again`, home, () => kept, figures.tokens, only),
    await createCcusageReport(bench, home, theirTokens, agent),
    await createTokscaleReport(bench, home, 'without its cache', theirTokens, agent),
  ]);
  const ours = [first!, again!];
  return [
    ...toContenderFigures([
      ...ours,
      { ...theirs!, name: `${corpus}, ccusage` },
      { ...cold!, name: `${corpus}, tokscale` },
    ]),
    ...toRatioFigures(first!, theirs!, maxRatio),
    ...toRatioFigures(again!, theirs!, 0.1),
  ];
}
