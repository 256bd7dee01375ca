import { useState } from 'react';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { months } from '@samenbord/shared/words/dates.ts';
import { sinceWords as w } from '@samenbord/shared/words/rounds.ts';
import { useBoard } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { cardLook } from '../parts/Card.tsx';
import { Icon } from '../parts/Icon.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import { useSince } from './use-since.ts';
import './rounds.css';

/** *Sinds de vorige keer*: what is new or says something else on the table since I could last read it. Nothing when nothing is known or nothing changed. */
export function SinceLast({ onOpen }: { readonly onOpen?: ((id: string) => void) | undefined }) {
  const { since, seen } = useSince();
  if (since === undefined) return null;
  const { answer, away } = since;
  const { sinds, nieuw, anders, weg } = answer;
  if (nieuw.length + anders.length + weg.length === 0) return null;
  if (sinds === undefined) return <p className="since soft">{w.first}</p>;
  return (
    <details className="since">
      <summary>
        <Icon name="clock" />
        <strong>{away ? w.away : w.title}</strong>
        <span className="soft">
          {away ? '' : `${w.since(sayDay(sinds))}: `}
          {w.summary(nieuw.length, anders.length, weg.length)}
        </span>
      </summary>
      <Part title={w.nieuw} ids={nieuw} onOpen={onOpen} />
      <Part title={w.anders} ids={anders} onOpen={onOpen} />
      <Part title={w.weg} ids={weg} onOpen={undefined} />
      <div>
        <Button icon="check" onPress={seen}>
          {w.seen}
        </Button>
      </div>
    </details>
  );
}

const fewLines = 8;

type PartProps = {
  readonly title: string;
  readonly ids: readonly string[];
  readonly onOpen: ((id: string) => void) | undefined;
};

function Part({ title, ids, onOpen }: PartProps) {
  const board = useBoard('gedeeld');
  const [all, setAll] = useState(false);
  const things = ids.flatMap((id) => board.things.get(id) ?? []);
  if (things.length === 0) return null;
  const shown = all ? things : things.slice(0, fewLines);
  return (
    <section>
      <h3>{title}</h3>
      <ul className="since-list">
        {shown.map((thing) => (
          <li key={thing.id}>
            <Line thing={thing} text={sayThing(board, thing)} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {shown.length < things.length && (
        <Button look="plain" onPress={() => setAll(true)}>
          {w.all(things.length)}
        </Button>
      )}
    </section>
  );
}

function Line({ thing, text, onOpen }: { thing: Thing; text: string; onOpen: PartProps['onOpen'] }) {
  const said = `${cardLook(thing).word}: ${text}`;
  if (onOpen === undefined) return said;
  return (
    <button type="button" className="text-button" onClick={() => onOpen(thing.id)}>
      {said}
    </button>
  );
}

/** "4 maart", in the time of who reads it. */
function sayDay(ms: number): string {
  const date = new Date(ms);
  return `${date.getDate()} ${months[date.getMonth()] ?? ''}`;
}
