import { medians } from './board.ts';
import type { Results } from './run.ts';
import { rowsOf, show } from './rows.ts';
import type { Row } from './rows.ts';
import { shortfalls } from './shortfalls.ts';
import type { ServerName } from './server.ts';
import type { WorkName } from './driver.ts';
import type { Figures } from './work/scale.ts';

export type About = {
  readonly date: string;
  readonly machine: string;
  readonly load: number;
  readonly minutes: number;
  readonly runs: number;
  readonly peers: { readonly dependencies: Readonly<Record<string, string>> };
};

/** Takes all results, gives the page: each target, what came out, and where it falls short by how much and why. */
export function tableOf(results: Results, about: About): string {
  const of = (work: WorkName, server: ServerName): Figures => medians(results[work]?.[server]);
  const rows = rowsOf(of);
  const { dependencies } = about.peers;
  return [
    '# Figures',
    '',
    `Written by \`npm run bench\` on ${about.date}: ${about.machine}; runs of each in turns: ${about.runs} (of the peers one or two), medians; load before the start ${about.load.toFixed(1)}; ${about.minutes.toFixed(0)} minutes.`,
    'The relay is `tests/bench/peers/limit.mjs`: it passes frames on and does nothing else. A ratio is to the relay in the same rounds. Ours gates and commits every change to disk (full sync) before anybody is told.',
    `Peers: Hocuspocus ${dependencies['@hocuspocus/server'] ?? ''} on SQLite, @y/websocket-server ${dependencies['@y/websocket-server'] ?? ''} (yws) in memory and on LevelDB; their documents are the same, and nothing of them is checked or durable at the moment it is told, except that LevelDB writes every change.`,
    'Processor time is that of all threads of the server. Clients and server share the cores.',
    '',
    '| work | figure | target | result | | peers |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(rowOf),
    '',
    '## What falls short',
    '',
    ...short(rows),
    '',
    '## Death of the process',
    '',
    'S5 is the short form. `npm run chaos` kills the process two hundred times in the middle of writing and demands that nothing is lost that anybody saw or that was shown as saved (R31); J46 does so for SIGTERM at full write speed.',
    '',
  ].join('\n');
}

const isShort = ({ most, value }: Row): boolean => most !== undefined && !(value <= most);
const rowOf = (row: Row): string =>
  `| ${row.work} | ${row.name} | ${row.most === undefined ? '' : `<= ${row.most}${row.unit}`} | ${show(row.value)}${row.unit} | ${row.most === undefined ? '' : isShort(row) ? 'short' : 'met'} | ${row.peers} |`;

function short(rows: readonly Row[]): string[] {
  const lines = rows.filter(isShort).map((row) => {
    const { work, name, most = 0, value, unit } = row;
    const more =
      most === 0 ? `${show(value)}${unit}` : `${show(((value - most) / most) * 100)} % more than ${most}${unit}`;
    return `- ${work}, ${name}: ${more}. ${shortfalls[`${work} ${name}`] ?? shortfalls[work] ?? 'Not looked into yet.'}`;
  });
  return lines.length === 0 ? ['Nothing in this run.'] : lines;
}
