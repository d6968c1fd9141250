import type { SourceWords } from '../source-words.ts';

/** What sources say about themselves, by their English: `shared/sources/<id>/descriptor.ts`. */
export const sourceWords: SourceWords = {
  // Skipped records.
  'made by the agent itself, so nothing was billed': 'エージェント自身が生成したもので課金なし',
  'a limit was reached, but not until when': '期限の記載がない上限到達',
  'copies of what a subagent logs in its own file': 'サブエージェントが自身のファイルに記録する内容のコピー',
  'repeating a counter that was already read': '読み取り済みのカウンターの繰り返し',
  'with an older counter, written late': '遅れて書き込まれた古いカウンター',
  'without an id': 'IDなし',
  'sums of old tasks that were continued as sessions': 'セッションとして続けられた古いタスクの合計',
  'answers that a fork copied from another session': 'フォークが別のセッションからコピーした応答',
  'with an impossible cost': 'あり得ない料金',
  'taken over from the logs of another agent, where they count':
    '別のエージェントのログから引き継いだもの（元のログで集計）',
  'with a total, but without what it consists of': '合計だけで内訳なし',
  // Calls whose usage is not logged.
  'session titles': 'セッションのタイトル',
  'recaps after a break': '中断後のまとめ',
  compactions: 'コンテキストの圧縮',
  'web searches': 'ウェブ検索',
  'summaries of long conversations (only their cost)': '長い会話の要約（料金のみ）',
  'summaries of branches that were left': '離れたブランチの要約',
  'tools that asked a model themselves': 'ツール自身によるモデルの呼び出し',
  // What the logs hold, or lack.
  'the output of every request; their input as the average of a run, and only once it has ended':
    '各リクエストの出力。入力は実行ごとの平均で、実行の終了後に限る',
  'its usage is on its server only; download it there as CSV, then run "fuelgauge import cursor FILE"':
    '使用量はサーバー上にしかありません。CSVでダウンロードし、「fuelgauge import cursor ファイル」を実行してください',
  'every request of the threads on this machine; newer builds keep them on a server':
    'このマシン上のスレッドの全リクエスト。新しいバージョンではスレッドがサーバーに保存される',
  'conversations in .pb files are encrypted': '.pbファイルの会話は暗号化されている',
  'every request, but before version 4 some providers report the cache as input; the logged cost is right':
    '全リクエスト。ただしバージョン4より前は、一部のプロバイダーがキャッシュを入力として報告する。記録された料金は正確',
  'every answer of its command line, but only when its session began; not those of subagents and of the extension':
    'コマンドラインの全応答。ただし時刻はセッションの開始時刻のみ。サブエージェントと拡張機能の応答は含まない',
  'only the cost of each session, no tokens': '各セッションの料金のみ。トークン数なし',
  'only the sum of each session, at the time of its first request':
    '各セッションの合計のみ。時刻は最初のリクエストのもの',
  'of older sessions only the sum, without the cache': '古いセッションは合計のみで、キャッシュを含まない',
  'sums of turns, and nothing of turns that did not end or of versions before mid-2026':
    'ターンごとの合計。終わらなかったターンと2026年半ばより前のバージョンの分は含まない',
  'only what another tool kept, mostly as sums of days; see "fuelgauge import"':
    'ほかのツールが残した分のみ。多くは1日ごとの合計（「fuelgauge import」を参照）',
  'every request, but not always its model, and of summaries of long conversations only the cost':
    '全リクエスト。ただしモデルは不明なことがあり、長い会話の要約は料金のみ',
  'only agents of the local backend; those on a server leave nothing here':
    'ローカルのバックエンドのエージェントのみ。サーバー上のものはここに何も残さない',
  'the usage of your proxy; responses that no log can be joined to are compared by "fuelgauge reconcile", not counted':
    'プロキシの使用量。ログと結び付かない応答は集計せず、「fuelgauge reconcile」で比較する',
  'sums of threads; of older ones only the last request of each turn':
    'スレッドごとの合計。古いスレッドは各ターンの最後のリクエストのみ',
};
