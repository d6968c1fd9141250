import type { Widget } from '../scene.ts';
import { inTone, span, type Forms } from '../segment.ts';

const maxTitle = 40;

/** The model's display name. */
export const model: Widget = {
  priority: 100,
  draw({ status: { model, isFast }, words }) {
    if (model === null) return [];
    const short = model.replace(/\s*\(.*\)$/, '');
    const fast = isFast === true ? [span(` ${words.fast}`, 'warning')] : [];
    const forms: Forms = [
      [span(model, 'accent'), ...fast],
      [span(short, 'accent'), ...fast],
    ];
    return short === model || short === '' ? forms.slice(0, 1) : forms;
  },
};

/** How much the model thinks. */
export const effort: Widget = {
  priority: 55,
  draw: ({ status: { effort }, words }) => (effort === null ? [] : inTone('dim', words.effort(effort))),
};

/** The agent that the session runs as. */
export const agent: Widget = {
  priority: 25,
  draw: ({ status: { agentName } }) => (agentName === null ? [] : inTone('dim', agentName)),
};

/** The folder of the project, by its name. */
export const project: Widget = {
  priority: 65,
  draw({ status: { projectFolder, folder } }) {
    const name = (projectFolder ?? folder)?.split(/[\\/]/).findLast((part) => part !== '');
    return name === undefined ? [] : inTone('accent', name);
  },
};

/** The session's title, as the agent or the person named it. */
export const title: Widget = {
  priority: 10,
  draw({ status: { title } }) {
    if (title === null) return [];
    return title.length <= maxTitle ? inTone('dim', title) : inTone('dim', `${title.slice(0, maxTitle - 1)}…`);
  },
};

/** The time of day. */
export const time: Widget = { priority: 5, draw: ({ nowMs, toClock }) => inTone('dim', toClock(nowMs)) };

/** How long the session has lasted. */
export const duration: Widget = {
  priority: 8,
  draw: ({ status: { durationMs }, words }) => (!durationMs ? [] : inTone('dim', words.duration(durationMs))),
};

/** Lines that the session added and removed. */
export const lines: Widget = {
  priority: 12,
  draw({ status: { linesAdded, linesRemoved }, words }) {
    if (!linesAdded && !linesRemoved) return [];
    return inTone('dim', words.lines(words.count(linesAdded ?? 0), words.count(linesRemoved ?? 0)));
  },
};
