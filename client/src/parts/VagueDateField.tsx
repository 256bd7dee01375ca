import { useId, useState } from 'react';
import { appWords, dateWords } from '@samenbord/shared/words/app.ts';
import { months, sayDate } from '@samenbord/shared/words/dates.ts';
import { Check } from './Choice.tsx';
import { dateOf, draftOf, emptyDate } from './vague-date-steps.ts';
import type { DateDraft, DateKind, MomentDraft } from './vague-date-steps.ts';

const kinds: readonly DateKind[] = ['dag', 'maand', 'jaar', 'periode', 'loopt'];

export type VagueDateFieldProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly isRequired?: boolean;
  readonly isDisabled?: boolean;
  /** Only a whole day can be chosen. */
  readonly onlyDay?: boolean;
  readonly firstKind?: DateKind;
};

/** When it was, as exactly as somebody knows: a day, a month, a year, a period, or still going on; each "ongeveer" if need be. */
export function VagueDateField({
  label,
  value,
  onChange,
  isRequired = false,
  isDisabled = false,
  onlyDay = false,
  firstKind = 'jaar',
}: VagueDateFieldProps) {
  const [draft, setDraft] = useState(() => draftOf(value, onlyDay ? 'dag' : firstKind));
  const result = dateOf(draft);
  const kept = result.state === 'ok' ? result.value : undefined;
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    // Somebody else changed it: show theirs, unless these boxes already say the same.
    setSeen(value);
    if (value !== undefined && value !== kept) setDraft(draftOf(value));
  }
  const put = (next: DateDraft): void => {
    setDraft(next);
    const read = dateOf(next);
    if (read.state === 'ok' && read.value !== value) onChange(read.value);
    if (read.state === 'empty' && value !== undefined && !isRequired) onChange(undefined);
  };
  const twice = draft.kind === 'periode';
  return (
    <fieldset className="field date-field" disabled={isDisabled}>
      <legend className="field-label">
        {label}
        {isRequired && <span className="field-needed"> ({appWords.required})</span>}
      </legend>
      {!onlyDay && <KindRow kind={draft.kind} onChange={(kind) => put({ ...draft, kind })} />}
      <Moment
        legend={twice ? dateWords.from : draft.kind === 'loopt' ? dateWords.since : undefined}
        kind={draft.kind}
        exact={onlyDay}
        moment={draft.from}
        onChange={(from) => put({ ...draft, from })}
      />
      {twice && (
        <Moment
          legend={dateWords.to}
          kind={draft.kind}
          exact={onlyDay}
          moment={draft.to}
          onChange={(to) => put({ ...draft, to })}
        />
      )}
      <p className="field-hint" aria-live="polite">
        {kept !== undefined && sayDate(kept)}
        {result.state === 'wrong' && <span className="field-error">{dateWords.wrong}</span>}
        {result.state === 'backwards' && <span className="field-error">{dateWords.backwards}</span>}
      </p>
      {value !== undefined && !isRequired && !isDisabled && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            setDraft(emptyDate(draft.kind));
            onChange(undefined);
          }}
        >
          {dateWords.clear}
        </button>
      )}
    </fieldset>
  );
}

function KindRow({ kind, onChange }: { kind: DateKind; onChange: (kind: DateKind) => void }) {
  return (
    <fieldset className="segments" aria-label={dateWords.kind}>
      {kinds.map((each) => (
        <button
          key={each}
          type="button"
          className="segment"
          aria-pressed={each === kind}
          onClick={() => onChange(each)}
        >
          {dateWords.kinds[each]}
        </button>
      ))}
    </fieldset>
  );
}

function Moment({
  legend,
  kind,
  exact,
  moment,
  onChange,
}: {
  legend: string | undefined;
  kind: DateKind;
  exact: boolean;
  moment: MomentDraft;
  onChange: (moment: MomentDraft) => void;
}) {
  const id = useId();
  const withMonth = kind !== 'jaar';
  const withDay = kind === 'dag' || kind === 'periode' || kind === 'loopt';
  const digits = (text: string, most: number): string => text.replaceAll(/\D/g, '').slice(0, most);
  return (
    <fieldset className="date-row" aria-label={legend ?? dateWords.kinds[kind]}>
      {legend !== undefined && <span className="date-legend">{legend}</span>}
      {withDay && (
        <label className="date-part" htmlFor={`${id}d`}>
          {dateWords.day}
          <input
            id={`${id}d`}
            className="input"
            inputMode="numeric"
            size={2}
            value={moment.dag}
            onChange={(event) => onChange({ ...moment, dag: digits(event.target.value, 2) })}
          />
        </label>
      )}
      {withMonth && (
        <label className="date-part" htmlFor={`${id}m`}>
          {dateWords.month}
          <select
            id={`${id}m`}
            className="input"
            value={moment.maand}
            onChange={(event) => onChange({ ...moment, maand: event.target.value })}
          >
            <option value="">–</option>
            {months.map((name, index) => (
              <option key={name} value={String(index + 1)}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="date-part" htmlFor={`${id}y`}>
        {dateWords.year}
        <input
          id={`${id}y`}
          className="input"
          inputMode="numeric"
          size={4}
          value={moment.jaar}
          onChange={(event) => onChange({ ...moment, jaar: digits(event.target.value, 4) })}
        />
      </label>
      {!exact && (
        <Check label={dateWords.around} checked={moment.rond} onChange={(rond) => onChange({ ...moment, rond })} />
      )}
    </fieldset>
  );
}
