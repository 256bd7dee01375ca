import { useRef, useState } from 'react';
import type { Step } from '@samenbord/shared/meeting/agenda.ts';
import { mostSteps } from '@samenbord/shared/meeting/agenda.ts';
import type { AgendaEdit } from '@samenbord/shared/meeting/edits.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { viewWords } from '@samenbord/shared/words/app.ts';
import { agendaPageWords, controlWords, editWords as w, timerWords } from '@samenbord/shared/words/controls.ts';
import { freshId } from '../document/ids.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { EditStep } from './EditStep.tsx';
import { afterOf } from './pure/round.ts';
import { sayOpens } from './pure/say.ts';
import './steps.css';

export type EditAgendaProps = {
  readonly meeting: Pick<TableMeeting, 'agenda' | 'stap' | 'stand'>;
  /** For who may change the agenda. */
  readonly edit: ((edit: AgendaEdit) => Promise<void>) | undefined;
  /** For who leads an open meeting. */
  readonly goTo?: ((id: string) => void) | undefined;
};

/** The steps of a meeting in their order. Each can be changed, moved one place, or taken away; by keyboard as well. */
export function EditAgenda({ meeting, edit, goTo }: EditAgendaProps) {
  const { stappen } = meeting.agenda;
  const [editing, setEditing] = useState<string | undefined>(undefined);
  const list = useRef<HTMLOListElement>(null);
  const ids = stappen.map(({ id }) => id);
  const isOpen = meeting.stand === 'open';
  const move = async (step: Step, by: 1 | -1): Promise<void> => {
    const to = afterOf(ids, step.id, by);
    if (to === undefined || edit === undefined) return;
    await edit({ doe: 'verplaats', id: step.id, ...to });
    announce(w.moved(step.titel, ids.indexOf(step.id) + by + 1));
  };
  const save = async (change: AgendaEdit, said: string): Promise<void> => {
    await edit?.(change);
    setEditing(undefined);
    announce(said);
    list.current?.focus();
  };
  const minutes = stappen.reduce((sum, { minuten }) => sum + (minuten ?? 0), 0);
  return (
    <section className="stack" aria-labelledby="step-agenda">
      <h3 id="step-agenda">{agendaPageWords.steps}</h3>
      {minutes > 0 && <p className="soft">{agendaPageWords.total(minutes)}</p>}
      <ol className="step-list" ref={list} tabIndex={-1}>
        {stappen.map((step, index) => (
          <li
            key={step.id}
            className="step-item"
            aria-current={isOpen && step.id === meeting.stap ? 'step' : undefined}
          >
            {editing === step.id && edit !== undefined ? (
              <EditStep
                step={step}
                onSave={(stap) => save({ doe: 'anders', id: step.id, stap }, w.saved(stap.titel ?? step.titel))}
                onRemove={
                  stappen.length > 1 && !(isOpen && step.id === meeting.stap)
                    ? () => save({ doe: 'weg', id: step.id }, w.removed(step.titel))
                    : undefined
                }
                onCancel={() => setEditing(undefined)}
              />
            ) : (
              <StepLine
                step={step}
                at={index + 1}
                isHere={isOpen && step.id === meeting.stap}
                onGo={goTo === undefined || step.id === meeting.stap ? undefined : () => goTo(step.id)}
                onEdit={edit === undefined ? undefined : () => setEditing(step.id)}
                onUp={edit === undefined || index === 0 ? undefined : () => move(step, -1)}
                onDown={edit === undefined || index === stappen.length - 1 ? undefined : () => move(step, 1)}
                mayMove={edit !== undefined}
              />
            )}
          </li>
        ))}
      </ol>
      {edit !== undefined && stappen.length < mostSteps && editing !== '' && (
        <div>
          <Button icon="plus" onPress={() => setEditing('')}>
            {w.add}
          </Button>
        </div>
      )}
      {editing === '' && edit !== undefined && (
        <div className="step-item">
          <EditStep
            step={undefined}
            onSave={({ titel = '', vraag = '', ...rest }) =>
              save(
                { doe: 'erbij', id: freshStep(), na: ids.at(-1) ?? null, stap: { titel, vraag, ...rest } },
                w.saved(titel),
              )
            }
            onRemove={undefined}
            onCancel={() => setEditing(undefined)}
          />
        </div>
      )}
    </section>
  );
}

/** An id of a step: letters, digits and a hyphen, in lower case. */
const freshStep = (): string =>
  `eigen-${freshId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')}`.slice(0, 40);

type LineProps = {
  readonly step: Step;
  readonly at: number;
  readonly isHere: boolean;
  readonly mayMove: boolean;
  readonly onGo: (() => void) | undefined;
  readonly onEdit: (() => void) | undefined;
  readonly onUp: (() => Promise<void>) | undefined;
  readonly onDown: (() => Promise<void>) | undefined;
};

function StepLine({ step, at, isHere, mayMove, onGo, onEdit, onUp, onDown }: LineProps) {
  const facts = [
    step.view === undefined ? undefined : viewWords[step.view].naam,
    step.minuten === undefined ? undefined : timerWords.planned(step.minuten),
    step.alleen ? w.alone : undefined,
    step.waar === 'team' ? w.team : undefined,
    step.vast ? w.fixed : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <>
      <div className="step-line">
        <span className="step-number" aria-hidden="true">
          {at}
        </span>
        <div>
          <h4>{step.titel}</h4>
          <p>{step.vraag}</p>
          {isHere && <p className="step-here">{controlWords.here}</p>}
          {facts.length > 0 && <p className="soft">{facts.join(' · ')}</p>}
          {isHere && !step.vast && (
            <ul className="step-opens">
              {sayOpens(step.opent).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {(onGo !== undefined || onEdit !== undefined) && (
        <div className="step-line-hands">
          {onGo !== undefined && <Button onPress={onGo}>{controlWords.goHere}</Button>}
          {onEdit !== undefined && (
            <button type="button" className="button button-plain" aria-label={w.edit(step.titel)} onClick={onEdit}>
              {w.editShort}
            </button>
          )}
          {mayMove && (
            <>
              <IconButton
                icon="up"
                label={w.up(step.titel)}
                isDisabled={onUp === undefined}
                onPress={() => void onUp?.()}
              />
              <IconButton
                icon="down"
                label={w.down(step.titel)}
                isDisabled={onDown === undefined}
                onPress={() => void onDown?.()}
              />
            </>
          )}
        </div>
      )}
    </>
  );
}
