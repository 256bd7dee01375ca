import { useEffect, useState, useSyncExternalStore } from 'react';
import { groupOf } from '@samenbord/shared/access/roles.ts';
import { isOwner } from '@samenbord/shared/access/may.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Round } from '@samenbord/shared/meeting/round.ts';
import { staysOffTable } from '@samenbord/shared/board/marks.ts';
import { cardRoleOf, isRoundType, loneRoles } from '@samenbord/shared/meeting/rounds-reveal.ts';
import { prepareWords, roundWords as w } from '@samenbord/shared/words/rounds.ts';
import { useBoard, useBoardSession, useNames, useZone } from '../document/context.tsx';
import { useMeeting } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Card } from '../parts/Card.tsx';
import { Danger } from '../parts/Danger.tsx';
import { MoveCard } from '../parts/MoveCard.tsx';
import { Notice } from '../parts/Notice.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import { AloneWrite } from './AloneWrite.tsx';
import { OwnAnswer } from './OwnAnswer.tsx';
import { useRolesHere } from './use-roles-here.ts';
import './rounds.css';

/** So long a box stands still before it is believed. */
const calmMs = 1500;

/**
 * Alone first, then together, for whoever takes part: the question with what was promised, one's own cards, and after the reveal everybody's. Nothing when there
 * is no round here. Also what somebody prepared to bring along, as long as the table is open.
 */
export function AloneStep() {
  const meeting = useMeeting();
  const { ronde, stap } = meeting ?? {};
  const here = ronde !== undefined && ronde.stap === stap ? ronde : undefined;
  return (
    <>
      {here?.stand === 'schrijven' && <Alone ronde={here} />}
      {here?.stand === 'onthuld' && <Together ronde={here} />}
      {ronde !== undefined && ronde.stand !== 'schrijven' && <LeftOver ronde={ronde} />}
      {meeting !== undefined && here?.stand !== 'schrijven' && <BroughtAlong />}
    </>
  );
}

const useOwn = (): readonly Thing[] => {
  const { ownZone } = useBoardSession();
  return [...useBoard(ownZone).things.values()].filter(({ weg }) => !weg);
};

function Alone({ ronde }: { ronde: Round }) {
  const { actor, ownZone } = useBoardSession();
  const { intend, writable } = useZone(ownZone);
  const own = useOwn();
  const mine = own.filter((thing) => thing.ronde === ronde.id);
  const along = own.filter((thing) => thing.mee === true && thing.ronde !== ronde.id && isRoundType(thing.type));
  if (groupOf(actor.rol) === 'kijker' || !writable)
    return (
      <section className="alone">
        <h2>{ronde.vraag}</h2>
        <p className="alone-everyone">{w.everyone}</p>
      </section>
    );
  return (
    <section className="alone" aria-labelledby="alleen-vraag">
      <p className="alone-everyone">{w.everyone}</p>
      <h2 id="alleen-vraag">{ronde.vraag}</h2>
      <p>{w.nobodySees}</p>
      <Promise ronde={ronde} />
      {mine.length > 0 && (
        <ul className="prepare-answers" aria-label={w.mine}>
          {mine.map((thing) => (
            <OwnAnswer key={thing.id} zone={ownZone} thing={thing} stands={w.kept} icon="lock" />
          ))}
        </ul>
      )}
      <AloneWrite ronde={ronde} count={mine.length} />
      {along.length > 0 && (
        <>
          <h3>{w.along}</h3>
          <ul className="prepare-answers">
            {along.map((thing) => (
              <OwnAnswer key={thing.id} zone={ownZone} thing={thing} stands={prepareWords.stands.tafel} icon="lock">
                <Button
                  icon="forward"
                  onPress={() => void intend({ kind: 'set', id: thing.id, field: 'ronde', value: ronde.id })}
                >
                  {w.alongPut}
                </Button>
              </OwnAnswer>
            ))}
          </ul>
        </>
      )}
      <p className="soft">{w.wait}</p>
      <Danger reads />
    </section>
  );
}

