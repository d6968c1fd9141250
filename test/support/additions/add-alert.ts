import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { translatedLanguages } from '../../../shared/domain/translated-languages.ts';
import { editFile } from '../copy-repository.ts';

/** Adds a rule to a copy of the repository, as ARCHITECTURE.md says: its facts, its file, its message and its line. */
export function addRule(to: string): void {
  const file = (path: string): string => join(to, 'shared', path);
  editFile(
    file('domain/alert-intent.ts'),
    /interface AlertParameters \{/,
    "$&\n  readonly 'used-up': { readonly subject: AlertSubject };",
  );
  cpSync(join(to, 'test/support/added-alert/rule.ts.txt'), file('alerts/rules/used-up.ts'));
  editFile(file('alerts/intent-schema.ts'), /^ {2}depleted: .*$/m, "$&\n  'used-up': v.strictObject({ subject }),");
  editFile(file('alerts/alert-choices.ts'), /^ {2}depleted: .*$/m, "$&\n  'used-up': group(common(true)),");
  for (const language of ['en', ...translatedLanguages]) addWords(file(`messages/${language}`));
  editFile(
    join(to, 'test/support/messages/message-samples.ts'),
    /^ {2}restored: .*$/m,
    "$&\n  'used-up': [{ subject }],",
  );
  const rules = file('alerts/rules/all-rules.ts');
  editFile(rules, /^import \{ thresholdRule.*$/m, "$&\nimport { usedUpRule } from './used-up.ts';");
  editFile(rules, /threshold: thresholdRule,/, "$&\n  'used-up': usedUpRule,");
}

/** The words of the rule in a language: all of them have every alert. */
function addWords(folder: string): void {
  editFile(
    join(folder, 'notifications.ts'),
    /\n {2}return \{\n/,
    "$&    'used-up': (_intent, { sourceLabel }) => ({ title: `${sourceLabel} took everything`, body: 'Take a break.' }),\n",
  );
  editFile(join(folder, 'alerts.ts'), /^ {2}depleted: .*$/m, "$&\n  'used-up': 'Took everything',");
  const hints = join(folder, existsSync(join(folder, 'rule-hints.ts')) ? 'rule-hints.ts' : 'settings.ts');
  editFile(hints, /^ {2}depleted: .*$/m, "$&\n  'used-up': 'When a window was used up.',");
}

/** Adds a channel to a copy of the repository: its folder and its line. */
export function addChannel(to: string): void {
  const folder = join(to, 'main/node/channels/added');
  mkdirSync(folder);
  cpSync(join(to, 'test/support/added-alert/channel.ts.txt'), join(folder, 'added-channel.ts'));
  const channels = join(to, 'main/node/host/alerts/all-channels.ts');
  editFile(
    channels,
    /^import \{ createLogChannel.*$/m,
    "$&\nimport { createAddedChannel } from '../../channels/added/added-channel.ts';",
  );
  editFile(
    channels,
    /\{ channel: createLogChannel[^\]]*\}/,
    "$&, { channel: createAddedChannel(process.env['ALERT_ADDRESS']!), isOn: ({ notifications }) => notifications }",
  );
}
