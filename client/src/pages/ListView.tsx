import { useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import { definitionOf, isThingType, thingTypes } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { shellWords } from '@samenbord/shared/words/app.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { useBoard, useBoardSession, useMay, useNames } from '../document/context.tsx';
import { Card } from '../parts/Card.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import { EmptyState } from '../parts/Notice.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import { NewThingForm } from '../parts/ThingForm.tsx';

/** Everything on a zone, by kind, without a canvas: for the keyboard and the screen reader, and for one's own box. */
export function ListView({ zone, onOpen }: { zone: string; onOpen: (id: string) => void }) {
  const session = useBoardSession();
  const board = useBoard(zone);
  const names = useNames(zone);
  const may = useMay(zone);
  const [making, setMaking] = useState<ThingType | undefined>(undefined);
  const by = session.actor.id;
  const makeable = thingTypes.filter((type) => type !== 'reactie' && may({ kind: 'create', thing: { type, by } }) === undefined).filter((type) => isProfessional(session.actor.rol) || definitionOf(type).makers === 'iedereen');
  const filled = thingTypes.filter((type) => ofType(board, type).length > 0);
  return (
    <div className="shell-scroll">
      <div className="page">
        {makeable.length > 0 && (
          <div>
            <MenuButton label={shellWords.newThing} icon="plus" look="action" items={makeable.map((id) => ({ id, label: thingWords[id].naam, hint: thingWords[id].hint }))} onChoose={(id) => setMaking(isThingType(id) ? id : undefined)} />
          </div>
        )}
        {filled.length === 0 && <EmptyState>{shellWords.listEmpty}</EmptyState>}
        {filled.map((type) => (
          <section key={type} className="stack">
            <h2>{thingWords[type].meervoud}</h2>
            {ofType(board, type).map((thing) => (
              <Card key={thing.id} thing={thing} text={sayThing(board, thing)} nameOf={names.nameOf} personName={names.personName} onPress={() => onOpen(thing.id)} />
            ))}
          </section>
        ))}
      </div>
      <Dialog title={making === undefined ? '' : thingWords[making].naam} open={making !== undefined} onClose={() => setMaking(undefined)}>
        {making !== undefined && <NewThingForm zone={zone} type={making} onDone={() => setMaking(undefined)} />}
      </Dialog>
    </div>
  );
}
