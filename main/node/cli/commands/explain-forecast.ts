import type { AnswerOf, Client, HostCalls, HostContract } from '../../../../shared/contract/index.ts';
import type { BacktestQuantity, BacktestRow } from '../../../../shared/domain/backtest.ts';
import type { LimitForecast, TotalForecast } from '../../../../shared/domain/forecast.ts';
import { toIso } from '../../../../shared/domain/instant.ts';
import { toAgeMs } from '../../../../shared/domain/limit-window.ts';
import { bold, dim, wrapText, type Page } from '../output/page.ts';
import { messages } from '../messages.ts';
import { createInstantText } from '../output/figures.ts';
import type { Answer } from '../command.ts';

const { cli, format } = messages;
const { explainForecast: words, forecast: texts } = cli;

type Forecast = AnswerOf<HostCalls, 'forecast'>;

/** What a forecast is based on: its own figures, and how good such forecasts have been for this person. */
interface ExplainedForecast {
  readonly name: string;
  readonly unit: 'tokens' | 'percent';
  readonly forecast: TotalForecast | LimitForecast;
  /** The record at half time, over all of the history; null where there is none yet, and for a provider's limit. */
  readonly record: Pick<BacktestRow, 'forecasts' | 'medianApe' | 'coverage80'> | null;
}

/** The quantity whose record applies to each total. */
const quantities: Readonly<Record<TotalForecast['kind'], BacktestQuantity>> = {
  block: 'block-total',
  day: 'day-total',
  week: 'week-total',
};

/** `fuelgauge explain forecast [ID]`: the moment of each forecast, its rule, and its record. */
export async function explainForecasts(
  client: Client<HostContract>,
  id: string | null,
  source: string | null,
): Promise<Answer> {
  const [forecast, { rows }] = [await client.call('forecast', { source }), await client.call('backtest', { source })];
  const explained = listExplained(forecast, rows).filter(({ name }) => isNamed(name, id));
  return {
    json: () => ({
      schema: 'fuelgauge.explainForecast.v1',
      generatedAt: toIso(forecast.generatedAtMs),
      rows: explained,
    }),
    text: (page) => toText(page, explained, id),
  };
}

function listExplained({ totals, limits }: Forecast, rows: readonly BacktestRow[]): readonly ExplainedForecast[] {
  const recordOf = (quantity: BacktestQuantity): ExplainedForecast['record'] =>
    rows.find(
      (row) =>
        row.quantity === quantity &&
        row.method === 'fuelgauge' &&
        row.elapsedShare === 0.5 &&
        row.historyDays === null &&
        row.forecasts > 0,
    ) ?? null;
  return [
    ...totals.map((forecast) => ({
      name: texts.total(forecast.kind, forecast.source),
      unit: 'tokens' as const,
      forecast,
      record: recordOf(quantities[forecast.kind]),
    })),
    ...limits.map((forecast) => ({
      name: words.limit(forecast.source, forecast.id),
      unit: 'percent' as const,
      forecast,
      record: null,
    })),
  ];
}

function isNamed(name: string, id: string | null): boolean {
  return id === null || name.toLowerCase().includes(id.toLowerCase());
}

/** How likely it runs out; for a limit whose figure is too old to say, how old that is. */
function toRunOutSentences(forecast: TotalForecast | LimitForecast, { nowMs }: Page): readonly string[] {
  if (forecast.runOut !== null) return [words.odds(texts.odds(forecast.runOut.probability))];
  return 'observedAtMs' in forecast ? [words.staleFigure(toAgeMs(forecast, nowMs))] : [];
}

function* toText(page: Page, explained: readonly ExplainedForecast[], id: string | null): Iterable<string> {
  if (explained.length === 0) return yield wrapText(page, id === null ? texts.nothing : cli.explain.noForecast);
  const toMoment = createInstantText(page);
  for (const { name, unit, forecast, record } of explained) {
    const amount = (value: number): string => (unit === 'tokens' ? format.compact(value) : format.percent(value));
    const used = 'usedTokens' in forecast ? forecast.usedTokens : forecast.usedPercent;
    const { p50 } = 'tokens' in forecast ? forecast.tokens : forecast.percent;
    yield bold(page, name);
    const sentences = [
      words.figures(amount(used), amount(p50), amount(forecast.interval.from), amount(forecast.interval.to)),
      words.asOf(toMoment(forecast.asOfMs), toMoment(forecast.endMs)),
      unit === 'tokens' ? words.rule : words.limitRule,
      ...toRunOutSentences(forecast, page),
      unit === 'percent' ? words.noRecordOfLimits : record === null ? words.noRecord : words.record(record),
    ];
    for (const sentence of sentences) yield wrapText(page, sentence, 2);
    yield '';
  }
  yield dim(page, wrapText(page, texts.estimated));
}
