export { commands, events, queries, reportQuerySchema, views, type View } from './contract.ts';
export {
  calls,
  createHost,
  type AnswerOf,
  type ArgumentOf,
  type CallHandlers,
  type CallName,
  type EventName,
  type Host,
  type PayloadOf,
  type Transport,
} from './host.ts';
