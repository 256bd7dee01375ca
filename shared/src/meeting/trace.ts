import { isProfessional } from '../access/roles.ts';
import type { Role } from '../access/roles.ts';
import { mayOpen, readZone } from '../access/zones.ts';
import type { Actor } from '../access/zones.ts';
import { groundWords } from '../words/analysis.ts';
import { myTraceWords as words, sayAct, sayMoved, traceWordsPage, zoneWords } from '../words/after.ts';

/** One line of what was done with a board. Ids and codes, never what somebody wrote. */
export type TraceRow = {
  readonly number: number;
  readonly at: string;
  readonly participant?: string | undefined;
  readonly action: string;
  readonly object?: string | undefined;
  readonly ground?: string | undefined;
};
export type TracePerson = { readonly id: string; readonly naam: string; readonly rol: Role };

/**
 * Whose deeds of a kind the casusregisseur may see. What is not in here nobody sees but who did it. Family who read or answer at home are not watched
 * (nobody sees that another is online), and what happens in somebody's own part is theirs.
 */
const seenByLead: Readonly<Record<string, 'ieder' | 'professional' | 'casusregisseur'>> = {
  'bord-gemaakt': 'ieder',
  uitgenodigd: 'ieder',
  'nieuwe-link': 'ieder',
  binnengekomen: 'ieder',
  binnengelaten: 'ieder',
  geweigerd: 'ieder',
  ingetrokken: 'ieder',
  'feiten-gewijzigd': 'ieder',
  'versie-bevroren': 'ieder',
  'bord-uitgevoerd': 'ieder',
  'bord-ingevoerd': 'ieder',
  'familie-uitgevoerd': 'ieder',
  'familie-ingevoerd': 'ieder',
  'wachtkamer-geopend': 'ieder',
  'bijeenkomst-voorbereid': 'ieder',
  'bijeenkomst-geopend': 'ieder',
  'bijeenkomst-gesloten': 'ieder',
  'regie-overgenomen': 'ieder',
  'familie-aan-tafel': 'ieder',
  'versie-gewist': 'ieder',
  'bord-gewist': 'ieder',
  'bord-verlopen': 'ieder',
  'einddatum-gezet': 'ieder',
  'aan-tafel': 'ieder',
  'van-tafel-gehaald': 'ieder',
  'ronde-begonnen': 'ieder',
  'ronde-onthuld': 'ieder',
  'ronde-gestopt': 'ieder',
  'veiligheid-voorop': 'ieder',
  'veel-gelezen': 'ieder',
  gelezen: 'professional',
  'analyse-geopend': 'professional',
  'afspraken-gelezen': 'professional',
  'spoor-gelezen': 'professional',
  'spoor-uitgevoerd': 'professional',
  herhaald: 'professional',
  // Each in their own box, and the casusregisseur on the table: of others it would tell what they do in their box.
  'definitief-gewist': 'casusregisseur',
};

/** The lines that this casusregisseur may read. */
export function traceForLead(
  rows: readonly TraceRow[],
  lead: Actor,
  people: ReadonlyMap<string, TracePerson>,
): TraceRow[] {
  return rows.filter(({ action, object, participant }) => {
    if (participant === lead.id) return true;
    const rol = people.get(participant ?? '')?.rol;
    const sees = seenByLead[action] ?? (isOfTable(action, object) ? 'ieder' : undefined);
    if (sees === undefined) return false;
    if (sees === 'professional' && (rol === undefined || !isProfessional(rol))) return false;
    if (sees === 'casusregisseur' && rol !== 'casusregisseur') return false;
    // Who reads whose trusted part is between the two of them.
    const zone = action === 'gelezen' ? readZone(object ?? '') : undefined;
    return zone === undefined || mayOpen(lead, zone);
  });
}

/** A restore, or a move of a card, that the table has to do with. What goes on between somebody's own parts is theirs. */
const isOfTable = (action: string, object = ''): boolean =>
  (action === 'teruggezet' && object.startsWith('gedeeld ')) ||
  (action === 'verplaatst' && movedOf(object) !== undefined);

/** Onto the table or off it; from where or to where is not told. */
function movedOf(object: string): 'op' | 'af' | undefined {
  if (object.endsWith(' naar gedeeld')) return 'op';
  return object.startsWith('gedeeld naar ') ? 'af' : undefined;
}

const known = new Map<string, string>(Object.entries(zoneWords));

/** Says what a line tells, after the name of who did it. `nameOf` gives the name of a participant. */
export function sayDeed({ action, object }: TraceRow, nameOf: (id: string) => string | undefined): string {
  const said = sayAct(action);
  if (action === 'gelezen') return `${said} ${known.get(object ?? '') ?? 'een deel met een vertrouwd persoon'}`;
  if (action === 'herhaald') return `${said}: ${sayAct(object ?? '')}`;
  if (action === 'einddatum-gezet' && object !== undefined) return `${said}: ${object}`;
  if (action === 'verplaatst') return sayMoved[movedOf(object ?? '') ?? 'anders'];
  const about = object === undefined ? undefined : nameOf(object);
  return about === undefined ? said : `${said}: ${about}`;
}

/** The ground of a line in words. */
export const sayGround = (ground: string | undefined): string | undefined =>
  ground === undefined ? undefined : (new Map<string, string>(Object.entries(groundWords)).get(ground) ?? ground);

/** Lines that ask for a second look. */
export const isAlarm = ({ action }: TraceRow): boolean => action === 'veel-gelezen' || action === 'herhaald';

