import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

/** Alerts that were, the rules, and a dry run. */
export function createAlertHistory(format: Formats): Translation['alertHistory'] {
  return {
    tabsLabel: '表示する内容',
    tabs: { history: '履歴', dryRun: 'ドライラン' },
    none: 'アラートはまだありません',
    noneText: '発生したアラートと、その送信先がここに表示されます。',
    when: '日時',
    what: '内容',
    state: '状態',
    sent: '送信',
    notSent: 'なし',
    desktop: 'デスクトップ',
    delivery: (channel, state) => `${channel}：${state}`,
    dryRun: '直近30日間でルールを試す',
    dryRunText: '台帳にある直近30日間の内容に、設定のルールを当てはめます。何も送信しません。',
    running: 'ルールを試しています…',
    would: (count) =>
      count === 0 ? '出たはずのアラートはありません。' : `出たはずのアラートは${format.integer(count)}件です。`,
  };
}
