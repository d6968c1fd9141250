import type { SourceWords } from '../source-words.ts';

/** What sources say about themselves, by their English: `shared/sources/<id>/descriptor.ts`. */
export const sourceWords: SourceWords = {
  // Skipped records.
  'made by the agent itself, so nothing was billed': 'vom Agenten selbst erzeugt und daher nicht berechnet',
  'a limit was reached, but not until when': 'erreichte Limits ohne Angabe, bis wann',
  'copies of what a subagent logs in its own file':
    'Kopien dessen, was ein Subagent in seiner eigenen Datei aufzeichnet',
  'repeating a counter that was already read': 'Wiederholungen eines schon gelesenen Zählers',
  'with an older counter, written late': 'mit einem älteren Zähler, verspätet geschrieben',
  'without an id': 'ohne ID',
  'sums of old tasks that were continued as sessions': 'Summen alter Aufgaben, die als Sitzungen fortgesetzt wurden',
  'answers that a fork copied from another session': 'Antworten, die ein Fork aus einer anderen Sitzung kopiert hat',
  'with an impossible cost': 'mit unmöglichen Kosten',
  'taken over from the logs of another agent, where they count':
    'aus den Logs eines anderen Agenten übernommen und dort gezählt',
  'with a total, but without what it consists of': 'mit einer Gesamtzahl, aber ohne ihre Bestandteile',
  // Calls whose usage is not logged.
  'session titles': 'Sitzungstitel',
  'recaps after a break': 'Rückblicke nach einer Pause',
  compactions: 'Komprimierungen des Kontexts',
  'web searches': 'Websuchen',
  'summaries of long conversations (only their cost)': 'Zusammenfassungen langer Unterhaltungen (nur ihre Kosten)',
  'summaries of branches that were left': 'Zusammenfassungen verlassener Zweige',
  'tools that asked a model themselves': 'Tools, die selbst ein Modell gefragt haben',
  // What the logs hold, or lack.
  'the output of every request; their input as the average of a run, and only once it has ended':
    'die Ausgabe jeder Anfrage; die Eingabe nur als Durchschnitt eines Laufs, und erst nach dessen Ende',
  'its usage is on its server only; download it there as CSV, then run "fuelgauge import cursor FILE"':
    'der Verbrauch liegt nur auf dem Server; lade ihn dort als CSV herunter und führe dann „fuelgauge import cursor DATEI“ aus',
  'every request of the threads on this machine; newer builds keep them on a server':
    'jede Anfrage der Threads auf diesem Gerät; neuere Versionen speichern sie auf einem Server',
  'conversations in .pb files are encrypted': 'Unterhaltungen in .pb-Dateien sind verschlüsselt',
  'every request, but before version 4 some providers report the cache as input; the logged cost is right':
    'jede Anfrage, aber vor Version 4 melden manche Anbieter den Cache als Eingabe; die aufgezeichneten Kosten stimmen',
  'every answer of its command line, but only when its session began; not those of subagents and of the extension':
    'jede Antwort der Befehlszeile, aber nur mit dem Beginn ihrer Sitzung als Zeit; nicht die der Subagenten und der Erweiterung',
  'only the cost of each session, no tokens': 'nur die Kosten jeder Sitzung, keine Tokens',
  'only the sum of each session, at the time of its first request':
    'nur die Summe jeder Sitzung, zur Zeit ihrer ersten Anfrage',
  'of older sessions only the sum, without the cache': 'von älteren Sitzungen nur die Summe, ohne den Cache',
  'sums of turns, and nothing of turns that did not end or of versions before mid-2026':
    'Summen von Turns; nichts von Turns, die nicht endeten, und von Versionen vor Mitte 2026',
  'only what another tool kept, mostly as sums of days; see "fuelgauge import"':
    'nur was ein anderes Tool gespeichert hat, meist als Tagessummen; siehe „fuelgauge import“',
  'every request, but not always its model, and of summaries of long conversations only the cost':
    'jede Anfrage, aber nicht immer mit ihrem Modell; von Zusammenfassungen langer Unterhaltungen nur die Kosten',
  'only agents of the local backend; those on a server leave nothing here':
    'nur Agenten des lokalen Backends; die auf einem Server hinterlassen hier nichts',
  'the usage of your proxy; responses that no log can be joined to are compared by "fuelgauge reconcile", not counted':
    'der Verbrauch über deinen Proxy; Antworten, denen sich kein Log zuordnen lässt, vergleicht „fuelgauge reconcile“, gezählt werden sie nicht',
  'sums of threads; of older ones only the last request of each turn':
    'Summen von Threads; von älteren nur die letzte Anfrage jedes Turns',
};
