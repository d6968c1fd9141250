/** The length of the ids that agents give their sessions: UUIDs. */
const idLength = 36;
const logPath = `replace(path, '\\', '/')`;

/**
 * The migration that has the logs of subagents read again: profiles of before do not say which subagent asked, or who
 * started its session (`subagent`, `parentSession`). Logs that are named after a session in which subagents asked, or are
 * in its folder `subagents`, lose their cursor. Reading a log again changes no number, since its events have the same
 * names; only the owner becomes known. What remains unknown: events that were compacted, logs that are gone, and logs
 * that hold a session's own responses and those of its subagents together, which would cost too much.
 */
export const readSubagentsAgain = `
  DELETE FROM cursors WHERE is_gone = 0 AND kind = 'offset' AND (
    substr(path, -${idLength + '-'.length + '.jsonl'.length}, ${idLength + '-'.length})
      IN (SELECT '-' || text FROM texts WHERE id IN (SELECT session FROM profiles WHERE traits & 1))
    OR substr(${logPath}, instr(${logPath}, '/subagents/') - ${idLength}, ${idLength})
      IN (SELECT text FROM texts WHERE id IN (SELECT session FROM profiles WHERE traits & 1))
  );
`;
