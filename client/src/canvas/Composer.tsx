import { useEffect, useId, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { fieldOf } from '@samenbord/shared/board/things.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import { canvasWords as w } from '@samenbord/shared/words/canvas.ts';
import { filledIn } from './pure/filled-in.ts';
import type { Answers, Filled, Mistake } from './pure/filled-in.ts';
import type { Person } from './pure/making.ts';
import { useLatest } from './use-latest.ts';
import type { Ask } from './tools/tool-list.ts';

type Props = {
  readonly title: string;
  readonly type: ThingType;
  readonly asks: readonly Ask[];
  readonly people: readonly Person[];
  readonly first: Answers;
  readonly send: string;
  /** A form for who types on: Enter is done in every field, and what was typed in one line is spread over the fields. */
  readonly quick?: Quick | undefined;
  readonly onSend: (filled: Extract<Filled, { ok: true }>) => void;
  readonly onCancel: () => void;
};
export type Quick = {
  readonly spread: (answers: Answers) => Answers;
  /** Says under a question how its answer is read; nothing when there is nothing to say. */
  readonly reads: (field: string, answer: string) => string | undefined;
};

/** The small form in which a card or a connection is made. Enter puts it on the table, Shift and Enter begins a new line, Escape leaves it. */
export function Composer({ title, type, asks, people, first, send, quick, onSend, onCancel }: Props) {
  const [answers, setAnswers] = useState<Answers>(first);
  const [mistakes, setMistakes] = useState<Readonly<Record<string, Mistake>>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, []);
  useFormKeys(form, onCancel, quick !== undefined);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const filled = filledIn(type, asks, quick?.spread(answers) ?? answers);
    if (filled.ok) return onSend(filled);
    setMistakes(filled.mistakes);
    const [field] = Object.keys(filled.mistakes);
    form.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  };
  return (
    <form className="canvas-form" aria-label={title} ref={form} onSubmit={submit} noValidate>
      <h2>{title}</h2>
      <div className="canvas-form-fields">
        {asks.map((ask) => (
          <Question
            key={ask.field}
            ask={ask}
            type={type}
            people={people}
            answer={answers[ask.field] ?? ''}
            mistake={mistakes[ask.field]}
            reads={quick?.reads(ask.field, oneAnswer(answers[ask.field]))}
            onAnswer={(answer) => setAnswers({ ...answers, [ask.field]: answer })}
          />
        ))}
      </div>
      <div className="canvas-form-end">
        <button type="submit" className="canvas-main">
          {send}
        </button>
        <button type="button" className="canvas-plain" onClick={onCancel}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}

const oneAnswer = (answer: Answers[string] | undefined): string => (typeof answer === 'string' ? answer : '');

/** Enter in a text sends the form, Escape leaves it; while letters are being composed both belong to that. */
function useFormKeys(form: { readonly current: HTMLFormElement | null }, onCancel: () => void, quick: boolean): void {
  const cancel = useLatest(onCancel);
  useEffect(() => {
    const node = form.current;
    const sends = (target: EventTarget | null): boolean =>
      target instanceof HTMLTextAreaElement || (quick && target instanceof HTMLSelectElement);
    const keys = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (event.key === 'Escape') cancel.current();
      else if (event.key === 'Enter' && !event.shiftKey && sends(event.target)) {
        event.preventDefault();
        node?.requestSubmit();
      }
    };
    node?.addEventListener('keydown', keys);
    return () => node?.removeEventListener('keydown', keys);
  }, [form, cancel, quick]);
}

type QuestionProps = {
  readonly ask: Ask;
  readonly type: ThingType;
  readonly people: readonly Person[];
  readonly answer: string | readonly string[];
  readonly mistake: Mistake | undefined;
  readonly reads: string | undefined;
  readonly onAnswer: (answer: string | readonly string[]) => void;
};

function Question({ ask, type, people, answer, mistake, reads, onAnswer }: QuestionProps) {
  const id = useId();
  const help = `${id}-help`;
  const hint = reads ?? ask.hint ?? (ask.as === 'date' && ask.half !== true ? w.fields.dateHint : undefined);
  const said = mistake === undefined ? hint : w[mistake];
  if (ask.as === 'people' || ask.as === 'choices')
    return <People ask={ask} people={people} chosen={typeof answer === 'string' ? [] : answer} onAnswer={onAnswer} />;
  if (ask.as === 'yes') {
    return (
      <div className="canvas-people">
        <label>
          <input
            type="checkbox"
            checked={answer === 'ja'}
            onChange={({ target }) => onAnswer(target.checked ? 'ja' : '')}
          />
          {ask.label}
        </label>
      </div>
    );
  }
  const field = fieldOf(type, ask.field);
  const box = {
    id,
    'data-field': ask.field,
    value: typeof answer === 'string' ? answer : '',
    'aria-invalid': mistake !== undefined,
    'aria-describedby': said === undefined ? undefined : help,
    'aria-required': ask.required === true,
    onChange: (event: { target: { value: string } }) => onAnswer(event.target.value),
  };
  const most = field?.kind === 'text' ? field.max : 80;
  return (
    <div className="canvas-field" data-half={ask.half}>
      <label htmlFor={id}>{ask.label}</label>
      {ask.as === 'text' && <textarea {...box} rows={3} maxLength={most} />}
      {(ask.as === 'line' || ask.as === 'date') && <input {...box} type="text" autoComplete="off" maxLength={most} />}
      {(ask.as === 'choice' || ask.as === 'person' || ask.as === 'words-of') && (
        <select {...box}>
          <Options ask={ask} people={people} />
        </select>
      )}
      {said !== undefined && (
        <p id={help} className={mistake === undefined ? 'canvas-hint' : 'canvas-mistake'}>
          {said}
        </p>
      )}
    </div>
  );
}

function Options({ ask, people }: { readonly ask: Ask; readonly people: readonly Person[] }) {
  const nobody = ask.as === 'words-of' ? w.fields.vanMij : (ask.nobody ?? w.fields.niet);
  const named =
    ask.as === 'choice' ? Object.entries(ask.options ?? {}) : people.map(({ id, naam }) => [id, naam] as const);
  return (
    <>
      <option value="">{nobody}</option>
      {named.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  );
}

type PeopleProps = {
  readonly ask: Ask;
  readonly people: readonly Person[];
  readonly chosen: readonly string[];
  readonly onAnswer: (ids: readonly string[]) => void;
};

function People({ ask, people, chosen, onAnswer }: PeopleProps) {
  const boxes = ask.as === 'people' ? people : Object.entries(ask.options ?? {}).map(([id, naam]) => ({ id, naam }));
  if (boxes.length === 0) return null;
  const toggle = (id: string): void =>
    onAnswer(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset className="canvas-people">
      <legend>{ask.label}</legend>
      <div>
        {boxes.map(({ id, naam }) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            {naam}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
