import type { AlertKind } from '../../domain/alert-intent.ts';

/** What each rule watches. */
export const ruleHints: Readonly<Record<AlertKind, string>> = {
  threshold: '上のしきい値ごとに、リセットまでに1回。',
  'runs-out': '現在のペースでは、リセット前に使い切るとき。',
  depleted: '上限の残りがなくなったとき。',
  restored: '使い切った上限が再び使えるようになり、ほかに妨げるものがないとき。',
  spend: '下の予算の80%と100%で。',
  burn: '直近1時間が、普段の忙しい時間を大きく上回ったとき。',
  anomaly: 'セッションや1日の使用が普段を大きく上回ったとき。主な原因も示します。',
  allowance: '上限で使える量が以前より増減したとき、またはプランが変わったとき。',
  'busy-agent': 'エージェントが15分間、1.5コアまたは8GBを超えて使ったとき。',
  session: 'エージェント自身のフックが知らせたとき。追加する内容は「fuelgauge guard settings」が出力します。',
  guard: '上のソフト上限とハード上限で。',
  orphan: 'エージェントの終了から5分たっても、起動したプロセスが残っているとき。',
  'silent-source': 'ログは増えているのに、数えられる内容がないとき。',
  'expiring-logs': 'まだ読んでいないログを、エージェントがまもなく削除するとき。',
  incident:
    'エージェントのプロバイダーの公開ステータスページが重大な障害を報告したとき。5分ごとに確認します。ほかのページは下で指定できます。',
  digest: '午後6時に1日を、週の最終日に1週間をまとめます。',
};
