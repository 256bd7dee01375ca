import { useState } from 'react';
import type { FormEvent } from 'react';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { mostMinutes, wayNames, ways } from '@samenbord/shared/meeting/agenda.ts';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import type { AgendaEdit } from '@samenbord/shared/meeting/edits.ts';
import { appWords, viewWords } from '@samenbord/shared/words/app.ts';
import { editWords as w, wayWords } from '@samenbord/shared/words/controls.ts';
import { useDeed } from '../document/deed.ts';
import { Button } from '../parts/Button.tsx';
import { Check, Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';

type Change = Extract<AgendaEdit, { doe: 'anders' }>['stap'];

type Props = {
  /** Nothing for a step that is added. */
  readonly step: Step | undefined;
  readonly onSave: (change: Change) => Promise<void>;
  readonly onRemove: (() => Promise<void>) | undefined;
  readonly onCancel: () => void;
};

const wayOf = (step: Step | undefined) =>
  step === undefined ? 'gewoon' : wayNames.find((name) => JSON.stringify(ways[name]) === JSON.stringify(step.opent));

/** One step as a form: its name, question, time, view, and what it opens for whom. Only what was changed is sent. */
export function EditStep({ step, onSave, onRemove, onCancel }: Props) {
  const [titel, setTitel] = useState(step?.titel ?? '');
  const [vraag, setVraag] = useState(step?.vraag ?? '');
  const [minuten, setMinuten] = useState(step?.minuten === undefined ? '' : String(step.minuten));
  const [view, setView] = useState<string>(step?.view ?? '');
  const [way, setWay] = useState(wayOf(step));
  const [alleen, setAlleen] = useState(step?.alleen ?? false);
  const [vast, setVast] = useState(step?.vast ?? false);
  const [team, setTeam] = useState(step?.waar === 'team');
  const deed = useDeed();
  const time = minuten.trim() === '' ? null : Number(minuten);
  const isTimeRight = time === null || (Number.isInteger(time) && time >= 1 && time <= mostMinutes);
  const isWhole = titel.trim() !== '' && vraag.trim() !== '' && isTimeRight;
  const wanted = {
    titel: titel.trim(),
    vraag: vraag.trim(),
    minuten: time,
    view: viewNames.find((name) => name === view) ?? null,
    alleen,
    vast,
    waar: team ? ('team' as const) : ('gedeeld' as const),
    ...(way === undefined || way === wayOf(step) ? {} : { werkwijze: way }),
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) deed.run(() => onSave(changedOnly(wanted, step)));
  };
  return (
    <form className="step-form" onSubmit={submit} aria-label={step === undefined ? w.newTitle : w.edit(step.titel)}>
      <TextField label={w.titel} value={titel} onChange={setTitel} max={80} isRequired />
      <TextField label={w.vraag} value={vraag} onChange={setVraag} max={200} isRequired />
      <TextField
        label={w.minuten}
        hint={w.minutenHint}
        value={minuten}
        onChange={setMinuten}
        max={3}
        inputMode="numeric"
        error={isTimeRight ? undefined : w.minutenWrong}
      />
      <Choice
        label={w.view}
        folded
        options={[
          { value: 'geen', label: w.noView },
          ...viewNames.map((name) => ({ value: name, label: labelOf(name) })),
        ]}
        value={view === '' ? 'geen' : view}
        onChange={(next) => setView(next ?? '')}
      />
      <Choice
        label={w.way}
        options={wayNames.map((name) => ({ value: name, label: wayWords[name].naam, hint: wayWords[name].uitleg }))}
        value={way}
        onChange={(next) => setWay(wayNames.find((name) => name === next))}
        isRequired
      />
      <Check label={w.alone} checked={alleen} onChange={setAlleen} />
      <Check label={w.fixed} checked={vast} onChange={setVast} />
      <Check label={w.team} checked={team} onChange={setTeam} />
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <div className="form-end">
        <Button look="action" type="submit" isDisabled={deed.busy || !isWhole}>
          {step === undefined ? w.addHere : w.save}
        </Button>
        <Button onPress={onCancel}>{appWords.cancel}</Button>
        {onRemove !== undefined && (
          <Button icon="remove" isDisabled={deed.busy} onPress={() => deed.run(onRemove)}>
            {w.remove}
          </Button>
        )}
      </div>
    </form>
  );
}

const labelOf = (name: ViewName): string => `${viewWords[name].naam}: ${viewWords[name].uitleg}`;

/** Without what stayed as it was, so that two people who change one step both keep their change. */
function changedOnly(wanted: Change, step: Step | undefined): Change {
  if (step === undefined)
    return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null)) as Change;
  const before: Readonly<Record<string, unknown>> = step;
  return Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => (before[name] ?? null) !== value),
  ) as Change;
}
