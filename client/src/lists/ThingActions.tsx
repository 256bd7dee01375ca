import { useState } from 'react';
import { isOwner } from '@samenbord/shared/access/may.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { confirmWords } from '@samenbord/shared/words/things.ts';
import { useMay, useZone } from '../document/context.tsx';
import { goesBack } from '../parts/goes-back.ts';
import { announce } from '../parts/LiveRegion.tsx';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Erase } from '../parts/Erase.tsx';
import { MoveCard } from '../parts/MoveCard.tsx';
import { OffTable } from '../parts/OffTable.tsx';
import { isWords, useLists, useMayEdit, useMayMake } from './lists-context.tsx';
import { waitsForMe } from './pure/waits.ts';

/** Carries out one deed that can be undone apart from what came before it. */
export function useDo(zone: string): (intent: Intent) => boolean {
  const { intend, stopCapturing } = useZone(zone);
  return (intent) => {
    stopCapturing();
    return intend(intent);
  };
}

type ThingActionsProps = {
  readonly zone: string;
  readonly thing: Thing;
  readonly onEdit: () => void;
  /** It lies elsewhere now, or nowhere any more. */
  readonly onGone: () => void;
};

/** What this participant may do with a thing; nothing else is offered. */
export function ThingActions({ zone, thing, onEdit, onGone }: ThingActionsProps) {
  const { go } = useLists();
  const mayEdit = useMayEdit(zone)(thing);
  const mayReact = useMayMake('gedeeld')('reactie') && zone === 'gedeeld' && !thing.weg;
  const act = useDo(zone);
  const mayPutBack = useMay(zone)({ kind: 'change', thing, field: 'weg', value: false }) === undefined;
  const own = isWords(thing);
  if (thing.weg) {
    return (
      <div className="list-actions">
        {mayPutBack && (
          <Button look="action" icon="undo" onPress={() => act({ kind: 'restore', id: thing.id })}>
            {listWords.thing.putBack}
          </Button>
        )}
        <Erase zone={zone} thing={thing} onErased={onGone} />
      </div>
    );
  }
  return (
    <div className="list-actions">
      <ConfirmButtons zone={zone} thing={thing} />
      <MoveCard zone={zone} thing={thing} onMoved={onGone} />
      {mayReact && (
        <Button icon="reactie" onPress={() => go({ kind: 'compose', op: thing.id })}>
          {listWords.thing.react}
        </Button>
      )}
      {mayEdit && (
        <Button icon="pencil" onPress={onEdit}>
          {own ? listWords.thing.adjust : listWords.thing.change}
        </Button>
      )}
      <TakeOff zone={zone} thing={thing} />
      <Erase zone={zone} thing={thing} onErased={onGone} />
    </div>
  );
}

/** "Zo bedoel ik het" for whose words they are; "voorgelezen, akkoord" for the scribe. */
export function ConfirmButtons({ zone, thing }: { zone: string; thing: Thing }) {
  const { actor } = useLists();
  const may = useMay(zone);
  const act = useDo(zone);
  const allowed = (value: string): boolean =>
    thing.bevestigd === undefined && may({ kind: 'change', thing, field: 'bevestigd', value }) === undefined;
  if (zone !== 'gedeeld') return null;
  const say = (value: 'zelf' | 'voorgelezen') => () => {
    if (act({ kind: 'set', id: thing.id, field: 'bevestigd', value })) announce(confirmWords[value]);
  };
  // Own words that one typed oneself need no "zo bedoel ik het".
  if (waitsForMe(thing, actor) && allowed('zelf')) {
    return (
      <Button look="action" icon="confirmed" onPress={say('zelf')}>
        {confirmWords.zelf}
      </Button>
    );
  }
  if (!isOwner(actor, thing) && allowed('voorgelezen')) {
    return (
      <Button icon="confirmed" onPress={say('voorgelezen')}>
        {confirmWords.voorgelezen}
      </Button>
    );
  }
  return null;
}

function TakeOff({ zone, thing }: { zone: string; thing: Thing }) {
  const { actor, back } = useLists();
  const may = useMay(zone);
  const act = useDo(zone);
  const [asking, setAsking] = useState(false);
  if (may({ kind: 'change', thing, field: 'weg', value: true }) !== undefined) return null;
  const box = zone !== 'gedeeld';
  const label = box ? listWords.mijn.throwAway : listWords.thing.takeOff;
  // A card of somebody else goes back to whose it is: that is another act.
  if (goesBack(actor, zone, thing)) return <OffTable thing={thing} onGone={back} />;
  return (
    <>
      <Button look="plain" icon="remove" onPress={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog title={label} open={asking} onClose={() => setAsking(false)}>
        <p>{box ? listWords.mijn.throwAwaySure : listWords.thing.takeOffSure}</p>
        <div className="list-actions">
          <Button
            look="danger"
            onPress={() => {
              setAsking(false);
              if (act({ kind: 'remove', id: thing.id })) back();
            }}
          >
            {label}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
