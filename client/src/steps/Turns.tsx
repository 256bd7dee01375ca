import { handWords as w } from '@samenbord/shared/words/controls.ts';
import { useBoardSession, useNames } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { HandsProps } from './Hands.tsx';
import { nextInRound } from './pure/round.ts';
import { usePeopleHere } from './use-lead.ts';

/** Whose turn it is, for everybody; who leads passes it on or ends it. */
export function TurnNote({ meeting, steer }: HandsProps) {
  const { actor } = useBoardSession();
  const { nameOf } = useNames();
  const people = usePeopleHere();
  const { beurt } = meeting;
  if (beurt === undefined) return null;
  const next = nextInRound(
    people.map(({ id }) => id),
    beurt,
  );
  return (
    <div className="step-note">
      <p>
        <Icon name="reactie" size={18} />
        <strong>{beurt === actor.id ? w.yours : w.turn(nameOf(beurt))}</strong>
      </p>
      {steer !== undefined && (
        <>
          {next !== undefined && next !== beurt && (
            <Button onPress={() => steer({ doe: 'beurt', aan: next })}>{w.nextInRound(nameOf(next))}</Button>
          )}
          <Button look="plain" onPress={() => steer({ doe: 'beurt', aan: null })}>
            {w.endTurn}
          </Button>
        </>
      )}
    </div>
  );
}

/** Begins a round along the table: everybody in turn. */
export function StartRound({ steer }: { readonly steer: NonNullable<HandsProps['steer']> }) {
  const people = usePeopleHere();
  const first = nextInRound(
    people.map(({ id }) => id),
    undefined,
  );
  if (first === undefined) return null;
  return (
    <div>
      <Button icon="people" onPress={() => steer({ doe: 'beurt', aan: first })}>
        {w.round}
      </Button>
    </div>
  );
}
