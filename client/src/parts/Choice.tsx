import { useId } from 'react';
import { Checkbox, CheckboxGroup, Label, Radio, RadioGroup, Text } from 'react-aria-components';
import { appWords } from '@samenbord/shared/words/app.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { FieldLabel } from './TextField.tsx';

export type Option = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: IconName;
};

export type ChoiceProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Draws a list that folds out, whatever the number of options. */
  readonly folded?: boolean;
};

/** One of several. Up to six stand open, as big targets; more fold into a list. */
export function Choice(props: ChoiceProps) {
  const {
    label,
    hint,
    options,
    value,
    onChange,
    isRequired = false,
    isDisabled = false,
    folded = options.length > 6,
  } = props;
  if (folded) return <Folded {...props} />;
  return (
    <RadioGroup
      className="field"
      value={value ?? null}
      onChange={onChange}
      isRequired={isRequired}
      isReadOnly={isDisabled}
      validationBehavior="aria"
    >
      <FieldLabel isRequired={isRequired}>{label}</FieldLabel>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <div className="choices">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="choice">
            <span className="choice-mark" aria-hidden="true" />
            {option.icon !== undefined && <Icon name={option.icon} />}
            <span>
              {option.label}
              {option.hint !== undefined && <small className="soft">{option.hint}</small>}
            </span>
          </Radio>
        ))}
      </div>
      {!isRequired && value !== undefined && !isDisabled && (
        <button type="button" className="text-button" onClick={() => onChange(undefined)}>
          {appWords.none}
        </button>
      )}
    </RadioGroup>
  );
}

/** The system's own list: it works best with one thumb and with every screen reader. */
function Folded({ label, hint, options, value, onChange, isRequired = false, isDisabled = false }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
        {isRequired && <span className="field-needed"> ({appWords.required})</span>}
      </label>
      {hint !== undefined && <span className="field-hint">{hint}</span>}
      <select
        id={id}
        className="input"
        value={value ?? ''}
        disabled={isDisabled}
        required={isRequired}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">{appWords.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export type CheckGroupProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  readonly empty?: string;
};

/** Any number of several. */
export function CheckGroup({
  label,
  hint,
  options,
  value,
  onChange,
  isRequired = false,
  isDisabled = false,
  empty,
}: CheckGroupProps) {
  return (
    <CheckboxGroup
      className="field"
      value={[...value]}
      onChange={onChange}
      isRequired={isRequired}
      isReadOnly={isDisabled}
      validationBehavior="aria"
    >
      <Label className="field-label">
        {label}
        {isRequired && <span className="field-needed"> ({appWords.required})</span>}
      </Label>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      {options.length === 0 && empty !== undefined && <p className="field-hint">{empty}</p>}
      <div className="choices choices-wrap">
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} className="choice choice-check">
            <span className="choice-mark choice-box" aria-hidden="true">
              <Icon name="check" size={16} />
            </span>
            <span>{option.label}</span>
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

/** One yes or no. */
export function Check({
  label,
  checked,
  onChange,
  isDisabled = false,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  isDisabled?: boolean;
}) {
  return (
    <Checkbox className="choice choice-check" isSelected={checked} onChange={onChange} isReadOnly={isDisabled}>
      <span className="choice-mark choice-box" aria-hidden="true">
        <Icon name="check" size={16} />
      </span>
      <span>{label}</span>
    </Checkbox>
  );
}