/** What was promised, and what it is worth for whoever reads it here. */
function Promise({ ronde: { wijze } }: { ronde: Round }) {
  const { actor } = useBoardSession();
  const people = useRolesHere();
  const role = cardRoleOf(actor.rol);
  const isLone = wijze === 'rol' && loneRoles(people).has(role);
  const isFew = wijze === 'naamloos' && people.length < 6;
  return (
    <>
      <p>
        <strong>{w.promise[wijze]}</strong> {wijze === 'rol' && w.asRole(w.namens[role])}
      </p>
      {isLone && <Notice tone="zorg">{w.lone}</Notice>}
      {isFew && <Notice>{w.few}</Notice>}
    </>
  );
}

/** Everybody's cards, as they came. */
function Together({ ronde }: { ronde: Round }) {
  const board = useBoard('gedeeld');
  const names = useNames();
  const cards = [...board.things.values()].filter((thing) => thing.ronde === ronde.id && !thing.weg);
  return (
    <section className="since" aria-labelledby="samen-vraag">
      <h2 id="samen-vraag">{ronde.vraag}</h2>
      <p className="soft">{cards.length === 0 ? w.revealedNone : w.revealed}</p>
      <ul className="alone-cards">
        {cards.map((thing) => (
          <li key={thing.id}>
            <Card thing={thing} text={sayThing(board, thing)} nameOf={names.nameOf} personName={names.personName} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A reveal begins every box anew: until the new one is here, what stands on the screen says nothing about what went along. */
function useCalmBox(): boolean {
  const session = useBoardSession();
  const whole = useSyncExternalStore(session.listeners.add, () => session.zone(session.ownZone)?.whole ?? false);
  const [calm, setCalm] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(whole), whole ? calmMs : 0);
    return () => clearTimeout(timer);
  }, [whole]);
  return calm && whole;
}

/** What I wrote for a round and did not go along: it is still mine, and I am told. */
function LeftOver({ ronde }: { ronde: Round }) {
  const { ownZone } = useBoardSession();
  const { intend } = useZone(ownZone);
  const left = useOwn().filter((thing) => thing.ronde === ronde.id);
  const isKnown = useCalmBox();
  if (left.length === 0 || !isKnown) return null;
  return (
    <section className="alone">
      <Notice>{ronde.stand === 'gestopt' ? w.stopped : w.late}</Notice>
      <ul className="prepare-answers">
        {left.map((thing) => (
          <OwnAnswer key={thing.id} zone={ownZone} thing={thing} stands={prepareWords.stands.eigen} icon="lock">
            <Button onPress={() => void intend({ kind: 'set', id: thing.id, field: 'ronde', value: undefined })}>
              {w.letGo}
            </Button>
            <MoveCard zone={ownZone} thing={thing} onMoved={() => undefined} only="gedeeld" />
          </OwnAnswer>
        ))}
      </ul>
    </section>
  );
}

/** What I prepared at home to bring along: now I can lay it on the table myself. */
function BroughtAlong() {
  const { actor, ownZone } = useBoardSession();
  const mine = useOwn().filter(
    (thing) => thing.mee === true && thing.ronde === undefined && isOwner(actor, thing) && !staysOffTable(thing),
  );
  if (mine.length === 0) return null;
  return (
    <section className="alone">
      <h2>{prepareWords.broughtTitle}</h2>
      <p>{prepareWords.broughtText}</p>
      <ul className="prepare-answers">
        {mine.map((thing) => (
          <OwnAnswer key={thing.id} zone={ownZone} thing={thing} stands={prepareWords.stands.tafel} icon="lock">
            <MoveCard zone={ownZone} thing={thing} onMoved={() => undefined} only="gedeeld" />
          </OwnAnswer>
        ))}
      </ul>
    </section>
  );
}
