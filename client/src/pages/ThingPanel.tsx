import { useState } from 'react';
import { ofType } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import { isOwner } from '@samenbord/shared/access/may.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { appWords, denialWords, shellWords } from '@samenbord/shared/words/app.ts';
import { confirmWords, fieldLabel, thingWords } from '@samenbord/shared/words/things.ts';
import { zonePage } from '@samenbord/shared/words/zones.ts';
import { useBoard, useBoardSession, useMay, useNames } from '../document/context.tsx';
import { freshId } from '../document/ids.ts';
import { ThingHistory } from '../lists/ThingHistory.tsx';
import { Button } from '../parts/Button.tsx';
import { goesBack } from '../parts/goes-back.ts';
import { Card, sayWhose, useTypedSelf } from '../parts/Card.tsx';
import { Erase } from '../parts/Erase.tsx';
import { FamilyChecks } from '../parts/FamilyChecks.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Notice } from '../parts/Notice.tsx';
import { sayThing } from '../parts/PersonPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { ThingFields } from '../parts/ThingForm.tsx';
import { MoveCard } from '../parts/MoveCard.tsx';
import { WhoSeesZone } from '../parts/ZoneMark.tsx';
import { zoneLook } from '../parts/zone-look.ts';
import type { ZoneKind } from '../parts/zone-look.ts';
import { OffTable } from '../parts/OffTable.tsx';

/** One thing in the drawer: its fields, whose words it is, what others say about it, who can see it, and taking it off. */
export function ThingPanel({ zone, id, onGone }: { zone: string; id: string; onGone: () => void }) {
  const board = useBoard(zone);
  const names = useNames(zone);
  const typedSelf = useTypedSelf();
  const thing = board.things.get(id);
  if (thing === undefined) {
    const known = board.unknown.some((other) => other.id === id);
    return <p className="soft">{known ? appWords.unknownThing : shellWords.nothingSelected}</p>;
  }
  return (
    <>
      {zone !== 'gedeeld' && <Where zone={zone} />}
      <div>
        <h2 className="drawer-title">{sayThing(board, thing)}</h2>
        <p className="soft">{`${thingWords[thing.type].naam} · ${sayWhose(thing, names.nameOf, names.personName, typedSelf(thing))}`}</p>
      </div>
      {thing.weg && <Notice>{zone === 'gedeeld' ? shellWords.offTable : zonePage.offHere}</Notice>}
      <Confirm zone={zone} thing={thing} />
      {zone === 'gedeeld' && <FamilyChecks about={thing.id} />}
      <ThingFields zone={zone} thing={thing} />
      <Reactions zone={zone} thing={thing} board={board} />
      <Seen zone={zone} thing={thing} onGone={onGone} />
      <ThingHistory zone={zone} thing={thing} />
      <TakeOff zone={zone} thing={thing} onGone={onGone} />
      <Erase zone={zone} thing={thing} onErased={onGone} />
    </>
  );
}

/** Which zone it stands in, before a word is read. */
function Where({ zone }: { zone: string }) {
  const { answer } = useBoardSession();
  const look = zoneLook(zone, answer);
  return (
    <p className={`zone-mark zone-mark-still drawer-zone ${look.className}`}>
      <Icon name={look.icon} size={18} />
      <strong>{look.name}</strong>
    </p>
  );
}

