import { expect, it } from 'vitest';
import { filterFields } from '../../../../../../shared/domain/profile-fields.ts';
import { reportKeys } from '../../../../../../shared/domain/report.ts';
import { createMessages } from '../../../../../../shared/messages/catalogue.ts';

const { answers, help } = createMessages('en').cli;

it.each(filterFields)('an empty answer names the filter by $report', ({ report }) => {
  expect(answers.noMatch()).toContain(`--${report}`);
});

it.each(reportKeys)('the summary of report says that rows may stand for %s', (key) => {
  expect(help.commands.report.summary).toContain(key);
});

it.each(Object.entries(help.commands))(
  'the summary of %s completes a sentence that begins with Shows',
  (_name, { summary }) => {
    expect(summary).not.toMatch(/^(?:show|tell|run|print|list|keep|write|start|stop|open|answer|install)s? /);
    expect(summary).not.toMatch(/\.$/);
  },
);
