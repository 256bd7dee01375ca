import type { Board } from '@samenbord/shared/board/board.ts';
import { fieldOf } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { fieldLabel, optionLabel } from '@samenbord/shared/words/things.ts';
import { Check, Choice } from './Choice.tsx';
import { fittingOptions, mostOf, optionsOf, shapeOf } from './form-order.ts';
import { ManyPicker, OnePicker, personOptions, thingOptions } from './PersonPicker.tsx';
import { VagueDateField } from './VagueDateField.tsx';

export type FieldInputProps = {
  readonly board: Board;
  readonly type: ThingType;
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly onChange: (value: unknown) => void;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Another label than the general one. */
  readonly label?: string;
};

/** One plain field of a thing (not a text), asked in the way that fits its schema. */
export function FieldInput({
  board,
  type,
  name,
  values,
  onChange,
  isRequired = false,
  isDisabled = false,
  label = fieldLabel(type, name),
}: FieldInputProps) {
  const field = fieldOf(type, name);
  if (field === undefined || field.kind === 'text') return null;
  const value = values[name];
  const common = { label, isRequired, isDisabled };
  const text = typeof value === 'string' ? value : undefined;
  switch (shapeOf(field)) {
    case 'choice': {
      const options = fittingOptions(type, name, optionsOf(field) ?? [], values);
      if (options.length === 0) return null;
      return (
        <Choice
          {...common}
          options={options.map((option) => ({ value: option, label: optionLabel(type, name, option) }))}
          value={text}
          onChange={onChange}
        />
      );
    }
    case 'yes-no':
      return (
        <Check
          label={label}
          checked={value === true}
          onChange={(yes) => onChange(yes ? true : undefined)}
          isDisabled={isDisabled}
        />
      );
    case 'number':
      return (
        <Choice
          {...common}
          folded
          options={numbers(field.schema)}
          value={typeof value === 'number' ? String(value) : undefined}
          onChange={(next) => onChange(next === undefined ? undefined : Number(next))}
        />
      );
    case 'date':
      return (
        <VagueDateField {...common} value={text} onChange={onChange} firstKind={type === 'hulp' ? 'periode' : 'jaar'} />
      );
    case 'day':
      return <VagueDateField {...common} value={text} onChange={onChange} onlyDay />;
    case 'one':
      return <OnePicker {...common} options={options(board, field.refersTo)} value={text} onChange={onChange} />;
    case 'many':
      return (
        <ManyPicker
          {...common}
          options={options(board, field.refersTo)}
          value={Array.isArray(value) ? value : []}
          onChange={(next) => onChange(next.length === 0 && !isRequired ? undefined : next)}
          max={mostOf(field) ?? 30}
        />
      );
    case 'text':
      return null;
  }
}

const options = (board: Board, types: readonly string[] | undefined) =>
  types?.length === 1 && types[0] === 'persoon' ? personOptions(board) : thingOptions(board, types ?? []);

const numbers = (schema: { safeParse(value: unknown): { success: boolean } }) =>
  Array.from({ length: 11 }, (_, n) => n)
    .filter((n) => schema.safeParse(n).success)
    .map((n) => ({ value: String(n), label: String(n) }));
