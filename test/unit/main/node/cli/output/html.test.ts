import { describe, expect, it } from 'vitest';
import { formatHtml } from '../../../../../../main/node/cli/output/html.ts';

describe('formatHtml', () => {
  const heading = { title: 'A & B', note: 'now' };

  it('is a table with its totals', () => {
    const columns = [{ head: 'Project' }, { head: 'Events', align: 'right' as const }];
    const lines = [...formatHtml({ columns, rows: [['shop', '3']], totals: ['Total', '3'] }, heading)];
    expect(lines).toContain('<tr><td>shop</td><td class="n">3</td></tr>');
    expect(lines).toContain('<tfoot><tr><td>Total</td><td class="n">3</td></tr></tfoot>');
    expect(lines.join('\n')).toContain('<title>A &amp; B</title>');
  });

  it('shows a name from a log as text, whatever it contains', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&\u001b[31m';
    const page = [...formatHtml({ columns: [{ head: 'Project' }], rows: [[evil]] }, heading)].join('\n');
    expect(page).toContain('<td>&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
    expect(page).not.toContain('\u001b');
    expect(page).toContain("default-src 'none'");
  });
});
