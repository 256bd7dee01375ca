import { fieldOf } from '@samenbord/shared/board/things.ts';
import { mayReadGone, mayReadHistory, mayTurnBack } from '@samenbord/shared/access/look-back.ts';
import type { Actor } from '@samenbord/shared/access/zones.ts';
import {
  compareMoments,
  momentAt,
  readMoment,
  theBeginning,
  writeMoment,
} from '@samenbord/shared/document/as-it-was.ts';
import type { Moment } from '@samenbord/shared/document/as-it-was.ts';
import { changesOf } from '@samenbord/shared/document/as-it-was-changes.ts';
import type { Change } from '@samenbord/shared/document/as-it-was-changes.ts';
import { historyAnswer, historyQuery, momentsAnswer } from '@samenbord/shared/wire/http-history.ts';
import type { HistoryItem, HistoryMoment } from '@samenbord/shared/wire/http-history.ts';
import { Refusal } from '../sign-in/refusal.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';
import { before, isTold, readHistory, thingOf, titleOf, zoneOf } from './history-reading.ts';
import type { Reading } from './history-reading.ts';
import { tableNow } from './history-table.ts';

/** So many changes on a page, and the rest of the commit of the last one. */
const perPage = 60;
const mostMoments = 400;

/** Who changed what when: of a whole zone, or of one thing in it. */
export const listHistory = (deps: Deps) =>
  boardAct({
    summary: 'Wie wat wanneer heeft veranderd',
    query: historyQuery,
    answer: historyAnswer,
    async run({ who, query }) {
      const zone = query('zone') ?? 'gedeeld';
      if (!mayReadHistory(who.actor, zoneOf(zone), await tableNow(deps, who.board.id))) throw new Refusal('mag-niet');
      const reading = await readHistory(deps, who.board.id, zone);
      return { nu: writeMoment(reading.now), ...page(told(reading, who.actor, query('ding')), query('voor')) };
    },
  });

type Told = { readonly until: Moment; readonly item: HistoryItem };

/** The changes that this reader may know of, oldest first. A restore of the whole board is one. */
function told(reading: Reading, actor: Actor, about: string | undefined): Told[] {
  const apart = new Set(reading.restores.keys());
  const all: Told[] = [];
  const restores = new Map<string, Set<string>>();
  for (const change of changesOf(reading.rows, apart)) {
    const at = writeMoment(change.until);
    const thing = change.kind === 'tekening' ? undefined : thingOf(reading, change.thing);
    if (about !== undefined && thing?.id !== about) continue;
    if (about === undefined && apart.has(at)) {
      const touched = restores.get(at) ?? new Set();
      if (touched.size === 0) all.push({ until: change.until, item: restoreItem(reading, change) });
      restores.set(at, touched.add(thing?.id ?? change.thing));
    } else if (thing === undefined ? change.kind === 'tekening' : isTold(reading, actor, thing)) {
      all.push({ until: change.until, item: itemOf(reading, actor, change) });
    }
  }
  return all
    .map((one) => {
      const touched = one.item.wat === 'teruggezet' ? restores.get(one.item.moment) : undefined;
      return touched === undefined ? one : { ...one, item: { ...one.item, aantal: touched.size } };
    })
    .sort((a, b) => compareMoments(a.until, b.until));
}

const momentsOf = ({ rows }: Reading, { since, until, from, at }: Change) => ({
  van: from,
  op: at,
  moment: writeMoment(until),
  ervoor: writeMoment(before(rows, since)),
});

const restoreItem = (reading: Reading, change: Change): HistoryItem => ({
  wat: 'teruggezet',
  door: reading.nameOf(change.by),
  ...momentsOf(reading, change),
});

function itemOf(reading: Reading, actor: Actor, change: Change): HistoryItem {
  const { kind, field, by, before: oud, after: nieuw } = change;
  const thing = kind === 'tekening' ? undefined : thingOf(reading, change.thing);
  const isWords = thing !== undefined && fieldOf(thing.type, field)?.class === 'woorden';
  const hidden = isWords && !mayReadGone(actor, reading.zone, thing);
  return {
    wat: kind,
    door: reading.nameOf(by),
    ...momentsOf(reading, change),
    ...(thing !== undefined && { ding: thing.id, ...titleOf(thing) }),
    ...(kind === 'veld' && { veld: field, ...(hidden ? { verborgen: true } : { oud, nieuw }) }),
    ...(reading.restores.has(writeMoment(change.until)) && { teruggezet: true }),
  };
}

/** Newest first, whole commits. */
function page(all: readonly Told[], from: string | undefined): { items: HistoryItem[]; verder?: string } {
  const cursor = from === undefined ? undefined : readMoment(from);
  const older = all.filter(({ until }) => cursor === undefined || compareMoments(until, cursor) < 0).reverse();
  let end = perPage;
  while (
    end < older.length &&
    compareMoments(older[end]?.until ?? theBeginning, older[end - 1]?.until ?? theBeginning) === 0
  )
    end++;
  const items = older.slice(0, end).map(({ item }) => item);
  const last = items.at(-1);
  return { items, ...(end < older.length && last !== undefined && { verder: last.moment }) };
}

/** Refuses who may not look at a whole board as it was. */
export function demandTurnBack({ actor }: Sitting, zone: string): void {
  if (!mayTurnBack(actor, zoneOf(zone))) throw new Refusal('mag-niet');
}

const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The moments that people remember: how a day began, each version, each restore, and now. */
export const listMoments = (deps: Deps) =>
  boardAct({
    summary: 'Momenten waarop je het bord kunt terugzien',
    query: historyQuery.pick({ zone: true, als: true }),
    answer: momentsAnswer,
    async run({ who, query }) {
      const zone = query('zone') ?? 'gedeeld';
      demandTurnBack(who, zone);
      const reading = await readHistory(deps, who.board.id, zone);
      const versions = zone === 'gedeeld' ? await deps.storage.versions(who.board.id) : [];
      const frozen = versions.map(({ titel, nummer, gemaakt, door }): HistoryMoment => ({
        moment: writeMoment(momentAt(reading.rows, gemaakt)),
        op: gemaakt,
        wat: 'versie',
        titel: `${nummer}. ${titel}`,
        door,
      }));
      const all = [...days(reading), ...frozen].sort((a, b) => (a.op < b.op ? 1 : -1));
      return { momenten: all.slice(0, mostMoments) };
    },
  });

function days({ rows, restores, now, nameOf }: Reading): HistoryMoment[] {
  const found: HistoryMoment[] = [];
  let day = '';
  let previous: Moment = theBeginning;
  let noted = '';
  for (const row of rows) {
    const at = writeMoment(row);
    const today = dayOf.format(Date.parse(row.at));
    if (today !== day && compareMoments(previous, theBeginning) > 0)
      found.push({ moment: writeMoment(previous), op: row.at, wat: 'dag' });
    if (restores.has(at) && noted !== at) {
      noted = at;
      found.push({ moment: at, op: row.at, wat: 'teruggezet', door: nameOf(row.by) });
    }
    day = today;
    previous = { epoch: row.epoch, seq: row.seq };
  }
  const last = rows.at(-1);
  if (last !== undefined) found.push({ moment: writeMoment(now), op: last.at, wat: 'nu' });
  return found;
}