/** "Zo bedoel ik het" for whose words they are; "voorgelezen, akkoord" for who typed them. */
function Confirm({ zone, thing }: { zone: string; thing: Thing }) {
  const session = useBoardSession();
  const may = useMay(zone);
  const typedSelf = useTypedSelf();
  if (thing.bevestigd === undefined && typedSelf(thing)) return null;
  if (thing.vanWie === undefined || thing.bevestigd === 'zelf') {
    return thing.bevestigd === undefined ? null : <Notice tone="kracht">{confirmWords.saysZelf}</Notice>;
  }
  const offered = (['zelf', 'voorgelezen'] as const).filter(
    (value) => may({ kind: 'change', thing, field: 'bevestigd', value }) === undefined,
  );
  const typedForOther = !(isOwner(session.actor, thing) && thing.by === session.actor.id);
  if (!typedForOther) return null;
  return (
    <div className="stack">
      <Notice tone={thing.bevestigd === undefined ? 'gewoon' : 'kracht'}>
        {thing.bevestigd === undefined ? confirmWords.saysNot : confirmWords.saysVoorgelezen}
      </Notice>
      {offered.map((value) => (
        <Button
          key={value}
          look="action"
          icon="confirmed"
          onPress={() => session.intend(zone, { kind: 'set', id: thing.id, field: 'bevestigd', value })}
        >
          {confirmWords[value]}
        </Button>
      ))}
    </div>
  );
}

function Reactions({ zone, thing, board }: { zone: string; thing: Thing; board: Board }) {
  const session = useBoardSession();
  const may = useMay(zone);
  const names = useNames(zone);
  const [text, setText] = useState('');
  const reactions = ofType(board, 'reactie').filter(({ op }) => op === thing.id);
  const by = session.actor.id;
  const vanWie = session.actor.persoon;
  const mayReact = may({ kind: 'create', thing: { type: 'reactie', by, vanWie } }) === undefined && !thing.weg;
  const send = (): void => {
    session.intend(zone, {
      kind: 'create',
      thing: { id: freshId(), type: 'reactie', by, vanWie, values: { op: thing.id }, texts: { tekst: text.trim() } },
    });
    setText('');
  };
  return (
    <section className="drawer-part">
      <h3>{shellWords.reactions}</h3>
      {reactions.length === 0 && <p className="soft">{shellWords.noReactions}</p>}
      {reactions.map((reaction) => (
        <Card
          key={reaction.id}
          thing={reaction}
          text={sayThing(board, reaction)}
          nameOf={names.nameOf}
          personName={names.personName}
        />
      ))}
      {mayReact && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') send();
          }}
        >
          <TextField
            label={fieldLabel('reactie', 'tekst')}
            hint={thingWords.reactie.hint}
            value={text}
            onChange={setText}
            lines={4}
            max={600}
          />
          <div>
            <Button type="submit" icon="reactie" isDisabled={text.trim() === ''}>
              {shellWords.react}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

/** Who can see this, by name; and taking it to other readers, for whose it is. */
function Seen({ zone, thing, onGone }: { zone: string; thing: Thing; onGone: () => void }) {
  return (
    <section className="drawer-part">
      <h3>{shellWords.whoSees}</h3>
      <Where zone={zone} />
      <WhoSeesZone zone={zone} />
      <MoveCard zone={zone} thing={thing} onMoved={onGone} />
    </section>
  );
}

function TakeOff({ zone, thing, onGone }: { zone: string; thing: Thing; onGone: () => void }) {
  const session = useBoardSession();
  const denial = useMay(zone)({ kind: 'change', thing, field: 'weg', value: !thing.weg });
  const act = (): void => {
    session.stopCapturing(zone);
    session.intend(zone, { kind: thing.weg ? 'restore' : 'remove', id: thing.id });
    if (!thing.weg) onGone();
  };
  if (goesBack(session.actor, zone, thing)) return <OffTable thing={thing} onGone={onGone} />;
  return (
    <section className="drawer-part">
      {denial === undefined ? (
        <div>
          <Button look={thing.weg ? 'quiet' : 'danger'} icon={thing.weg ? 'undo' : 'remove'} onPress={act}>
            {sayOff(zoneLook(zone, session.answer).kind, thing.weg)}
          </Button>
        </div>
      ) : (
        <p className="soft">{denialWords[denial]}</p>
      )}
    </section>
  );
}

function sayOff(kind: ZoneKind, isOff: boolean): string {
  if (kind === 'gedeeld') return isOff ? appWords.putBack : appWords.takeOff;
  return isOff ? zonePage.putBack : zonePage.takeOff[kind];
}
