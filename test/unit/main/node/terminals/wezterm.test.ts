import { describe, expect, it } from 'vitest';
import { findWezTermPane } from '../../../../../main/node/terminals/wezterm.ts';

/** As `wezterm cli list --format json` prints it, shortened to what is read (wezterm.org/cli/cli/list). */
const listed = JSON.stringify([
  { window_id: 0, tab_id: 0, pane_id: 0, workspace: 'default', tty_name: '/dev/pts/1' },
  { window_id: 0, tab_id: 3, pane_id: 4, workspace: 'default', tty_name: '/dev/pts/2' },
]);

describe('findWezTermPane', () => {
  it('finds the pane by its device', () => {
    expect(findWezTermPane(listed, ['/dev/pts/2'])).toBe(4);
    expect(findWezTermPane(listed, ['/dev/pts/9'])).toBeNull();
    expect(findWezTermPane(listed, [])).toBeNull();
  });

  it.each(['', 'null', '{}', '[null, 7, {"pane_id": "4", "tty_name": "/dev/pts/2"}]', '[{"pane_id": 1.5}]'])(
    'is not led astray by %s',
    (text) => expect(findWezTermPane(text, ['/dev/pts/2', 'undefined'])).toBeNull(),
  );
});
