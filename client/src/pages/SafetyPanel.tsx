import { useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
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
  const things: Thing[] = kinds.flatMap((type): Thing[] => ofType(board, type));
  if (making !== undefined) return <NewThingForm zone="gedeeld" type={making} onDone={() => setMaking(undefined)} />;
  return (
    <>
      <h2>{shellWords.safety}</h2>
      {things.length === 0 && <EmptyState icon="veilig">{shellWords.safetyNone}</EmptyState>}
      {things.map((thing) => (
        <Card key={thing.id} thing={thing} text={sayOf(thing, names.personName)} nameOf={names.nameOf} personName={names.personName} />
      ))}
      {isProfessional(session.actor.rol) && (
        <div>
          <MenuButton label={shellWords.addNew} icon="plus" items={kinds.map((id) => ({ id, label: thingWords[id].naam }))} onChoose={(id) => setMaking(kinds.find((kind) => kind === id))} />
        </div>
      )}
    </>
  );
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
