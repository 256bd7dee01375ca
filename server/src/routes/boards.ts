import { groupOf } from '@samenbord/shared/access/roles.ts';
import { isServerZone, mayRead, usuallyOpens, zoneName, zonesOf } from '@samenbord/shared/access/zones.ts';
import type { TableState } from '@samenbord/shared/access/state.ts';
import { find } from '@samenbord/shared/board/board.ts';
import { boardAnswer, factsRequest, newBoardRequest, participation } from '@samenbord/shared/wire/http.ts';
import type { BoardFacts, InvitationRequest } from '@samenbord/shared/wire/http.ts';
import { defaultLimits as limits } from '../limits.ts';
import { dayFromNow, instant } from '../sign-in/clock.ts';
import { boardZones, participantAnswer, rowOf, zonesWith } from '../sign-in/invite.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { hashOf, isSameHash, newId } from '../sign-in/secrets.ts';
import { keepOrStart } from '../sign-in/session.ts';
import { participationAnswer } from '../sign-in/sitting.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { boardAct, openAct } from './act.ts';
import type { Deps } from './deps.ts';

/** Makes a board with the key of the organisation; whoever makes it holds the regie. */
export const newBoard = ({ door, boardKey, storage, clock, audit }: Deps) =>
  openAct({
    summary: 'Maak een bord',
    body: newBoardRequest,
    answer: participation,
    status: 201,
    async run({ body, arrival, token, remember }) {
      await door.guarded(body.sleutel, arrival.network, async () => {
        if (!isSameHash(hashOf(body.sleutel), hashOf(boardKey))) throw new Refusal('sleutel-klopt-niet');
      });
      const today = dayFromNow(0, clock);
      const facts: BoardFacts = {
        regie: [{ organisatie: body.organisatie, naam: body.naam, sinds: today }],
        kaders: [],
      };
      const board = { id: newId(), titel: body.titel, facts, createdAt: instant(clock) };
      const request: InvitationRequest = {
        naam: body.naam,
        organisatie: body.organisatie,
        rol: 'casusregisseur',
        opent: [...usuallyOpens('casusregisseur')],
        grondslag: 'directe-betrokkenheid',
        geinformeerd: 'geinformeerd',
        tot: dayFromNow(730, clock),
      };
      const maker = rowOf(board.id, request, clock);
      await storage.createBoard(board, [...boardZones, ...zonesWith(maker)], maker);
      const kept = await keepOrStart(storage, clock, token);
      await storage.addParticipation(kept.session.hash, board.id, maker.id);
      await audit({ board: board.id, participant: maker.id, action: 'bord-gemaakt' });
      remember(kept.token);
      return participationAnswer(board, maker);
    },
  });

/** The board as this participant may know it: who I am there, and the zones I may open with their epochs. */
export const showBoard = ({ storage, meetings }: Deps) =>
  boardAct({
    summary: 'Mijn bord, met de delen die ik mag openen; met alleen=gedeeld noemt het niets dan de tafel',
    answer: boardAnswer,
    async run({ who, query }) {
      const { board, participant } = who;
      const zones = await zonesFor(storage, who, meetings.stateOf(board.id).now);
      return {
        id: board.id,
        titel: board.titel,
        ik: participantAnswer(participant),
        zones: query('alleen') === 'gedeeld' ? zones.filter(({ zone }) => isTable(zone)) : zones,
        feiten: factsFor(who),
      };
    },
  });

/** What a screen may hold that others look at too: the table and what everybody at it knows. */
const isTable = (zone: string): boolean => zone === 'gedeeld' || zone === 'tafel';

/** In which frame a child is, is known to who reads the table; who has the regie is known to everybody who takes part. */
const factsFor = ({ board, actor }: Sitting): BoardFacts =>
  actor.opens.includes('gedeeld') ? board.facts : { regie: board.facts.regie, kaders: [] };

/** Those that can be read now; the table comes back when a meeting opens. */
async function zonesFor(storage: Deps['storage'], { board, actor }: Sitting, table: TableState) {
  const epochs = new Map((await storage.zones(board.id)).map(({ zone, epoch }) => [zone, epoch]));
  const names = new Map((await storage.participants(board.id)).map(({ id, naam }) => [id, naam]));
  return zonesOf(actor).flatMap((zone) => {
    const epoch = epochs.get(zoneName(zone));
    if (epoch === undefined || !mayRead(actor, zone, table)) return [];
    const own = zone.kind === 'eigen';
    const schrijven = !isServerZone(zone) && (own || groupOf(actor.rol) !== 'kijker');
    const naam = zone.kind === 'vertrouwd' ? names.get(zone.owner) : undefined;
    const van = zone.kind === 'vertrouwd' && naam !== undefined ? { van: { id: zone.owner, naam } } : {};
    return [{ zone: zoneName(zone), epoch, schrijven, ...van }];
  });
}

/** The facts of authority, as a whole. A frame is about a person who stands on the board. */
export const setFacts = ({ storage, audit, rooms }: Deps) =>
  boardAct({
    summary: 'Leg vast wie de regie heeft en in welk kader',
    body: factsRequest,
    most: limits.factsBytes,
    async run({ who, body }) {
      const table = body.kaders.length === 0 ? undefined : await rooms.read(who.board.id, 'gedeeld');
      const unknown = body.kaders.some(({ kind }) => table === undefined || find(table, 'persoon', kind) === undefined);
      if (unknown) throw new Refusal('persoon-onbekend');
      await storage.setFacts(who.board.id, body);
      await audit({ board: who.board.id, participant: who.actor.id, action: 'feiten-gewijzigd' });
      return undefined;
    },
  });
