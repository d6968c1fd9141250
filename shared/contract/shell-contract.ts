import * as v from 'valibot';
import { call, type Contract } from './define.ts';
import { hostContract } from './host-contract.ts';
import { nothing } from './schemas/common.ts';
import { nameEncryptionSchema } from './schemas/name-encryption.ts';
import {
  createdTokenSchema,
  newTokenSchema,
  pairingSchema,
  serverStateSchema,
  tokenQuerySchema,
} from './schemas/server.ts';
import { sessionQuerySchema } from './schemas/session-timeline.ts';
import { views } from './views.ts';

const gaugeSide = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(2_000));

/** What only a desktop shell can do: it has windows, a popover, and a process that can end. */
export const shellContract = {
  calls: {
    openWindow: call({ method: 'POST', path: '/shell/window', argument: v.picklist(views), answer: nothing }),
    /** Opens the main window with the timeline of a session. */
    openSession: call({
      method: 'POST',
      path: '/shell/session',
      argument: sessionQuerySchema,
      answer: nothing,
    }),
    hidePopover: call({ method: 'POST', path: '/shell/hide-popover', argument: nothing, answer: nothing }),
    /** Shows the popover, or hides it: a click on the gauge. */
    togglePopover: call({ method: 'POST', path: '/shell/toggle-popover', argument: nothing, answer: nothing }),
    /** The size of the gauge's content, in CSS pixels: its window follows. */
    fitGauge: call({
      method: 'POST',
      path: '/shell/gauge-size',
      argument: v.strictObject({ width: gaugeSide, height: gaugeSide }),
      answer: nothing,
    }),
    /** The height of the popover's content, in CSS pixels: the window follows it up to the work area. */
    resizePopover: call({
      method: 'POST',
      path: '/shell/popover-height',
      argument: v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(100_000)),
      answer: nothing,
    }),
    /** Shows the project folder of a session in the file manager; nothing in it is opened. False where there is none. */
    showFolder: call({
      method: 'POST',
      path: '/shell/show-folder',
      argument: sessionQuerySchema,
      answer: v.boolean(),
    }),
    /** Lets the person choose a folder; null when they cancel. */
    chooseFolder: call({
      method: 'POST',
      path: '/shell/choose-folder',
      argument: nothing,
      answer: v.nullable(v.string()),
    }),
    /** How the names of the ledger are stored. Changed by the command line only, while nothing else has the ledger open. */
    encryption: call({
      method: 'GET',
      about: 'settings',
      path: '/shell/encryption',
      argument: nothing,
      answer: nameEncryptionSchema,
    }),
    /** The server's state, once the settings have been applied, and its tokens. */
    server: call({
      method: 'GET',
      about: 'settings',
      path: '/shell/server',
      argument: nothing,
      answer: serverStateSchema,
    }),
    /** Creates a token for a program; its text is shown once and never stored. */
    createToken: call({
      method: 'POST',
      path: '/shell/server/tokens',
      argument: newTokenSchema,
      answer: createdTokenSchema,
    }),
    /** Revokes a token; false when none has this id. */
    revokeToken: call({
      method: 'POST',
      path: '/shell/server/tokens/revoke',
      argument: tokenQuerySchema,
      answer: v.boolean(),
    }),
    /** Creates a code that one phone can exchange for a read token; null where no phone reaches the server. */
    createPairing: call({ method: 'POST', path: '/shell/server/pairing', argument: nothing, answer: pairingSchema }),
    quit: call({ method: 'POST', path: '/shell/quit', argument: nothing, answer: nothing }),
  },
  events: {
    /** Asks the main window to show this view. */
    viewRequested: v.picklist(views),
    /** Asks the main window to show this session. */
    sessionRequested: sessionQuerySchema,
  },
} as const satisfies Contract;

/** The calls and events for pages of the desktop app: the host's contract and the shell's. */
export const desktopContract = {
  calls: { ...hostContract.calls, ...shellContract.calls },
  events: { ...hostContract.events, ...shellContract.events },
} as const satisfies Contract;

export type ShellCalls = (typeof shellContract)['calls'];
export type DesktopContract = typeof desktopContract;
export type DesktopCalls = DesktopContract['calls'];
export type DesktopEvents = DesktopContract['events'];
