import { mayErase } from '@samenbord/shared/access/may.ts';
import { readZone } from '@samenbord/shared/access/zones.ts';
import { deleteBoardRequest, eraseRequest } from '@samenbord/shared/wire/http.ts';
import { closeCode } from '@samenbord/shared/wire/socket.ts';
import { erasureOf } from '../analyses/erase-versions.ts';
import { eraseFromSheets, sheetsOf } from '../analyses/sheets.ts';
import { RoomError } from '../rooms/rooms.ts';
import { instant } from '../sign-in/clock.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { newId } from '../sign-in/secrets.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { boardAct } from './act.ts';
import { sheetTurn } from './afterwards.ts';
import type { Deps } from './deps.ts';

const refusals = { recht: 'mag-niet', plaats: 'niet-gevonden', waarde: 'ligt-nog-op-tafel' } as const;

/**
 * Erases one thing for good: out of the document, its log and its history, and out of the frozen versions, for everybody. Of the table by the casusregisseur, once
 * it was taken off; of one's own box by oneself. The versions come first: whatever goes wrong after that, asking again does the rest.
 */
export const erase = (deps: Deps) =>
  boardAct({
    summary: 'Wis iets definitief',
    body: eraseRequest,
    run: ({ who, body }) =>
      deps.oneAtATime(who.board.id, async () => {
        const { rooms, audit, table } = deps;
        const board = who.board.id;
        const note = { board, participant: who.actor.id } as const;
        const wasThere = await demandErasable(deps, who, body.zone, body.ding);
        const versions = body.zone === 'gedeeld' ? await eraseVersions(deps, board, body.ding) : [];
        for (const object of versions) await audit({ ...note, action: 'versie-gewist', object });
        if (body.zone === 'gedeeld') await eraseSheets(deps, board, body.ding);
        await rooms.erase(board, body.zone, who.actor, body.ding, wasThere || versions.length > 0).catch(told);
        await audit({ ...note, action: 'definitief-gewist', object: body.ding });
        if (body.zone === 'gedeeld') await table.refresh(board);
        return undefined;
      }),
  });

function told(error: unknown): never {
  const known = error instanceof RoomError && Object.hasOwn(refusals, error.code);
  throw known ? new Refusal(refusals[error.code as keyof typeof refusals]) : error;
}

/** Before anything is erased: may they, and does it not lie on the table. True when only the history still speaks of it. */
async function demandErasable({ rooms, storage }: Deps, who: Sitting, zone: string, id: string): Promise<boolean> {
  const read = readZone(zone);
  if (read === undefined || !mayErase(who.actor, read)) throw new Refusal('mag-niet');
  const thing = (await rooms.read(who.board.id, zone).catch(told)).things.get(id);
  if (thing !== undefined) {
    if (read.kind !== 'eigen' && !thing.weg) throw new Refusal('ligt-nog-op-tafel');
    return false;
  }
  return (await storage.history(who.board.id, zone)).some((line) => line.thing === id);
}

/** What was agreed at a meeting stays, without this. */
const eraseSheets = ({ storage, clock, oneAtATime }: Deps, board: string, thing: string): Promise<void> =>
  oneAtATime(sheetTurn(board), async () => {
    // Those that are not made yet are made of a history that still holds it.
    await sheetsOf(storage, board, clock());
    await eraseFromSheets(storage, board, thing, instant(clock));
  });

/** Gives the ids of the versions whose content is gone. */
async function eraseVersions({ storage, clock }: Deps, board: string, thing: string): Promise<readonly string[]> {
  const erasure = await erasureOf(storage, board, thing, { at: instant(clock), id: newId() });
  if (erasure === undefined) return [];
  await storage.eraseVersions(erasure);
  return erasure.ids;
}

/**
 * Deletes the board: its keys first, so that copies of before open no more, then its rows. Everybody is sent away as somebody who is no longer welcome. That it
 * happened, when and by whom stays in the record, without content.
 */
export async function endBoard(
  { storage, rooms, audit }: Pick<Deps, 'storage' | 'rooms' | 'audit'>,
  board: string,
  note: { readonly action: 'bord-gewist' | 'bord-verlopen'; readonly participant?: string },
): Promise<void> {
  const people = await storage.participants(board);
  const sendAway = (): void => {
    for (const { id } of people) rooms.closeParticipant(board, id, closeCode.revoked);
  };
  // Before the deed: after it nothing can be undone, and it must never have happened without a line.
  await audit({ board, ...note });
  sendAway();
  await storage.deleteBoard(board);
  // Whoever came in meanwhile.
  sendAway();
}

/** The casusregisseur deletes the board, after its title was typed once more. */
export const deleteBoard = (deps: Deps) =>
  boardAct({
    summary: 'Wis het hele bord definitief',
    body: deleteBoardRequest,
    run: ({ who, body }) =>
      deps.oneAtATime(who.board.id, async () => {
        if (body.titel.trim() !== who.board.titel) throw new Refusal('titel-klopt-niet');
        await endBoard(deps, who.board.id, { action: 'bord-gewist', participant: who.actor.id });
        return undefined;
      }),
  });
