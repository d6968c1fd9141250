import type { SourceWords } from '../source-words.ts';

/** What sources say about themselves, by their English: `shared/sources/<id>/descriptor.ts`. */
export const sourceWords: SourceWords = {
  // Skipped records.
  'made by the agent itself, so nothing was billed': '由智能体自身生成，未计费',
  'a limit was reached, but not until when': '达到限额，但未说明到何时为止',
  'copies of what a subagent logs in its own file': '子智能体记录在自己文件中的内容的副本',
  'repeating a counter that was already read': '重复已读取的计数器',
  'with an older counter, written late': '计数器较旧，写入较晚',
  'without an id': '没有 ID',
  'sums of old tasks that were continued as sessions': '旧任务的合计，这些任务已作为会话继续',
  'answers that a fork copied from another session': '分叉从另一个会话复制的响应',
  'with an impossible cost': '费用值不可能',
  'taken over from the logs of another agent, where they count': '取自另一个智能体的日志，已在那里计入',
  'with a total, but without what it consists of': '只有总数，没有明细',
  // Calls whose usage is not logged.
  'session titles': '会话标题',
  'recaps after a break': '中断后的回顾',
  compactions: '上下文压缩',
  'web searches': '网页搜索',
  'summaries of long conversations (only their cost)': '长对话的摘要（仅费用）',
  'summaries of branches that were left': '已离开分支的摘要',
  'tools that asked a model themselves': '工具自行调用模型',
  // What the logs hold, or lack.
  'the output of every request; their input as the average of a run, and only once it has ended':
    '每次请求的输出；其输入仅为一次运行的平均值，且要等运行结束',
  'its usage is on its server only; download it there as CSV, then run "fuelgauge import cursor FILE"':
    '用量只保存在其服务器上；请在那里下载 CSV，然后运行“fuelgauge import cursor 文件”',
  'every request of the threads on this machine; newer builds keep them on a server':
    '本机各对话串的每次请求；较新的版本将其保存在服务器上',
  'conversations in .pb files are encrypted': '.pb 文件中的对话已加密',
  'every request, but before version 4 some providers report the cache as input; the logged cost is right':
    '每次请求；但在版本 4 之前，部分提供商将缓存报告为输入；记录的费用是正确的',
  'every answer of its command line, but only when its session began; not those of subagents and of the extension':
    '其命令行的每次响应，但时间只是会话开始的时间；不含子智能体和扩展的响应',
  'only the cost of each session, no tokens': '仅每个会话的费用，没有 token 数',
  'only the sum of each session, at the time of its first request': '仅每个会话的合计，时间为其首次请求的时间',
  'of older sessions only the sum, without the cache': '较旧的会话仅有合计，不含缓存',
  'sums of turns, and nothing of turns that did not end or of versions before mid-2026':
    '各轮对话的合计；不含未结束的轮次，也不含 2026 年中之前的版本',
  'only what another tool kept, mostly as sums of days; see "fuelgauge import"':
    '仅其他工具保存的内容，多为每日合计；参见“fuelgauge import”',
  'every request, but not always its model, and of summaries of long conversations only the cost':
    '每次请求，但不一定有模型；长对话的摘要仅有费用',
  'only agents of the local backend; those on a server leave nothing here':
    '仅本地后端的智能体；服务器上的智能体不会在此留下任何数据',
  'the usage of your proxy; responses that no log can be joined to are compared by "fuelgauge reconcile", not counted':
    '您的代理的用量；无法与日志对应的响应不计入，由“fuelgauge reconcile”比较',
  'sums of threads; of older ones only the last request of each turn':
    '各对话串的合计；较旧的仅有每轮对话的最后一次请求',
};
