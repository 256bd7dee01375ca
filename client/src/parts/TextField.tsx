import type { ReactNode } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components';
import { appWords } from '@samenbord/shared/words/app.ts';
import type { TextBinding } from '../document/text.ts';

type Frame = {
  readonly label: string;
  readonly hint?: string | undefined;
  /** A sentence that says what to do; shown as soon as it is there. */
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
};

export type TextFieldProps = Frame & {
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly lines?: 1 | 4;
  readonly max?: number;
  readonly box?: TextBinding['box'] | undefined;
  readonly name?: string;
  /** Only in a dialog or a step that somebody just asked for. */
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric';
};

/** One text with its label above it. `lines={4}` gives a box that grows. */
export function TextField({
  label,
  hint,
  error,
  isRequired = false,
  isDisabled = false,
  value,
  onChange,
  lines = 1,
  max,
  box,
  name,
  autoFocus,
  autoComplete,
  inputMode,
}: TextFieldProps) {
  const common = { ...box, ...(max === undefined ? {} : { maxLength: max }), autoComplete: autoComplete ?? 'off' };
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isRequired={isRequired}
      isReadOnly={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(name === undefined ? {} : { name })}
      {...(autoFocus === true ? { autoFocus } : {})}
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {lines === 1 ? (
        <Input className="input" {...common} {...(inputMode === undefined ? {} : { inputMode })} />
      ) : (
        <AriaTextArea className="input textarea" rows={3} {...common} />
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

/** The same box for a text that is on the board: every change is sent as it is typed. */
export function BoundText({ label, hint, binding, isDisabled = false }: Frame & { readonly binding: TextBinding }) {
  return (
    <TextField
      label={label}
      hint={hint}
      isDisabled={isDisabled}
      value={binding.value}
      onChange={binding.change}
      lines={binding.lines}
      max={binding.max}
      box={binding.box}
    />
  );
}

/** A label, with the word that says it is needed. */
export function FieldLabel({ children, isRequired = false }: { children: ReactNode; isRequired?: boolean }) {
  return (
    <Label className="field-label">
      {children}
      {isRequired && <span className="field-needed"> ({appWords.required})</span>}
    </Label>
  );
}
