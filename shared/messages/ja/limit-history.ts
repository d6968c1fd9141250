import type { Formats } from '../format/formats.ts';
import { joinRange } from '../format/join-range.ts';
import type { Translation } from '../translation.ts';

/** Limits over time, and how good their forecasts have been. */
export function createLimitHistory(format: Formats): Translation['limitHistory'] {
  return {
    none: 'この期間に読み取った上限はありません',
    noneText: 'エージェントがプロバイダーの上限を示すと、ここに値が表示されます。',
    chart: (title) => `${title}：使用率の推移`,
    ended: (windows, usedUp) =>
      windows === 0
        ? 'この期間に終わった枠はありません。'
        : `${format.integer(windows)}個の枠が終了し、うち${format.integer(usedUp)}個を使い切りました。`,
    now: (percent) => `現在${format.percent(percent)}使用。`,
    forecast: (low, high) => `リセット時の予測：${joinRange(format.percent(low), format.percent(high), '〜')}。`,
    firstReading: (at) => `最初の読み取り：${at}。`,
    lastReading: (at) => `最後の読み取り：${at}。`,
    used: '使用',
    readings: '読み取り値',
    band: '予測（80%区間）',
    official: '公式',
    record: {
      title: '予測の実績',
      run: '履歴を再生',
      running: '履歴を再生中…',
      text: '過去の時点について、当時分かっていたことだけで予測し直し、実際の結果と比べます。',
      none: '履歴がまだ足りません。',
      quantity: '対象',
      method: '方法',
      forecasts: '予測数',
      error: '典型的な誤差',
      covered: '区間内',
      falseAlarms: '誤報',
      missed: '見逃し',
    },
  };
}