/** What is needed to tell somebody what happened with what is theirs. `dayOf` gives the day of an instant in the Netherlands. */
export type MyTrace = {
  readonly me: Pick<Actor, 'id'>;
  readonly people: ReadonlyMap<string, TracePerson>;
  readonly dayOf: (at: string) => string;
  /** How many of my cards lay on the table at that moment. */
  readonly myCardsAt: (at: string) => number;
  /** Was this thing mine? */
  readonly isMine: (thing: string) => boolean;
  /** The numbers of the meetings I sat at. */
  readonly satAt: ReadonlySet<string>;
};
export type MyLine = { readonly dag: string; readonly zin: string };

/**
 * What was done with what is mine: in plain words, newest first, the same act of one person on one day told once. Only what I did, what was done with my taking
 * part, and what professionals did with what is mine. Of other family nothing is told: nobody sees here that another was invited or is there.
 */
export function traceAboutMe(rows: readonly TraceRow[], about: MyTrace): MyLine[] {
  const groups = new Map<string, { dag: string; count: number; say: (count: number) => string }>();
  for (const row of [...rows].reverse()) {
    const say = row.participant === about.me.id ? mine(row) : byOther(row, about);
    if (say === undefined) continue;
    const dag = about.dayOf(row.at);
    const key = JSON.stringify([dag, row.participant, say(1)]);
    const group = groups.get(key) ?? { dag, count: 0, say };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].map(({ dag, count, say }) => ({ dag, zin: say(count) }));
}

type Say = (count: number) => string;

/** What I did myself, as far as it is about reading and taking part. */
function mine({ action, object }: TraceRow): Say | undefined {
  switch (action) {
    case 'binnengekomen':
      return () => words.cameIn;
    case 'aan-tafel':
      return () => words.satThere;
    case 'gelezen':
      return object === 'gedeeld' ? (count) => words.iRead(words.table, count) : undefined;
    case 'analyse-geopend':
      return (count) => words.iRead(words.analysis, count);
    case 'afspraken-gelezen':
      return (count) => words.iRead(words.sheet, count);
    case 'positie-gegeven':
      return (count) => words.iDid(sayAct('positie-gegeven'), count);
    case 'verplaatst':
      return () => words.moved;
    default:
      return undefined;
  }
}

function byOther(row: TraceRow, { me, people, myCardsAt, isMine, satAt }: MyTrace): Say | undefined {
  const { action, object, participant, ground, at } = row;
  const who = people.get(participant ?? '');
  if (who === undefined) return undefined;
  const wie = who.naam;
  if (object === me.id) {
    if (action === 'uitgenodigd') return () => words.invited(wie, sayGround(ground));
    if (action === 'nieuwe-link') return () => words.link(wie);
    if (action === 'binnengelaten') return () => words.letIn(wie);
    if (action === 'ingetrokken') return () => words.ended(wie);
    if (action === 'vertrouwd-gewijzigd') return () => words.trusted(wie);
  }
  if (!isProfessional(who.rol)) return undefined;
  if (action === 'gelezen' && object === `vertrouwd:${me.id}`) return (count) => words.readTrusted(wie, count);
  if (action === 'van-tafel-gehaald' && object !== undefined && isMine(object)) return () => words.tookOff(wie);
  if (action === 'afspraken-gelezen' && satAt.has(object ?? '')) return (count) => words.readSheet(wie, count);
  const lay = myCardsAt(at);
  if (lay === 0) return undefined;
  if (action === 'gelezen' && object === 'gedeeld') return (count) => words.readTable(wie, lay, count);
  if (action === 'bord-uitgevoerd' || action === 'familie-uitgevoerd')
    return (count) => words.tookTable(wie, lay, count);
  if (action === 'analyse-geopend') return (count) => words.readAnalysis(wie, count);
  if (action === 'versie-bevroren') return () => words.froze(wie, lay);
  return undefined;
}

/** One line of the history of the table, as far as it says whose cards lie there. */
export type CardRow = { readonly at: string; readonly thing: string; readonly field: string; readonly value?: unknown };

/**
 * Takes the history of the table in order and whose cards are asked for, gives which cards were theirs and how many of them lay there at a moment. A card is
 * whose words it holds, and without that of who made it.
 */
export function cardsOf(
  rows: readonly CardRow[],
  who: { readonly id: string; readonly persoon?: string | undefined },
): { readonly isMine: (thing: string) => boolean; readonly at: (instant: string) => number } {
  const by = new Map<string, unknown>();
  const whose = new Map<string, unknown>();
  for (const { thing, field, value } of rows) {
    if (field === 'by') by.set(thing, value);
    if (field === 'vanWie') whose.set(thing, value);
  }
  const isMine = (thing: string): boolean => {
    const owner = whose.get(thing);
    return owner === undefined ? by.get(thing) === who.id : owner === who.persoon;
  };
  const lies = new Set<string>();
  const counts: { at: number; count: number }[] = [];
  for (const { at, thing, field, value } of rows) {
    if (!isMine(thing) || (field !== 'by' && field !== 'weg')) continue;
    if (field === 'weg' && value === true) lies.delete(thing);
    else lies.add(thing);
    counts.push({ at: Date.parse(at), count: lies.size });
  }
  return {
    isMine,
    at: (instant) => counts.findLast(({ at }) => at <= Date.parse(instant))?.count ?? 0,
  };
}

/** A cell of a table for a spreadsheet: quoted, and never the beginning of a formula. */
export function csvCell(text: string): string {
  const plain = text.replaceAll(/[\r\n\t]+/g, ' ');
  const safe = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The trace as a table: one line each, with the words of the page above it. */
export function traceCsv(
  lines: readonly { op: string; wie: string; zin: string; grond?: string | undefined }[],
): string {
  const { when, who, what, ground } = traceWordsPage;
  const rows = [[when, who, what, ground], ...lines.map(({ op, wie, zin, grond }) => [op, wie, zin, grond ?? ''])];
  return `\uFEFF${rows.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}
