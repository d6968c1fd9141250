export { answerCall, checkAnswer, isNameOf, parseArgument, subjectOf, type Answering } from './answer-call.ts';
export { createClient, createRemote, type CallAnswer, type Client, type Host, type Transport } from './client.ts';
export {
  call,
  namesOf,
  schemaNameOf,
  type AnswerOf,
  type ArgumentOf,
  type Call,
  type Contract,
  type Events,
  type Handlers,
  type NameOf,
  type PayloadOf,
  type Procedure,
  type Procedures,
  type Remote,
} from './define.ts';
export {
  engineCalls,
  hostContract,
  type EngineCalls,
  type HostCalls,
  type HostContract,
  type HostEvents,
} from './host-contract.ts';
export { nothing } from './schemas/common.ts';
export { settingsSchema } from './schemas/settings.ts';
export { snapshotSchema } from './schemas/snapshot.ts';
export {
  desktopContract,
  shellContract,
  type DesktopCalls,
  type DesktopContract,
  type DesktopEvents,
  type ShellCalls,
} from './shell-contract.ts';
export { views, type View } from './views.ts';
export { alertRecordSchema, type ChannelStatus } from './schemas/alerts.ts';
