import { useEffect, useState } from 'react';
import type { PreviewAnswer } from '@samenbord/shared/wire/http-meeting.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { openingWords as w } from '@samenbord/shared/words/controls.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { sayError, useDeed } from '../document/deed.ts';
import { useBoard } from '../document/context.tsx';
import { useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';

type Sees = PreviewAnswer['deelnemers'][number];

/** Before the table opens: what each person will see for the first time. Then it is opened. */
export function OpenTable({ onOpened }: { readonly onOpened: () => void }) {
  const hands = useMeetingHands();
  const deed = useDeed();
  const [found, setFound] = useState<{ data?: PreviewAnswer; error?: string }>({});
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    hands.preview().then(
      (data) => current && setFound({ data }),
      (error: unknown) => current && setFound({ error: sayError(error) }),
    );
    return () => {
      current = false;
    };
  }, [hands, turn]);
  const open = (): void =>
    deed.run(async () => {
      await hands.open();
      onOpened();
    });
  const problem = deed.error ?? found.error;
  const people = found.data?.deelnemers.filter(({ rol }) => rol !== 'groot-scherm');
  return (
    <section className="stack" aria-labelledby="step-open">
      <h2 id="step-open">{w.title}</h2>
      <p>{w.lead}</p>
      {problem !== undefined && (
        <Notice tone="zorg" problem>
          {problem}
        </Notice>
      )}
      {people === undefined && found.error === undefined && <Loading label={w.loading} />}
      {people?.length === 0 && <p className="soft">{w.nobody}</p>}
      <ul className="plain-list">
        {people?.map((one) => (
          <PersonSees key={one.id} sees={one} />
        ))}
      </ul>
      <div className="row">
        <Button look="action" icon="people" isDisabled={deed.busy || found.data === undefined} onPress={open}>
          {w.open}
        </Button>
        <Button icon="refresh" onPress={() => setTurn((now) => now + 1)}>
          {w.check}
        </Button>
      </div>
    </section>
  );
}

function PersonSees({ sees }: { readonly sees: Sees }) {
  const { naam, rol, sinds, nieuw, anders } = sees;
  return (
    <li className="panel stack">
      <div>
        <h3>{naam}</h3>
        <p className="soft">
          {roleWords[rol]} ·{' '}
          {sinds === undefined ? w.first : w.since(sayDate(new Date(sinds).toISOString().slice(0, 10)))}
        </p>
      </div>
      {nieuw.length + anders.length === 0 && <p>{w.nothing}</p>}
      <Things title={w.seesNew(naam)} ids={nieuw} />
      <Things title={w.seesChanged} ids={anders} />
    </li>
  );
}

/** So many lie open; a long list unfolds. */
const few = 4;

function Things({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  const board = useBoard('gedeeld');
  const said = ids.flatMap((id) => {
    const thing = board.things.get(id);
    return thing === undefined || thing.weg ? [] : [{ id, text: sayThing(board, thing) }];
  });
  if (said.length === 0) return null;
  const list = (
    <ul className="step-sees">
      {said.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
  return (
    <div className="stack-tight">
      <p>{title}:</p>
      {said.length <= few ? (
        list
      ) : (
        <details>
          <summary>{w.show(said.length)}</summary>
          {list}
        </details>
      )}
    </div>
  );
}
