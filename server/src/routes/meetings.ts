import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { mayRead } from '@samenbord/shared/access/zones.ts';
import { find } from '@samenbord/shared/board/board.ts';
import { close, open, raiseHand, steer, takeOver } from '@samenbord/shared/meeting/commands.ts';
import type { Asked, Outcome, SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import { editAgenda } from '@samenbord/shared/meeting/edits.ts';
import { prepared } from '@samenbord/shared/meeting/meeting.ts';
import type { Meeting } from '@samenbord/shared/meeting/meeting.ts';
import { readyMade } from '@samenbord/shared/meeting/ready-made.ts';
import {
  agendaRequest,
  handRequest,
  meetingAnswer,
  meetingRequest,
  pauseRequest,
  pauseSeenRequest,
  steerRequest,
} from '@samenbord/shared/wire/http-meeting.ts';
import type { MeetingAnswer } from '@samenbord/shared/wire/http-meeting.ts';
import type { AuditAction } from '../audit/audit.ts';
import type { Changed, Kept } from '../meetings/meetings.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { newId } from '../sign-in/secrets.ts';
import { isWelcome } from '../sign-in/sitting.ts';
import type { Sitting } from '../sign-in/sitting.ts';
import { boardAct } from './act.ts';
import type { Deps } from './deps.ts';

/** The meeting as this participant may know it: a prepared one is for professionals, an open one for everybody who reads the table now. */
function answerFor({ meetings, clock }: Deps, { board, actor }: Sitting): MeetingAnswer {
  const kept = meetings.current(board.id);
  const reads = mayRead(actor, { kind: 'gedeeld' }, meetings.stateOf(board.id).now);
  const shown = reads && kept !== undefined && (kept.meeting.stand === 'open' || isProfessional(actor.rol));
  return { nu: clock(), open: reads, ...(shown && { bijeenkomst: kept.meeting }) };
}

/** Changes the meeting of this board, shows it to everybody who may know, and gives it back. Refuses with what the meeting says. */
async function changed(
  deps: Deps,
  who: Sitting,
  deed: (now: Kept | undefined, earlier: number) => Changed,
  action?: AuditAction,
): Promise<MeetingAnswer> {
  const { meetings, audit, table } = deps;
  const before = meetings.current(who.board.id);
  const outcome = await meetings.change(who.board.id, deed);
  if (!outcome.ok) throw new Refusal(outcome.why);
  if (outcome.kept !== before) {
    if (action !== undefined)
      await audit({ board: who.board.id, participant: who.actor.id, action, object: outcome.kept.meeting.id });
    await table.showMeeting(who.board.id);
  }
  return answerFor(deps, who);
}

/** A deed on the meeting alone; who asked for a pause stays as it was. */
const onMeeting =
  (deed: (meeting: Meeting) => Outcome) =>
  (now: Kept | undefined): Changed => {
    if (now === undefined) return { ok: false, why: 'geen-bijeenkomst' };
    const outcome = deed(now.meeting);
    if (!outcome.ok) return outcome;
    return { ok: true, kept: outcome.meeting === now.meeting ? now : { ...now, meeting: outcome.meeting } };
  };

const asked = ({ clock }: Deps, { actor }: Sitting): Asked => ({ by: actor.id, now: clock() });

export const showMeeting = (deps: Deps) =>
  boardAct({
    summary: 'De bijeenkomst van nu, en of de tafel voor mij open is',
    answer: meetingAnswer,
    run: ({ who }) => Promise.resolve(answerFor(deps, who)),
  });

/** Chooses the agenda of the next meeting. While one is open its agenda is changed step by step. */
export const prepareMeeting = (deps: Deps) =>
  boardAct({
    summary: 'Bereid een bijeenkomst voor: kies de agenda',
    body: meetingRequest,
    answer: meetingAnswer,
    run: ({ who, body }) =>
      changed(
        deps,
        who,
        (now, earlier) => {
          if (now?.meeting.stand === 'open') return { ok: false, why: 'al-open' };
          const about = {
            id: now?.meeting.id ?? newId(),
            nummer: earlier + 1,
            agenda: readyMade(body),
            familie: body.familie,
            regie: who.actor.id,
          };
          return { ok: true, kept: { meeting: prepared(about), pauzes: [] } };
        },
        'bijeenkomst-voorbereid',
      ),
  });

export const openMeeting = (deps: Deps) =>
  boardAct({
    summary: 'Open de bijeenkomst: de tafel gaat open',
    answer: meetingAnswer,
    run: ({ who }) =>
      changed(
        deps,
        who,
        onMeeting((meeting) => open(meeting, asked(deps, who))),
        'bijeenkomst-geopend',
      ),
  });

/** Closes the table. Who asked for a pause is forgotten with it. */
export const closeMeeting = (deps: Deps) =>
  boardAct({
    summary: 'Sluit de bijeenkomst: de tafel gaat dicht',
    answer: meetingAnswer,
    run: ({ who }) => {
      const end = onMeeting((meeting) => close(meeting, asked(deps, who)));
      const deed = (now: Kept | undefined): Changed => {
        const outcome = end(now);
        return outcome.ok ? { ok: true, kept: { ...outcome.kept, pauzes: [] } } : outcome;
      };
      return changed(deps, who, deed, 'bijeenkomst-gesloten');
    },
  });

/** Any professional at the table: the laptop of whoever leads may be gone. */
export const leadMeeting = (deps: Deps) =>
  boardAct({
    summary: 'Neem de regie van deze bijeenkomst over',
    answer: meetingAnswer,
    run: ({ who }) =>
      changed(
        deps,
        who,
        onMeeting((meeting) => takeOver(meeting, asked(deps, who))),
        'regie-overgenomen',
      ),
  });

export const steerMeeting = (deps: Deps) =>
  boardAct({
    summary:
      'Leid de bijeenkomst: stap, tijd, uitlichten, iedereen hierheen, het scherm, één huishouden, beurt, vastzetten',
    body: steerRequest,
    answer: meetingAnswer,
    async run({ who, body }) {
      await demandThere(deps, who, body);
      return changed(
        deps,
        who,
        onMeeting((meeting) => steer(meeting, body, asked(deps, who))),
        body.doe === 'familie' ? 'familie-aan-tafel' : undefined,
      );
    },
  });

/** What is lit and which household is shown lies on the table, and the turn goes to somebody of this board. */
async function demandThere({ rooms, storage, clock }: Deps, { board }: Sitting, command: SteerCommand): Promise<void> {
  if (command.doe === 'uitlichten' && command.ding !== null) {
    const thing = (await rooms.read(board.id, 'gedeeld')).things.get(command.ding);
    if (thing === undefined || thing.weg) throw new Refusal('niet-gevonden');
  }
  if (command.doe === 'huishouden' && command.ding !== null) {
    const table = await rooms.read(board.id, 'gedeeld');
    if (find(table, 'huishouden', command.ding) === undefined) throw new Refusal('niet-gevonden');
  }
  if (command.doe === 'beurt' && command.aan !== null) {
    const row = await storage.participant(board.id, command.aan);
    if (row === undefined || !isWelcome(row, clock) || !row.opent.includes('gedeeld'))
      throw new Refusal('niet-gevonden');
  }
}

/** While it is prepared every professional may; once it is open who leads it. */
export const changeAgenda = (deps: Deps) =>
  boardAct({
    summary: 'Verander de agenda: een stap erbij, weg, verplaatst of anders',
    body: agendaRequest,
    answer: meetingAnswer,
    run: ({ who, body }) =>
      changed(
        deps,
        who,
        onMeeting((meeting) =>
          meeting.stand === 'open' && meeting.regie !== who.actor.id
            ? { ok: false, why: 'niet-jouw-regie' }
            : editAgenda(meeting, body),
        ),
      ),
  });

/** At the table of an open meeting, or not at all. */
function demandAtTable({ meetings }: Deps, { board, actor }: Sitting): Meeting {
  const meeting = meetings.current(board.id)?.meeting;
  if (meeting?.stand !== 'open') throw new Refusal('geen-bijeenkomst');
  if (!mayRead(actor, { kind: 'gedeeld' }, meetings.stateOf(board.id).now)) throw new Refusal('tafel-dicht');
  return meeting;
}

export const setHand = (deps: Deps) =>
  boardAct({
    summary: 'Steek mijn hand op, of haal hem weg',
    body: handRequest,
    answer: meetingAnswer,
    async run({ who, body }) {
      demandAtTable(deps, who);
      return changed(
        deps,
        who,
        onMeeting((meeting) => raiseHand(meeting, body.op, asked(deps, who))),
      );
    },
  });

/** A private word to whoever leads, or to one other at this table. It stands in no document but theirs and mine. */
export const askPause = (deps: Deps) =>
  boardAct({
    summary: 'Vraag om een pauze, of haal die vraag weg; alleen wie ik kies ziet het',
    body: pauseRequest,
    answer: meetingAnswer,
    async run({ who, body }) {
      const { regie } = demandAtTable(deps, who);
      const van = who.actor.id;
      const aan = body.aan === 'regie' ? regie : body.aan;
      if (aan !== null && !deps.rooms.atTable(who.board.id).includes(aan) && aan !== regie)
        throw new Refusal('niet-gevonden');
      return changed(deps, who, (now) => {
        if (now === undefined) return { ok: false, why: 'geen-bijeenkomst' };
        const before = now.pauzes.find((one) => one.van === van);
        if ((before?.aan ?? null) === aan) return { ok: true, kept: now };
        const others = now.pauzes.filter((one) => one !== before);
        return {
          ok: true,
          kept: { ...now, pauzes: aan === null ? others : [...others, { van, aan, sinds: deps.clock() }] },
        };
      });
    },
  });

export const seePause = (deps: Deps) =>
  boardAct({
    summary: 'Ik heb gezien dat iemand mij om een pauze vroeg',
    body: pauseSeenRequest,
    answer: meetingAnswer,
    async run({ who, body }) {
      demandAtTable(deps, who);
      return changed(deps, who, (now) => {
        if (now === undefined) return { ok: false, why: 'geen-bijeenkomst' };
        const left = now.pauzes.filter(({ van, aan }) => van !== body.van || aan !== who.actor.id);
        return { ok: true, kept: left.length === now.pauzes.length ? now : { ...now, pauzes: left } };
      });
    },
  });
