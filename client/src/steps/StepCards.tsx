import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { denialWords } from '@samenbord/shared/words/app.ts';
import { stepCardsWords as w } from '@samenbord/shared/words/controls.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import { useBoard, useBoardSession, useMay, useNames } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { Card } from '../parts/Card.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { EmptyState, Notice } from '../parts/Notice.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import { NewThingForm } from '../parts/ThingForm.tsx';
import { AloneStep } from './AloneStep.tsx';
import { RevealButton } from './RevealButton.tsx';
import './steps.css';

export type StepCardsProps = {
  readonly step: Step;
  /** What is lit: it gets a ring and comes in sight. */
  readonly lit: string | undefined;
  readonly onOpen: (id: string) => void;
};

/** A step that has no view: its question large on the table, and the cards it is about. */
export function StepCards({ step, lit, onOpen }: StepCardsProps) {
  const { actor } = useBoardSession();
  const board = useBoard('gedeeld');
  const names = useNames();
  const may = useMay('gedeeld');
  const [making, setMaking] = useState<ThingType | undefined>(undefined);
  const kinds = step.kaarten ?? [];
  const asked = kinds.map((type) => ({ type, denial: may({ kind: 'create', thing: { type, by: actor.id } }) }));
  const makeable = asked.filter(({ denial }) => denial === undefined);
  const why = makeable.length > 0 ? undefined : asked.find(({ denial }) => denial !== undefined)?.denial;
  const things = kinds.flatMap((type) => ofType(board, type));
  return (
    <div className="shell-scroll">
      <div className="page page-wide step-cards">
        <p className="step-question">{step.vraag}</p>
        <div className="row">
          <RevealButton />
        </div>
        <AloneStep />
        {why !== undefined && <Notice>{denialWords[why]}</Notice>}
        <div className="row">
          {makeable.map(({ type }, index) => (
            <Button key={type} icon="plus" look={index === 0 ? 'action' : 'quiet'} onPress={() => setMaking(type)}>
              {w.addKind(thingWords[type].naam)}
            </Button>
          ))}
        </div>
        {kinds.length > 0 && things.length === 0 && <EmptyState>{w.empty}</EmptyState>}
        <ul className="step-grid">
          {things.map((thing) => (
            <LitItem key={thing.id} isLit={thing.id === lit}>
              <Card
                thing={thing}
                text={sayThing(board, thing)}
                nameOf={names.nameOf}
                personName={names.personName}
                onPress={() => onOpen(thing.id)}
              />
            </LitItem>
          ))}
        </ul>
      </div>
      <Dialog
        title={making === undefined ? '' : thingWords[making].naam}
        open={making !== undefined}
        onClose={() => setMaking(undefined)}
      >
        {making !== undefined && <NewThingForm zone="gedeeld" type={making} onDone={() => setMaking(undefined)} />}
      </Dialog>
    </div>
  );
}

function LitItem({ isLit, children }: { readonly isLit: boolean; readonly children: ReactNode }) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isLit) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isLit]);
  return (
    <li ref={item} data-lit={isLit}>
      {children}
    </li>
  );
}
