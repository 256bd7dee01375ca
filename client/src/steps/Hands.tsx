import type { SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { handWords as w } from '@samenbord/shared/words/controls.ts';
import { useDeed } from '../document/deed.ts';
import { useBoardSession, useNames } from '../document/context.tsx';
import { useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';

/** My own hand, up or down. */
export function MyHand({ meeting }: { readonly meeting: TableMeeting }) {
  const { actor } = useBoardSession();
  const { hand } = useMeetingHands();
  const deed = useDeed();
  const isUp = meeting.handen.some(({ wie }) => wie === actor.id);
  return (
    <Button
      icon="hand"
      pressed={isUp}
      isDisabled={deed.busy}
      onPress={() => deed.run(async () => void (await hand(!isUp)))}
    >
      {isUp ? w.down : w.up}
    </Button>
  );
}

export type HandsProps = {
  readonly meeting: TableMeeting;
  /** For who leads. */
  readonly steer: ((command: SteerCommand) => void) | undefined;
};

/** Who wants to say something, in the order in which the hands went up. */
export function HandList({ meeting, steer }: HandsProps) {
  const { nameOf } = useNames();
  return (
    <section className="stack" aria-labelledby="step-hands">
      <h3 id="step-hands">{w.title}</h3>
      {meeting.handen.length === 0 && <p className="soft">{w.none}</p>}
      <ol className="step-hands">
        {meeting.handen.map(({ wie }) => (
          <li key={wie}>
            <span>{nameOf(wie)}</span>
            {steer !== undefined && (
              <button
                type="button"
                className="button button-quiet"
                aria-label={w.give(nameOf(wie))}
                onClick={() => steer({ doe: 'beurt', aan: wie })}
              >
                {w.giveShort}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
