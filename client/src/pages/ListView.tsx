import { useState } from 'react';
import { ofType } from '@samenbord/shared/board/board.ts';
import { definitionOf, fieldOf, isThingType, thingTypes } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { shellWords } from '@samenbord/shared/words/app.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { useBoard, useBoardSession, useMay, useNames } from '../document/context.tsx';
import { Card } from '../parts/Card.tsx';
import { Danger } from '../parts/Danger.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import { EmptyState } from '../parts/Notice.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import { NewThingForm } from '../parts/ThingForm.tsx';

/** What one writes for oneself: words. The facts of the family are made at the table. A card without a further meaning comes first. */
const ownTypes: readonly ThingType[] = [
  'notitie',
  ...thingTypes.filter(
    (type) =>
      type !== 'notitie' &&
      type !== 'reactie' &&
      type !== 'relatielijn' &&
      type !== 'verband' &&
      fieldOf(type, definitionOf(type).main)?.class === 'woorden',
  ),
];

/** Everything in one's own box, by kind, without a canvas. */
export function ListView({ zone, onOpen }: { zone: string; onOpen: (id: string) => void }) {
  const session = useBoardSession();
  const board = useBoard(zone);
  const names = useNames(zone);
  const may = useMay(zone);
  const [making, setMaking] = useState<ThingType | undefined>(undefined);
  const by = session.actor.id;
  const makeable = ownTypes.filter((type) => may({ kind: 'create', thing: { type, by } }) === undefined);
  const filled = thingTypes.filter((type) => ofType(board, type).length > 0);
  return (
    <div className="shell-scroll">
      <div className="page">
        <Danger reads />
        {makeable.length > 0 && (
          <div>
            <MenuButton
              label={shellWords.newThing}
              icon="plus"
              look="action"
              items={makeable.map((id) => ({ id, label: thingWords[id].naam, hint: thingWords[id].hint }))}
              onChoose={(id) => setMaking(isThingType(id) ? id : undefined)}
            />
          </div>
        )}
        {filled.length === 0 && <EmptyState>{shellWords.listEmpty}</EmptyState>}
        {filled.map((type) => (
          <section key={type} className="stack">
            <h2>{thingWords[type].meervoud}</h2>
            {ofType(board, type).map((thing) => (
              <Card
                key={thing.id}
                thing={thing}
                text={sayThing(board, thing)}
                nameOf={names.nameOf}
                personName={names.personName}
                onPress={() => onOpen(thing.id)}
              />
            ))}
          </section>
        ))}
      </div>
      <Dialog
        title={making === undefined ? '' : thingWords[making].naam}
        open={making !== undefined}
        onClose={() => setMaking(undefined)}
      >
        {making !== undefined && <NewThingForm zone={zone} type={making} onDone={() => setMaking(undefined)} />}
      </Dialog>
    </div>
  );
}
