import path from 'node:path';
import type { DoctorReport, SourceDiagnosis } from '../../../../shared/domain/doctor-report.ts';
import type { Problem } from '../../../../shared/domain/problem.ts';
import { formatBytes, formatInteger } from '../../../../shared/format/numbers.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { settingsFileName } from '../../settings-file.ts';
import { cleanText } from '../output/clean-text.ts';
import { toProblemJson } from '../output/problem-json.ts';
import { toIso } from '../output/figures.ts';
import { strong, wrapText, type Page } from '../output/page.ts';
import type { CliCommand } from './command.ts';

const messages = createMessages();
const indent = '  ';
const labelWidth = 16;

/** `fuelgauge doctor`: everything that explains the numbers of each source. */
export const doctorCommand: CliCommand = {
  name: 'doctor',
  summary: 'where the logs were looked for, what was read, merged and skipped, and why',
  details: 'The first thing to look at when a number surprises. It shows no prompt text.',
  needsLogs: true,
  run({ engine, options, timeZone }) {
    const whole = engine.doctor();
    const doctor: DoctorReport = {
      ...whole,
      sources: whole.sources.filter(({ source }) => options.source === null || source === options.source),
    };
    const { problems } = engine.snapshot().sections.health;
    return {
      json: () => toDoctorJson(doctor, problems, timeZone),
      text: (page) => formatDoctor(page, doctor, problems),
    };
  },
};

function toDoctorJson({ generatedAtMs, ...doctor }: DoctorReport, problems: readonly Problem[], timezone: string) {
  const sources = doctor.sources.map(({ unloggedCalls, ...source }) => ({
    ...source,
    // Version 1 of the schema has another name for unlogged calls.
    invisibleCalls: unloggedCalls,
    unreadable: source.unreadable.map(({ path, reason }) => ({
      path,
      reason: messages.failures.read(reason),
      code: reason,
    })),
  }));
  return {
    schema: 'fuelgauge.doctor.v1',
    generatedAt: toIso(generatedAtMs),
    timezone,
    ...doctor,
    sources,
    problems: problems.map(toProblemJson),
  };
}

function formatDoctor(page: Page, doctor: DoctorReport, problems: readonly Problem[]): readonly string[] {
  return [
    toLine(page, 'Data folder', cleanText(doctor.dataFolder), ''),
    toLine(page, 'Prices of', doctor.pricesDatedOn, ''),
    ...problems.map((problem) => {
      const label = problem.severity === 'error' ? 'Error' : 'Warning';
      return toLine(page, label, cleanText(describeProblem(problem, messages)), '');
    }),
    ...doctor.sources.flatMap((source) => ['', ...formatSource(page, source)]),
    ...formatPriceHint(page, doctor),
  ];
}

/** How a person can give models a price that the list does not have. */
function formatPriceHint(page: Page, { sources, dataFolder }: DoctorReport): readonly string[] {
  const model = sources.flatMap(({ unpricedModels }) => unpricedModels)[0];
  if (model === undefined) return [];
  const file = cleanText(path.join(dataFolder, settingsFileName));
  const name = JSON.stringify(cleanText(model));
  return [
    '',
    strong(page, 'To price a model'),
    toLine(page, 'Where', `in the settings of the app, or in ${file}`, indent),
    toLine(
      page,
      'Its own price',
      `"priceOverrides": [{ "model": ${name}, "inputUsdPerMillion": …, "outputUsdPerMillion": … }]`,
      indent,
    ),
    toLine(page, 'Same as another', `"modelAliases": [{ "model": ${name}, "pricedAs": "…" }]`, indent),
  ];
}

function formatSource(page: Page, source: SourceDiagnosis): readonly string[] {
  const gone = source.goneFiles > 0 ? `; ${formatInteger(source.goneFiles)} more are gone and stay counted` : '';
  const line = (label: string, text: string): string => toLine(page, label, text, indent);
  return [
    strong(page, `${source.label} (${source.source})`),
    ...source.roots.map(({ path, origin, state, files, bytes }) => {
      const found = state === 'found' ? `${formatInteger(files)} files, ${formatBytes(bytes)}` : state;
      return line('Looked in', `${cleanText(path)} (${origin}): ${found}`);
    }),
    line('Files', `${formatInteger(source.files)}, ${formatBytes(source.bytes)}${gone}`),
    line('Lines read', formatInteger(source.lines)),
    line('Rows with usage', formatInteger(source.eventRows)),
    line('Rows merged', `${formatInteger(source.mergedRows)} (of a response that another row had begun)`),
    line('Events', formatInteger(source.events)),
    line('Replays', `${formatInteger(source.replayedEvents)} (copies of other events, not counted)`),
    line('Unfinished', `${formatInteger(source.unfinishedEvents)} (events whose output may be understated)`),
    line('Lines skipped', toTally(source.skips)),
    line(
      'Unlogged calls',
      `${toTally(source.unloggedCalls)}${sumOf(source.unloggedCalls) > 0 ? ' (their usage is in no log)' : ''}`,
    ),
    line('Unpriced models', source.unpricedModels.map(cleanText).join(', ') || 'none'),
    ...(source.unreadable.length === 0
      ? [line('Unreadable', 'nothing')]
      : source.unreadable.map(({ path, reason }) =>
          line('Unreadable', `${cleanText(path)}: ${messages.failures.read(reason)}`),
        )),
  ];
}

function toLine(page: Page, label: string, text: string, before: string): string {
  const head = before + label.padEnd(labelWidth);
  return wrapText(page, head.replaceAll(' ', '\u00a0') + text, head.length).replaceAll('\u00a0', ' ');
}

function toTally(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts).filter(([, count]) => count > 0);
  return entries.length === 0 ? '0' : entries.map(([name, count]) => `${formatInteger(count)} ${name}`).join(', ');
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce<number>((sum, count) => sum + count, 0);
}
