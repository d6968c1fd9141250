import type { SettingsFailure } from '../../domain/settings-failure.ts';

/** Why settings were not changed, and what the person can do. */
export function describeSettingsFailure(failure: SettingsFailure): string {
  switch (failure.kind) {
    case 'read-only':
      return '无法从这里更改设置。';
    case 'command-from-page':
      return '运行哪个程序只能在 settings.json 中更改，不能从这里更改。';
    case 'not-written':
      return '无法写入 settings.json。';
    case 'shortcut-taken':
      return '这些按键已被其他程序或系统占用。请选择其他按键。';
    case 'login-item-not-added':
      return '系统不允许 Fuelgauge 在登录时启动。请在系统设置中将它添加到登录项。';
    case 'login-item-needs-approval':
      return 'macOS 需要您先批准。请在“系统设置 > 通用 > 登录项”中允许 Fuelgauge。';
    case 'login-item-not-removed':
      return '系统没有将 Fuelgauge 从登录项中移除。请在系统设置中移除它。';
    case 'login-item-file-not-written': {
      const code = failure.code === null ? '' : `（${failure.code}）`;
      return `无法更改登录时启动：${failure.file} 无法写入${code}。`;
    }
  }
}
