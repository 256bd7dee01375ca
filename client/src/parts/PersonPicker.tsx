import type { Board } from '@samenbord/shared/board/board.ts';
import { ofType } from '@samenbord/shared/board/board.ts';
import { isThingType, mainText } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { thingWords } from '@samenbord/shared/words/things.ts';
import { CheckGroup, Choice } from './Choice.tsx';
import type { Option } from './Choice.tsx';

type Common = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly Option[];
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
};

/** The people on the board, by name. */
export const personOptions = (board: Board): Option[] =>
  ofType(board, 'persoon').map((person) => ({
    value: person.id,
    label: person.naam === '' ? appWords.nameless : person.naam,
  }));

/** Things that may be pointed at: their words, and what kind of thing it is when several kinds may. */
export function thingOptions(board: Board, types: readonly string[]): Option[] {
  const wanted = (thing: Thing): boolean => !thing.weg && (types.includes('*') || types.includes(thing.type));
  const mixed = types.length !== 1 || types.includes('*');
  return [...board.things.values()].filter(wanted).map((thing) => {
    const words = sayThing(board, thing);
    return {
      value: thing.id,
      label: mixed && isThingType(thing.type) ? `${words} (${thingWords[thing.type].naam})` : words,
    };
  });
}

/** A thing in a few words, also when its own text is empty: a tie is said by the names at its ends. */
export function sayThing(board: Board, thing: Thing): string {
  const name = (id: string): string => {
    const person = board.things.get(id);
    return person === undefined ? '' : mainText(person) || thingWords[person.type].naam;
  };
  const text = mainText(thing);
  if (text !== '') return text;
  switch (thing.type) {
    case 'partnerrelatie':
      return thing.partners?.map(name).join(' en ') ?? thingWords.partnerrelatie.naam;
    case 'ouder-kind':
      return `${thing.ouders?.map(name).join(' en ')}: ${name(thing.kind ?? '')}`;
    case 'band':
      return `${name(thing.kind ?? '')} → ${name(thing.met ?? '')}`;
    case 'relatielijn':
    case 'verband':
      return `${name(thing.van ?? '')} → ${name(thing.naar ?? '')}`;
    default:
      return thingWords[thing.type].naam;
  }
}

/** Picks one. */
export function OnePicker({
  value,
  onChange,
  hint,
  ...rest
}: Common & { value: string | undefined; onChange: (value: string | undefined) => void }) {
  const none = rest.options.length === 0;
  return <Choice {...rest} hint={none ? appWords.nothingToChoose : hint} value={value} onChange={onChange} />;
}

/** Picks any number, up to `max`. */
export function ManyPicker({
  value,
  onChange,
  max,
  ...rest
}: Common & { value: readonly string[]; onChange: (value: string[]) => void; max: number }) {
  return (
    <CheckGroup {...rest} value={value} onChange={(next) => onChange(next.slice(-max))} empty={appWords.noPeople} />
  );
}

/** Picks one person by name. */
export function PersonPicker({
  board,
  ...rest
}: Omit<Common, 'options'> & {
  board: Board;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  return <OnePicker {...rest} options={personOptions(board)} />;
}

/** Picks people by name. */
export function PeoplePicker({
  board,
  ...rest
}: Omit<Common, 'options'> & {
  board: Board;
  value: readonly string[];
  onChange: (value: string[]) => void;
  max: number;
}) {
  return <ManyPicker {...rest} options={personOptions(board)} />;
}
