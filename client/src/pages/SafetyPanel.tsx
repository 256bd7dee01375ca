import { useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Thing, ThingOfType, ThingType } from '@samenbord/shared/board/things.ts';
import { shellWords } from '@samenbord/shared/words/app.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { optionLabel, thingWords } from '@samenbord/shared/words/things.ts';
import { useBoard, useBoardSession, useNames } from '../document/context.tsx';
import { Card } from '../parts/Card.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import { EmptyState } from '../parts/Notice.tsx';
import { NewThingForm } from '../parts/ThingForm.tsx';

const kinds = ['veiligheidsstatus', 'veiligheidsafspraak', 'danger-statement'] as const satisfies readonly ThingType[];

/** How safe it is, per child, with the agreements: always one press away. */
export function SafetyPanel() {
  const session = useBoardSession();
  const board = useBoard('gedeeld');
  const names = useNames();
  const [making, setMaking] = useState<ThingType | undefined>(undefined);
  const { now, before } = newestPerChild(ofType(board, 'veiligheidsstatus'));
  const things: Thing[] = [...now, ...ofType(board, 'veiligheidsafspraak'), ...ofType(board, 'danger-statement')];
  const card = (thing: Thing) => (
    <Card
      key={thing.id}
      thing={thing}
      text={sayOf(thing, names.personName)}
      nameOf={names.nameOf}
      personName={names.personName}
    />
  );
  if (making !== undefined) return <NewThingForm zone="gedeeld" type={making} onDone={() => setMaking(undefined)} />;
  return (
    <>
      <h2>{shellWords.safety}</h2>
      {things.length === 0 && <EmptyState icon="veilig">{shellWords.safetyNone}</EmptyState>}
      {things.map(card)}
      {before.length > 0 && (
        <details>
          <summary>{shellWords.safetyBefore}</summary>
          <div className="stack">{before.map(card)}</div>
        </details>
      )}
      {isProfessional(session.actor.rol) && (
        <div>
          <MenuButton
            label={shellWords.addNew}
            icon="plus"
            items={kinds.map((id) => ({ id, label: thingWords[id].naam }))}
            onChoose={(id) => setMaking(kinds.find((kind) => kind === id))}
          />
        </div>
      )}
    </>
  );
}

type Status = ThingOfType<'veiligheidsstatus'>;

/** The newest outcome of each child, and what was found before. */
function newestPerChild(all: readonly Status[]): { now: Status[]; before: Status[] } {
  const byDay = [...all].sort((a, b) => (b.datum ?? '').localeCompare(a.datum ?? ''));
  const now = byDay.filter((status, index) => byDay.findIndex(({ kind }) => kind === status.kind) === index);
  return { now, before: byDay.filter((status) => !now.includes(status)) };
}

function sayOf(thing: Thing, personName: (id: string | undefined) => string): string {
  if (thing.type === 'veiligheidsstatus') {
    const outcome = thing.uitkomst === undefined ? '' : optionLabel(thing.type, 'uitkomst', thing.uitkomst);
    const grade = thing.cijfer === undefined ? '' : `, cijfer ${thing.cijfer}`;
    const day = thing.datum === undefined ? '' : ` (${sayDate(thing.datum)})`;
    return `${personName(thing.kind)}: ${outcome}${grade}${day}${thing.toelichting === '' ? '' : `\n${thing.toelichting}`}`;
  }
  return 'tekst' in thing ? thing.tekst : '';
}
