import type { Handlers, HostCalls } from '../../../../shared/contract/index.ts';
import { fail } from '../../../../shared/lib/result.ts';
import type { StatuslineInstaller } from '../../statusline/installer.ts';

type StatuslineCalls = Pick<
  HostCalls,
  'statusline' | 'previewStatusline' | 'drawStatusline' | 'installStatusline' | 'uninstallStatusline'
>;

/** Answers the calls about the status line; without an installer, that it is not available. */
export function createStatuslineCalls(installer: StatuslineInstaller | null): Handlers<StatuslineCalls> {
  if (installer === null) {
    const refuse = () => fail('unavailable' as const);
    return {
      ...{ statusline: refuse, previewStatusline: refuse, drawStatusline: refuse },
      ...{ installStatusline: refuse, uninstallStatusline: refuse },
    };
  }
  return {
    statusline: async () => ({ ok: true, value: await installer.report() }),
    previewStatusline: (choice) => installer.preview(choice),
    drawStatusline: (choice) => ({ ok: true, value: installer.draw(choice) }),
    installStatusline: (choice) => installer.install(choice),
    uninstallStatusline: () => installer.uninstall(),
  };
}
