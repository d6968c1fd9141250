import type { SettingsFailure } from '../../domain/settings-failure.ts';

/** Why settings were not changed, and what the person can do. */
export function describeSettingsFailure(failure: SettingsFailure): string {
  switch (failure.kind) {
    case 'read-only':
      return 'ここからは設定を変更できません。';
    case 'command-from-page':
      return '実行するプログラムはsettings.jsonでのみ変更でき、ここからは変更できません。';
    case 'not-written':
      return 'settings.jsonに書き込めません。';
    case 'shortcut-taken':
      return 'このキーは別のプログラムまたはシステムが使っています。ほかのキーを選んでください。';
    case 'login-item-not-added':
      return 'システムがログイン時の起動を許可しませんでした。システム設定のログイン項目にFuelgaugeを追加してください。';
    case 'login-item-needs-approval':
      return 'macOSが先に承認を求めています。システム設定の「一般」＞「ログイン項目」でFuelgaugeを許可してください。';
    case 'login-item-not-removed':
      return 'システムがFuelgaugeをログイン項目から削除しませんでした。システム設定で削除してください。';
    case 'login-item-file-not-written': {
      const code = failure.code === null ? '' : `（${failure.code}）`;
      return `ログイン時の起動を変更できませんでした。${failure.file}に書き込めません${code}。`;
    }
  }
}
