import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { showWords as w } from '@samenbord/shared/words/controls.ts';
import { useBoard } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import type { HandsProps } from './Hands.tsx';

/** What is lit now, in words: for who cannot see the ring, or looks elsewhere. */
export function SpotlightNote({ meeting, steer }: HandsProps) {
  const said = useLit(meeting);
  if (said === undefined) return null;
  return (
    <div className="step-note">
      <p>
        <Icon name="star" size={18} />
        <span>{w.lit(said)}</span>
      </p>
      {steer !== undefined && (
        <Button look="plain" onPress={() => steer({ doe: 'uitlichten', ding: null })}>
          {w.unlight}
        </Button>
      )}
    </div>
  );
}

const longest = 90;

/** The words of what is lit; nothing when nothing is, or when it was taken off the table. */
export function useLit({ uitgelicht }: Pick<TableMeeting, 'uitgelicht'>): string | undefined {
  const board = useBoard('gedeeld');
  const thing = uitgelicht === undefined ? undefined : board.things.get(uitgelicht);
  if (thing === undefined || thing.weg) return undefined;
  const said = sayThing(board, thing).replaceAll('\n', ' ');
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}
