import { useEffect, useMemo, useRef, useState } from 'react';
import { isOwner } from '@samenbord/shared/access/may.ts';
import { definitionOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { describePerson } from '@samenbord/shared/genogram/person-text.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { personText } from '@samenbord/shared/words/person-text.ts';
import { confirmWords, thingWords } from '@samenbord/shared/words/things.ts';
import { useBoard } from '../document/context.tsx';
import { Button } from '../parts/Button.tsx';
import { cardLook } from '../parts/Card.tsx';
import { Icon } from '../parts/Icon.tsx';
import { EmptyState } from '../parts/Notice.tsx';
import { ThingFields } from '../parts/ThingForm.tsx';
import { isWords, useLists } from './lists-context.tsx';
import { readFields } from './pure/fields.ts';
import { sayRow } from './pure/say.ts';
import { waitsForMe } from './pure/waits.ts';
import { ThingActions, useDo } from './ThingActions.tsx';
import { ThingAround } from './ThingAround.tsx';
import { ThingHistory } from './ThingHistory.tsx';
import { today, usePeople, useWhose } from './WordsCard.tsx';

/** All of one thing: its words, whose they are, every field in words, what hangs around it, and what one may do with it. */
export function ThingScreen({ zone, id, edit = false }: { zone: string; id: string; edit?: boolean }) {
  const board = useBoard(zone);
  const { actor } = useLists();
  const [editing, setEditing] = useState(edit);
  const onGone = useBackFrom(id);
  const thing = board.things.get(id);
  const mayRead = thing !== undefined && (!thing.weg || isOwner(actor, thing));
  if (!mayRead) return <EmptyState icon="info">{listWords.thing.gone}</EmptyState>;
  return (
    <>
      <article className={`list-thing list-thing-${cardLook(thing).tone}`}>
        {editing && !thing.weg ? (
          <Editing zone={zone} thing={thing} onReady={() => setEditing(false)} />
        ) : (
          <>
            <Words thing={thing} />
            <Fields thing={thing} />
            {zone === 'gedeeld' && thing.type === 'persoon' && <PersonInSentences id={thing.id} />}
          </>
        )}
      </article>
      {!editing && <ThingActions zone={zone} thing={thing} onEdit={() => setEditing(true)} onGone={onGone} />}
      {zone === 'gedeeld' && !thing.weg && <ThingAround thing={thing} />}
      <ThingHistory zone={zone} thing={thing} />
    </>
  );
}

/** Back to where one was, when the page of this thing is still the one in sight: an answer that comes late takes nobody away from where they went meanwhile. */
function useBackFrom(id: string): () => void {
  const { back } = useLists();
  const here = useRef<string | undefined>(undefined);
  useEffect(() => {
    here.current = id;
    return () => {
      here.current = undefined;
    };
  }, [id]);
  return () => {
    if (here.current === id) back();
  };
}

function Words({ thing }: { thing: Thing }) {
  const shared = useBoard('gedeeld');
  const whose = useWhose();
  const { professional } = useLists();
  const { icon, word } = cardLook(thing);
  const official = thingWords[thing.type].vak;
  return (
    <>
      {professional && official !== word && (
        <p className="list-kind list-soft">
          <Icon name={icon} size={18} />
          {official}
        </p>
      )}
      <p className="list-words">{sayRow(shared, thing)}</p>
      <p className="list-soft">{whose(thing)}</p>
      <Confirmed thing={thing} />
    </>
  );
}

function Confirmed({ thing }: { thing: Thing }) {
  const people = usePeople();
  const { actor } = useLists();
  if (thing.vanWie === undefined || thing.by === undefined) return null;
  // "Voorgelezen, akkoord" stands in the line above; who typed it oneself need not confirm it.
  if (thing.bevestigd === 'voorgelezen' || (isOwner(actor, thing) && thing.by === actor.id)) return null;
  if (people.get(thing.by)?.persoon === thing.vanWie) return null;
  return (
    <p className="list-soft list-confirmed">
      <Icon name={thing.bevestigd === undefined ? 'clock' : 'confirmed'} size={18} />
      {thing.bevestigd === undefined ? confirmWords.saysNot : confirmWords.saysZelf}
    </p>
  );
}

/** Somebody in sentences: who it is, with whom, where they lived. The same as in the report. */
function PersonInSentences({ id }: { id: string }) {
  const shared = useBoard('gedeeld');
  const names = usePeople();
  const said = useMemo(() => describePerson(shared, id, { today: today(), names }), [shared, id, names]);
  if (said.length < 2) return null;
  return (
    <details className="list-sentences">
      <summary>{personText.title}</summary>
      <ul>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}

function Fields({ thing }: { thing: Thing }) {
  const shared = useBoard('gedeeld');
  const fields = readFields(shared, thing);
  if (fields.length === 0) return null;
  return (
    <dl className="list-fields">
      {fields.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Every change is kept as it is made. Whose words somebody else typed says at the end: this is how I mean it. */
function Editing({ zone, thing, onReady }: { zone: string; thing: Thing; onReady: () => void }) {
  const { actor } = useLists();
  const act = useDo(zone);
  const asksMe = waitsForMe(thing, actor) && zone === 'gedeeld';
  const ready = (): void => {
    if (asksMe) act({ kind: 'set', id: thing.id, field: 'bevestigd', value: 'zelf' });
    onReady();
  };
  // Whoever asked to change it goes on from there: a button that is gone leaves the keyboard at the top of the page.
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, []);
  return (
    <div className="list-editing" ref={form}>
      <EditFields zone={zone} thing={thing} />
      <Button look="action" icon={asksMe ? 'confirmed' : 'check'} onPress={ready}>
        {asksMe ? confirmWords.zelf : listWords.thing.ready}
      </Button>
    </div>
  );
}

/** Somebody's words come first and alone; what helps to place them can be folded out. */
function EditFields({ zone, thing }: { zone: string; thing: Thing }) {
  const { main, fields } = definitionOf(thing.type);
  if (!isWords(thing)) return <ThingFields zone={zone} thing={thing} />;
  const rest = Object.keys(fields).filter((name) => name !== main);
  return (
    <>
      <ThingFields zone={zone} thing={thing} only={[main]} />
      {rest.length > 0 && (
        <details className="list-more">
          <summary>{listWords.thing.more}</summary>
          <ThingFields zone={zone} thing={thing} only={rest} />
        </details>
      )}
    </>
  );
}
