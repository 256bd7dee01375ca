import { medians, never } from './board.ts';
import type { Results } from './run.ts';
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

type Row = {
  readonly work: string;
  readonly name: string;
  /** What it is held to; `undefined` is told only. */
  readonly most: number | undefined;
  readonly unit: string;
  readonly value: number;
  readonly peers: string;
};

const show = (value: number): string =>
  value === never
    ? 'never'
    : Number.isFinite(value)
      ? Math.abs(value) >= 100
        ? value.toFixed(0)
        : Number(value.toPrecision(3)).toString()
      : '-';

/** Takes all results, gives the page: each target, what came out, and where it falls short by how much and why. */
export function tableOf(results: Results, about: About): string {
  const of = (work: WorkName, server: ServerName): Figures => medians(results[work]?.[server]);
  const rows = [...livingRows(of), ...joinRows(of), ...stormRows(of), ...hostileRows(of), ...restRows(of)].filter(
    ({ value }) => !Number.isNaN(value),
  );
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
    'kill -9 and SIGTERM in the middle of writing are no matter of speed: `KILL_ROUNDS=200 npx vitest run tests/sync/kill.test.ts` (R31) demands that nothing is lost that anybody saw or that was shown as saved.',
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

type Of = (work: WorkName, server: ServerName) => Figures;

const peerNames: readonly ServerName[] = ['hocuspocus', 'yws', 'yws-leveldb'];
const peersOf = (of: Of, work: WorkName, figure: (figures: Figures) => number, unit = ''): string =>
  peerNames
    .map((name) => ({ name, value: figure(of(work, name)) }))
    .filter(({ value }) => !Number.isNaN(value))
    .map(({ name, value }) => `${name} ${show(value)}${unit}`)
    .join(', ');
const pick =
  (name: string) =>
  (figures: Figures): number =>
    figures[name] ?? NaN;

function livingRows(of: Of): Row[] {
  const ratio = (work: WorkName, name: string, most: number | undefined, label = name): Row => {
    const limit = pick(name)(of(work, 'limit'));
    const per = (figures: Figures): number => pick(name)(figures) / limit;
    const value = per(of(work, 'samenbord'));
    return { work, name: `${label} / relay`, most, unit: 'x', value, peers: peersOf(of, work, per, 'x') };
  };
  const plain = (work: WorkName, name: string, most: number | undefined, unit: string, label = name): Row => ({
    work,
    name: label,
    most,
    unit,
    value: pick(name)(of(work, 'samenbord')),
    peers: peersOf(of, work, pick(name), unit),
  });
  const missing = (work: WorkName): Row => {
    const lost = (figures: Figures): number => 100 - pick('delivered')(figures);
    return {
      work,
      name: 'not delivered',
      most: 0,
      unit: ' %',
      value: lost(of(work, 'samenbord')),
      peers: peersOf(of, work, lost, ' %'),
    };
  };
  return [
    missing('S1'),
    ratio('S1', 'p95', 1.5),
    ratio('S1', 'p99', 1.5),
    ratio('S1', 'cpuMs', 1.8, 'processor'),
    plain('S1', 'p95', undefined, ' ms'),
    missing('S2'),
    ratio('S2', 'p95', undefined),
    ratio('S2', 'p99', 1.8),
    ratio('S2', 'cpuPer1000', 2.4, 'processor'),
    plain('S2', 'kbPerBoard', 220, ' KB', 'memory per board'),
    missing('S7'),
    plain('S7', 'p95', 300, ' ms'),
    ratio('S7', 'p95', undefined),
    plain('keystroke', 'p50', undefined, ' ms'),
    plain('keystroke', 'p95', undefined, ' ms'),
    ratio('keystroke', 'p95', undefined),
  ];
}

function joinRows(of: Of): Row[] {
  const ours = of('S3', 'samenbord');
  const peer = of('S3', 'hocuspocus');
  const from = (name: string, label: string, most: number | undefined, unit: string): Row => ({
    work: 'S3',
    name: label,
    most,
    unit,
    value: pick(name)(ours),
    peers: Number.isNaN(pick(name.replace('left', 'busy'))(peer))
      ? ''
      : `hocuspocus ${show(pick(name.replace('left', 'busy'))(peer))}${unit}`,
  });
  return [
    from('left500ms', '500 things, all had left', 130, ' ms'),
    from('left5000ms', '5000 things, all had left', 350, ' ms'),
    from('busy500ms', '500 things, all were at work', 130, ' ms'),
    from('busy5000ms', '5000 things, all were at work', 350, ' ms'),
    from('apply500ms', 'of which taking it in, 500', undefined, ' ms'),
    from('apply5000ms', 'of which taking it in, 5000', undefined, ' ms'),
    { ...from('left500kb', 'bytes, 500, all had left', undefined, ' KB') },
    { ...from('busy500kb', 'bytes, 500, all were at work', undefined, ' KB') },
    { ...from('left5000kb', 'bytes, 5000, all had left', undefined, ' KB') },
    { ...from('busy5000kb', 'bytes, 5000, all were at work', undefined, ' KB') },
    {
      work: 'S3',
      name: '`synced` before the content',
      most: 0,
      unit: '',
      value:
        Object.keys(ours).length === 0
          ? NaN
          : ['left500early', 'left5000early', 'busy500early', 'busy5000early'].reduce(
              (sum, name) => sum + (ours[name] ?? 0),
              0,
            ),
      peers: '',
    },
  ];
}

function stormRows(of: Of): Row[] {
  const row = (name: string, label: string, most: number | undefined, unit: string): Row => ({
    work: 'S4',
    name: label,
    most,
    unit,
    value: pick(name)(of('S4', 'samenbord')),
    peers: peersOf(of, 'S4', pick(name), unit),
  });
  const unequal = (figures: Figures): number => 100 - pick('equal')(figures);
  return [
    {
      ...row('equal', 'not equal', 0, ' %'),
      value: unequal(of('S4', 'samenbord')),
      peers: peersOf(of, 'S4', unequal, ' %'),
    },
    row('cpuMs', 'processor', 400, ' ms'),
    row('peakMb', 'peak memory', 140, ' MB'),
    row('wallMs', 'until all have all', undefined, ' ms'),
  ];
}

function hostileRows(of: Of): Row[] {
  const ours = of('S6', 'samenbord');
  const attacks = Object.keys(ours)
    .filter((name) => name.endsWith(' growthMb'))
    .map((name) => name.replace(' growthMb', ''));
  const quiet = pick('quiet p95');
  return attacks.flatMap((attack) => {
    const slower = (figures: Figures): number => pick(`${attack} p95`)(figures) / quiet(figures);
    const growth = pick(`${attack} growthMb`);
    // Presence beyond its rate is thinned, and whoever does not read is sent away when too much waits: neither ends at the first frame.
    const closed = attack === 'presence' || attack === 'stalled' ? undefined : 1;
    return [
      {
        work: 'S6',
        name: `${attack}: p95 of another board / quiet`,
        most: 2,
        unit: 'x',
        value: slower(ours),
        peers: peersOf(of, 'S6', slower, 'x'),
      },
      {
        work: 'S6',
        name: `${attack}: memory`,
        most: 64,
        unit: ' MB',
        value: growth(ours),
        peers: peersOf(of, 'S6', growth, ' MB'),
      },
      ...(closed === undefined
        ? []
        : [
            {
              work: 'S6',
              name: `${attack}: closed after frames`,
              most: closed,
              unit: '',
              value: ours[`${attack} closedAfter`] ?? never,
              peers: peersOf(of, 'S6', (figures) => figures[`${attack} closedAfter`] ?? NaN),
            },
          ]),
    ];
  });
}

const layoutTargets: readonly (readonly [figure: string, name: string, most: number | undefined])[] = [
  ['people40', 'genogram of 40 people from nothing', 100],
  ['people70', 'genogram of 70 people from nothing', 400],
  ['people120', 'genogram of 120 people from nothing', 1500],
  ['edit120', 'room for one more among 120', undefined],
  ['drawn120', 'drawn as it stands, 120', undefined],
];

function restRows(of: Of): Row[] {
  const gate = of('gate', 'samenbord');
  const layout = of('layout', 'samenbord');
  return [
    { work: 'gate', name: 'judging a change, median', most: 10, unit: ' µs', value: pick('judgedUs')(gate), peers: '' },
    {
      work: 'gate',
      name: 'applying it (Yjs), median',
      most: undefined,
      unit: ' µs',
      value: pick('appliedUs')(gate),
      peers: '',
    },
    ...layoutTargets.map(([figure, name, most]): Row => ({
      work: 'layout',
      name,
      most,
      unit: ' ms',
      value: pick(figure)(layout),
      peers: '',
    })),
  ];
}
