import { never } from './board.ts';
import type { WorkName } from './driver.ts';
import type { ServerName } from './server.ts';
import type { Figures } from './work/scale.ts';

/** One figure: what it is held to and what came out, beside what the peers do. */
export type Row = {
  readonly work: string;
  readonly name: string;
  /** What it is held to; `undefined` is told only. */
  readonly most: number | undefined;
  readonly unit: string;
  readonly value: number;
  readonly peers: string;
};

/** A number in three figures. */
export const show = (value: number): string =>
  value === never
    ? 'never'
    : Number.isFinite(value)
      ? Math.abs(value) >= 100
        ? value.toFixed(0)
        : Number(value.toPrecision(3)).toString()
      : '-';

/** Takes the medians of each server at each piece of work, gives every figure there is. */
export const rowsOf = (of: Of): Row[] =>
  [...livingRows(of), ...joinRows(of), ...stormRows(of), ...deathRows(of), ...hostileRows(of), ...restRows(of)].filter(
    ({ value }) => !Number.isNaN(value),
  );

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
    plain('S7', 'perChange', 1.5, 'x', 'processor for a change / on a board of 40 things'),
    plain('S8', 'missing', 0, '', 'twelve people, 1,000 idle sockets and a flood: not delivered'),
    plain('S8', 'p95', 500, ' ms', 'twelve people, 1,000 idle sockets and a flood: p95'),
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
    from('left500kb', 'bytes, 500, all had left', undefined, ' KB'),
    from('left5000kb', 'bytes, 5000, all had left', undefined, ' KB'),
    ...(['left500', 'left5000', 'busy500', 'busy5000'] as const).map((which): Row => {
      const [, about = '', things = ''] = /^([a-z]+)([0-9]+)$/.exec(which) ?? [];
      const size = (figures: Figures): number => pick(`${which}kb`)(figures) / pick(`fresh${things}kb`)(figures);
      const theirs = pick(`busy${things}kb`)(peer) / pick(`fresh${things}kb`)(peer);
      return {
        work: 'S3',
        name: `bytes / a board made once, ${things}, ${about === 'left' ? 'all had left' : 'all were at work'}`,
        most: 1.05,
        unit: 'x',
        value: size(ours),
        peers: Number.isNaN(theirs) ? '' : `hocuspocus ${show(theirs)}x`,
      };
    }),
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

function deathRows(of: Of): Row[] {
  const row = (name: string, label: string, most: number | undefined): Row => ({
    work: 'S5',
    name: label,
    most,
    unit: '',
    value: pick(name)(of('S5', 'samenbord')),
    peers: peersOf(of, 'S5', pick(name)),
  });
  return [
    row('lost', 'changes that somebody else saw, lost by ten kills (-9)', 0),
    row('seen', 'changes that somebody else saw', undefined),
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
