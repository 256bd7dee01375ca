import { useId } from 'react';
import type { ReactNode } from 'react';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import { relativeRoles } from '@samenbord/shared/genogram/relatives.ts';
import { relativeWords } from '@samenbord/shared/words/family-entry.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { useBoard } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { FamilyChecks } from '../parts/FamilyChecks.tsx';
import { MenuButton } from '../parts/MenuButton.tsx';
import { useLists, useMayMake } from './lists-context.tsx';
import { cardsAbout, linksOf, tiesOf } from './pure/around.ts';
import { capital } from './pure/say.ts';
import { ThingRow } from './Row.tsx';

/** What hangs around a thing on the table: the ties of a person, what leads to what, cards about it, reactions to it. */
export function ThingAround({ thing }: { thing: Thing }) {
  const board = useBoard('gedeeld');
  const { go } = useLists();
  const open = (id: string): void => go({ kind: 'ding', zone: 'gedeeld', id });
  const isPerson = thing.type === 'persoon';
  const isLinked = thing.type === 'factor' || thing.type === 'patroonblok';
  const reactions = ofType(board, 'reactie').filter(({ op }) => op === thing.id);
  return (
    <>
      {isPerson && <FamilyChecks about={thing.id} onOpen={open} />}
      {isPerson && <AddFamily of={thing.id} />}
      {isPerson && (
        <Rows title={listWords.thing.ties} things={tiesOf(board, thing.id)} tools={<Connect thing={thing} />} />
      )}
      {isLinked && (
        <Rows title={listWords.thing.leads} things={linksOf(board, thing.id)} tools={<Connect thing={thing} />} />
      )}
      {isPerson && <Rows title={listWords.thing.cards} things={cardsAbout(board, thing.id)} hideEmpty />}
      <Rows title={listWords.thing.reactions} things={reactions} empty={listWords.thing.noReactions} />
    </>
  );
}

type RowsProps = { title: string; things: readonly Thing[]; empty?: string; hideEmpty?: boolean; tools?: ReactNode };

function Rows({ title, things, empty, hideEmpty = false, tools }: RowsProps) {
  const heading = useId();
  if (hideEmpty && things.length === 0) return null;
  return (
    <section className="list-section" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {things.length === 0 && empty !== undefined && <p className="list-empty">{empty}</p>}
      {things.length > 0 && (
        <ul className="list-rows">
          {things.map((each) => (
            <ThingRow key={each.id} zone="gedeeld" thing={each} />
          ))}
        </ul>
      )}
      {tools}
    </section>
  );
}

/** Partner, child, parent, brother or sister, each with one short form. What is heavy stands in the longer list. */
function AddFamily({ of }: { of: string }) {
  const { go } = useLists();
  const mayMake = useMayMake('gedeeld');
  const heading = useId();
  const may = (['persoon', 'ouder-kind', 'partnerrelatie'] as const).every(mayMake);
  if (!may) return null;
  return (
    <section className="list-section" aria-labelledby={heading}>
      <h2 id={heading}>{relativeWords.title}</h2>
      <div className="list-family">
        {relativeRoles.map((role) => (
          <Button key={role} icon="plus" onPress={() => go({ kind: 'familielid', of, role })}>
            {relativeWords.add[role]}
          </Button>
        ))}
      </div>
    </section>
  );
}

type Connection = {
  readonly type: ThingType;
  readonly label: string;
  readonly values: Readonly<Record<string, unknown>>;
};

function connectionsOf({ id, type }: Thing): Connection[] {
  if (type !== 'persoon') return [{ type: 'verband', label: capital(thingWords.verband.naam), values: { van: id } }];
  const { partner, parents, children, tie, home } = listWords.connect;
  return [
    { type: 'partnerrelatie', label: partner, values: { partners: [id] } },
    { type: 'ouder-kind', label: parents, values: { kind: id } },
    { type: 'ouder-kind', label: children, values: { ouders: [id] } },
    { type: 'relatielijn', label: tie, values: { van: id } },
    { type: 'huishouden', label: home, values: { leden: [id] } },
  ];
}

/** Ties this thing to another one, with a form instead of a line on the canvas. */
function Connect({ thing }: { thing: Thing }) {
  const { go } = useLists();
  const mayMake = useMayMake('gedeeld');
  const all = connectionsOf(thing).filter(({ type }) => mayMake(type));
  if (all.length === 0) return null;
  return (
    <MenuButton
      label={listWords.thing.connect}
      icon="link"
      items={all.map(({ label }, index) => ({ id: String(index), label }))}
      onChoose={(index) => {
        const chosen = all[Number(index)];
        if (chosen !== undefined) go({ kind: 'nieuw', zone: 'gedeeld', type: chosen.type, values: chosen.values });
      }}
    />
  );
}
