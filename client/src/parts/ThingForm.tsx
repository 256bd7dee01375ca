import { useMemo, useState } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import { definitionOf, fieldOf, isValue, textFields } from '@samenbord/shared/board/things.ts';
import type { Thing, ThingType } from '@samenbord/shared/board/things.ts';
import type { Board, Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { fieldLabel, thingWords } from '@samenbord/shared/words/things.ts';
import { useBoard, useBoardSession, useMay } from '../document/context.tsx';
import { freshId } from '../document/ids.ts';
import { useText } from '../document/text.ts';
import { tidy } from '../document/text-steps.ts';
import { Button } from './Button.tsx';
import { FieldInput } from './FieldInput.tsx';
import { formOrder } from './form-order.ts';
import type { IconName } from './Icon.tsx';
import { PersonPicker } from './PersonPicker.tsx';
import { BoundText, TextField } from './TextField.tsx';

/** What a card in this zone may point at: what stands there, and what its readers read on the table. */
function usePointable(zone: string): Board {
  const board = useBoard(zone);
  const shared = useBoard('gedeeld');
  return useMemo(
    () => (zone === 'gedeeld' ? board : { ...board, things: new Map([...shared.things, ...board.things]) }),
    [zone, board, shared],
  );
}

/** A thing that is being composed: nothing of it is on the table yet. */
export type Draft = {
  readonly type: ThingType;
  readonly values: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly vanWie: string | undefined;
};

export const emptyDraft = (
  type: ThingType,
  values: Readonly<Record<string, unknown>> = {},
  vanWie?: string,
): Draft => ({ type, values, texts: {}, vanWie });

/** True when nothing that is needed is missing and something was said. */
export function isWhole(draft: Draft): boolean {
  const { required, main } = definitionOf(draft.type);
  if (required.some((name) => !isValue(draft.type, name, draft.values[name]))) return false;
  return (draft.texts[main] ?? '').trim() !== '' || required.length > 0;
}

export type NewThingFormProps = {
  readonly zone: string;
  readonly type: ThingType;
  /** What is already known, such as the box or the side where it was started. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly place?: { readonly view: ViewName; readonly at: Place };
  /** What the button says that keeps it, where that is not the table or one's own box. */
  readonly keep?: { readonly label: string; readonly icon: IconName };
  readonly onDone: (id: string | undefined) => void;
};

/** Composed alone; it appears for others at "Zet op tafel". */
export function NewThingForm({ zone, type, values = {}, place, keep, onDone }: NewThingFormProps) {
  const session = useBoardSession();
  const board = usePointable(zone);
  const { ik } = session.answer;
  const professional = isProfessional(ik.rol);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(type, values, professional ? undefined : ik.persoon));
  const [more, setMore] = useState(false);
  const order = formOrder(type);
  const asked = more ? [...order.first, ...order.more] : order.first;
  const ownWords = fieldOf(type, definitionOf(type).main)?.class === 'woorden';
  const own = zone.startsWith('eigen:');
  const save = (): void => {
    const id = freshId();
    const texts = Object.fromEntries(textFields(type).map((name) => [name, draft.texts[name] ?? '']));
    const done = session.intend(zone, {
      kind: 'create',
      thing: {
        id,
        type,
        by: session.actor.id,
        vanWie: ownWords ? draft.vanWie : undefined,
        values: draft.values,
        texts,
      },
      place,
    });
    if (done) onDone(id);
  };
  return (
    <form
      className="thing-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(draft)) save();
      }}
    >
      <p className="soft">{thingWords[type].hint}</p>
      {ownWords && professional && !own && (
        <PersonPicker
          board={board}
          label={fieldLabel(type, 'vanWie')}
          value={draft.vanWie}
          onChange={(vanWie) => setDraft({ ...draft, vanWie })}
        />
      )}
      {asked.map((name) => (
        <DraftField key={name} zone={zone} name={name} draft={draft} onChange={setDraft} />
      ))}
      {order.more.length > 0 && !more && (
        <Button look="plain" icon="down" onPress={() => setMore(true)}>
          {appWords.moreQuestions}
        </Button>
      )}
      <div className="form-end">
        <Button look="action" type="submit" icon={keep?.icon ?? (own ? 'lock' : 'check')} isDisabled={!isWhole(draft)}>
          {keep?.label ?? (own ? appWords.inBox : appWords.onTable)}
        </Button>
        <Button onPress={() => onDone(undefined)}>{appWords.cancel}</Button>
      </div>
    </form>
  );
}

/** One field of a thing that is being composed; for forms that ask one thing at a time as well. */
export function DraftField({
  zone,
  name,
  draft,
  onChange,
  label,
}: {
  zone: string;
  name: string;
  draft: Draft;
  onChange: (draft: Draft) => void;
  label?: string;
}) {
  const board = usePointable(zone);
  const field = fieldOf(draft.type, name);
  const isRequired = definitionOf(draft.type).required.includes(name);
  if (field === undefined) return null;
  if (field.kind === 'text') {
    const put = (text: string): void =>
      onChange({ ...draft, texts: { ...draft.texts, [name]: tidy(text, field.max, field.lines) } });
    return (
      <TextField
        label={label ?? fieldLabel(draft.type, name)}
        value={draft.texts[name] ?? ''}
        onChange={put}
        lines={field.lines}
        max={field.max}
      />
    );
  }
  const put = (value: unknown): void => {
    const values = { ...draft.values, [name]: value };
    if (name === 'kant') delete values['dimensie'];
    onChange({ ...draft, values });
  };
  return (
    <FieldInput
      board={board}
      type={draft.type}
      name={name}
      values={draft.values}
      onChange={put}
      isRequired={isRequired}
      {...(label === undefined ? {} : { label })}
    />
  );
}

/** All fields of a thing that is on the board; each change is kept as it is made. What one may not change can be read. */
export function ThingFields({ zone, thing, only }: { zone: string; thing: Thing; only?: readonly string[] }) {
  const order = formOrder(thing.type);
  const names = only ?? [...order.first, ...order.more];
  return (
    <div className="thing-form">
      {names.map((name) => (
        <BoundField key={name} zone={zone} thing={thing} name={name} />
      ))}
    </div>
  );
}

function BoundField({ zone, thing, name }: { zone: string; thing: Thing; name: string }) {
  const session = useBoardSession();
  const board = usePointable(zone);
  const may = useMay(zone);
  const field = fieldOf(thing.type, name);
  const binding = useText(zone, thing.id, name);
  if (field === undefined) return null;
  const isDisabled = may({ kind: 'change', thing, field: name }) !== undefined;
  const label = fieldLabel(thing.type, name);
  if (field.kind === 'text') {
    if (isDisabled && binding.value === '') return null;
    return <BoundText label={label} binding={binding} isDisabled={isDisabled} />;
  }
  const values = thing as unknown as Readonly<Record<string, unknown>>;
  if (isDisabled && values[name] === undefined) return null;
  const isRequired = definitionOf(thing.type).required.includes(name);
  const put = (value: unknown): void => {
    if (value === undefined && isRequired) return;
    session.stopCapturing(zone);
    session.intend(zone, { kind: 'set', id: thing.id, field: name, value });
    const side = thing.type === 'factor' && name === 'kant' ? thing.dimensie : undefined;
    if (side !== undefined) session.intend(zone, { kind: 'set', id: thing.id, field: 'dimensie', value: undefined });
  };
  return (
    <FieldInput
      board={board}
      type={thing.type}
      name={name}
      values={values}
      onChange={put}
      isRequired={isRequired}
      isDisabled={isDisabled}
    />
  );
}
