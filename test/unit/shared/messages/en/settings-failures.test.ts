import { describe, expect, it } from 'vitest';
import { describeSettingsFailure } from '../../../../../shared/messages/en/settings-failures.ts';

describe('describeSettingsFailure', () => {
  it('names the file that cannot be written, and the reason of the system if it gave one', () => {
    const failure = { kind: 'login-item-file-not-written', file: '/home/ada/a.desktop' } as const;
    expect(describeSettingsFailure({ ...failure, code: 'EROFS' })).toBe(
      'Launch at login could not be changed: /home/ada/a.desktop cannot be written (EROFS).',
    );
    expect(describeSettingsFailure({ ...failure, code: null })).toMatch(/cannot be written\.$/);
  });

  it('says where to allow or remove a login item', () => {
    expect(describeSettingsFailure({ kind: 'login-item-needs-approval' })).toContain('System Settings');
    expect(describeSettingsFailure({ kind: 'login-item-not-removed' })).toContain('Remove it');
    expect(describeSettingsFailure({ kind: 'login-item-not-added' })).toContain('Add it');
  });
});
