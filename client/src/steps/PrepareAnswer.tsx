import { useState } from 'react';
import type { Prepared } from '@samenbord/shared/board/marks.ts';
import { fieldOf } from '@samenbord/shared/board/things.ts';
import type { RoundType } from '@samenbord/shared/meeting/rounds-reveal.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { prepareWords as w } from '@samenbord/shared/words/rounds.ts';
import { useBoardSession } from '../document/context.tsx';
import { useDeed } from '../document/deed.ts';
import { freshId } from '../document/ids.ts';
import { tidy } from '../document/text-steps.ts';
import { Button } from '../parts/Button.tsx';
import { CheckGroup, Choice } from '../parts/Choice.tsx';
import type { Option } from '../parts/Choice.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useUnsent } from './round-drafts.ts';
import type { Trusted } from './use-trusted.ts';

const types: Readonly<Record<Prepared, RoundType>> = {
  wil: 'wens',
  goed: 'uitspraak',
  moeilijk: 'uitspraak',
  'niet-op-tafel': 'notitie',
};
const goals = ['tafel', 'vertrouwd', 'eigen'] as const;
type Goal = (typeof goals)[number];

type PrepareAnswerProps = {
  readonly vraag: Prepared;
  readonly trusted: Trusted | undefined;
  /** There is an answer already. */
  readonly isMore: boolean;
};

/** One answer that is being written: in this tab only, until its writer says who may read it and keeps it. */
export function PrepareAnswer({ vraag, trusted, isMore }: PrepareAnswerProps) {
  const [text, setText] = useUnsent(`voorbereiden ${vraag}`);
  const [opened, setOpened] = useState(false);
  if (isMore && !opened && text === '')
    return (
      <div className="prepare-hands">
        <Button icon="plus" look="plain" onPress={() => setOpened(true)}>
          {w.more}
        </Button>
      </div>
    );
  return (
    <Writing
      vraag={vraag}
      trusted={trusted}
      text={text}
      onText={setText}
      onKept={() => {
        setText('');
        setOpened(false);
      }}
    />
  );
}

type WritingProps = Pick<PrepareAnswerProps, 'vraag' | 'trusted'> & {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onKept: () => void;
};

function Writing({ vraag, trusted, text, onText, onKept }: WritingProps) {
  const session = useBoardSession();
  const deed = useDeed();
  const [goal, setGoal] = useState<Goal | undefined>(undefined);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [failed, setFailed] = useState(false);
  const readers = trusted?.answer?.professionals ?? [];
  const asksWho = goal === 'vertrouwd' && readers.length === 0;
  const type = types[vraag];
  const most = mostOf(type);
  const tooLong = text.trim().length > most;
  const keep = (): void =>
    deed.run(async () => {
      if (asksWho && trusted !== undefined) await trusted.name(chosen);
      const zone = goal === 'vertrouwd' && trusted !== undefined ? trusted.zone : session.ownZone;
      const thing = {
        id: freshId(),
        type,
        by: session.actor.id,
        vanWie: session.actor.persoon,
        values: { voorbereid: vraag, ...(goal === 'tafel' && { mee: true }) },
        texts: { tekst: tidy(text.trim(), most, 4) },
      };
      const done = session.intend(zone, { kind: 'create', thing });
      setFailed(!done);
      if (!done) return;
      const names =
        readers.length > 0 ? readers : (trusted?.answer?.mogelijk ?? []).filter(({ id }) => chosen.includes(id));
      announce(goal === 'vertrouwd' ? w.savedFor(sayList(names.map(({ naam }) => naam))) : w.saved);
      setGoal(undefined);
      onKept();
    });
  return (
    <>
      <TextField
        label={w.answer}
        value={text}
        onChange={onText}
        lines={4}
        error={tooLong ? w.tooLong(most) : undefined}
      />
      {text.trim() !== '' && (
        <>
          <Choice
            label={w.who}
            options={optionsFor(vraag, trusted)}
            value={goal}
            onChange={(value) => setGoal(goals.find((one) => one === value))}
            isRequired
          />
          {asksWho && (
            <CheckGroup
              label={w.choose}
              options={(trusted?.answer?.mogelijk ?? []).map(({ id, naam }) => ({ value: id, label: naam }))}
              value={chosen}
              onChange={setChosen}
              empty={w.nobodyToChoose}
            />
          )}
          {[deed.error, failed ? w.failed : undefined].map((error) =>
            error === undefined ? null : (
              <Notice key={error} tone="zorg" problem>
                {error}
              </Notice>
            ),
          )}
          <div className="prepare-hands">
            <Button
              look="action"
              icon={goal === 'vertrouwd' ? 'people' : 'lock'}
              isDisabled={goal === undefined || tooLong || deed.busy || (asksWho && chosen.length === 0)}
              onPress={keep}
            >
              {w.save}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function mostOf(type: RoundType): number {
  const field = fieldOf(type, 'tekst');
  return field?.kind === 'text' ? field.max : 600;
}

function optionsFor(vraag: Prepared, trusted: Trusted | undefined): Option[] {
  const names = sayList((trusted?.answer?.professionals ?? []).map(({ naam }) => naam));
  const along: Option = { value: 'tafel', label: w.toTable, hint: w.toTableHint, icon: 'forward' };
  const someone: Option =
    names === ''
      ? { value: 'vertrouwd', label: w.onlyForSomeone, hint: w.onlyForSomeoneHint, icon: 'people' }
      : { value: 'vertrouwd', label: w.onlyFor(names), hint: w.onlyForHint(names), icon: 'people' };
  const me: Option = { value: 'eigen', label: w.onlyMe, hint: w.onlyMeHint, icon: 'lock' };
  return [...(vraag === 'niet-op-tafel' ? [] : [along]), ...(trusted === undefined ? [] : [someone]), me];
}
