import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { readCrashes } from '../../host/error-reports/read-crashes.ts';
import { parseZipOption } from '../options/parse-values.ts';
import { toBundle } from '../bundle/to-bundle.ts';
import { toZip, type ZipEntry } from '../bundle/to-zip.ts';
import { askConsent } from '../ask-consent.ts';
import type { CliHost } from '../cli-host.ts';
import { messages } from '../messages.ts';
import type { Answer, CliCommand } from '../command.ts';

const { bundle: texts, help } = messages.cli;

/** Adds the options of a bundle to `doctor`. */
export function declareBundle(command: Command): void {
  command.option('--bundle <file>', help.bundle.file, parseZipOption).option('-y, --yes', help.bundle.yes);
}

/** The command that replaces `doctor` when a bundle is wanted; null otherwise. */
export function readBundle(command: Command, cliHost: Pick<CliHost, 'stdout' | 'ask'>): CliCommand | null {
  const { bundle, yes } = command.opts<{ readonly bundle?: string; readonly yes?: boolean }>();
  return bundle === undefined ? null : createBundleCommand(bundle, yes === true, cliHost);
}

/**
 * Builds `fuelgauge doctor --bundle <file>`: one archive to attach to a report. Everything in it is shown before it is
 * written, and nothing is written unless the person says yes, here or by `isYes`. An existing file stays as it is.
 */
function createBundleCommand(
  file: string,
  isYes: boolean,
  { stdout, ask }: Pick<CliHost, 'stdout' | 'ask'>,
): CliCommand {
  return {
    name: 'doctor',
    needsLogs: true,
    options: [],
    async ask(client) {
      const doctor = await client.call('doctor', { source: null });
      const settings = await client.call('settings');
      const entries = toBundle({ doctor, settings, crashes: await readCrashes(doctor.dataFolder) });
      for (const line of toPreview(entries)) await stdout.write(`${line}\n`);
      if (!isYes) {
        const refusal = await askConsent(ask, texts.confirm(cleanText(file)), texts);
        if (refusal !== null) return toAnswer(false, refusal);
      }
      try {
        await writeFile(file, await toZip(entries), { flag: 'wx', mode: 0o600 });
      } catch (error) {
        return toAnswer(false, texts.notWritten(cleanText(file), toCode(error)));
      }
      return toAnswer(true, texts.written(cleanText(file)));
    },
  };
}

function* toPreview(entries: readonly ZipEntry[]): Generator<string> {
  for (const { name, text } of entries) {
    yield texts.entry(name, Buffer.byteLength(text));
    yield cleanLines(text);
  }
  yield texts.list(entries.map(({ name }) => name));
}

function cleanLines(text: string): string {
  return text.split('\n').map(cleanText).join('\n');
}

function toAnswer(isWritten: boolean, sentence: string): Answer {
  return {
    json: () => ({ schema: 'fuelgauge.bundle.v1', isWritten }),
    text: () => [sentence],
    exitCode: isWritten ? 0 : 1,
  };
}

function toCode(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'unknown';
}
