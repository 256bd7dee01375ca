import { useState } from 'react';
import { leads } from '@samenbord/shared/access/zones.ts';
import { boardAnswer, boardFacts, kaders } from '@samenbord/shared/wire/http.ts';
import type { BoardFacts } from '@samenbord/shared/wire/http.ts';
import { frameWords } from '@samenbord/shared/words/analysis.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { tableWords } from '@samenbord/shared/words/pages.ts';
import { useBoard, useBoardSession, useNames } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PersonPicker } from '../parts/PersonPicker.tsx';
import { TextField } from '../parts/TextField.tsx';
import { VagueDateField } from '../parts/VagueDateField.tsx';
import { useDeed } from './use-load.ts';

type Adding = 'regie' | 'kader' | undefined;

/** Who has the lead since when, and under which frame the help for each child falls: dated facts, kept in the order they came. */
export function FactsForm() {
  const session = useBoardSession();
  const { id, als } = session;
  const names = useNames();
  const [facts, setFacts] = useState<BoardFacts>(session.answer.feiten);
  const [adding, setAdding] = useState<Adding>(undefined);
  const deed = useDeed();
  const save = (next: BoardFacts): void =>
    deed.run(async () => {
      // What somebody else added meanwhile is kept: the newest facts are read before ours are put with them.
      const now = await ask('GET', boardPath(id, '', als), { schema: boardAnswer });
      const merged = { regie: joined(now.feiten.regie, next.regie), kaders: joined(now.feiten.kaders, next.kaders) };
      await ask('PUT', boardPath(id, '/facts', als), { body: merged });
      setFacts(merged);
      setAdding(undefined);
    });
  return (
    <section className="panel">
      <h2>{tableWords.facts}</h2>
      <p className="soft">{tableWords.factsLead}</p>
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <h3>{tableWords.lead}</h3>
      <ul className="plain-list">
        {facts.regie.map((fact) => (
          <li
            key={`${fact.sinds} ${fact.naam}`}
          >{`${fact.naam}, ${fact.organisatie}, sinds ${sayDate(fact.sinds)}${fact.grondslag === undefined ? '' : `: ${fact.grondslag}`}`}</li>
        ))}
      </ul>
      <h3>{tableWords.frame}</h3>
      <ul className="plain-list">
        {facts.kaders.map((fact) => (
          <li
            key={`${fact.kind} ${fact.sinds}`}
          >{`${names.personName(fact.kind)}: ${frameWords[fact.kader]}, sinds ${sayDate(fact.sinds)}${fact.toelichting === undefined ? '' : `: ${fact.toelichting}`}`}</li>
        ))}
      </ul>
      {leads(session.actor) && adding === undefined && (
        <div className="row">
          <Button icon="plus" onPress={() => setAdding('regie')}>
            {tableWords.addLead}
          </Button>
          <Button icon="plus" onPress={() => setAdding('kader')}>
            {tableWords.addFrame}
          </Button>
        </div>
      )}
      {adding === 'regie' && (
        <LeadForm busy={deed.busy} onAdd={(fact) => save({ ...facts, regie: [...facts.regie, fact] })} />
      )}
      {adding === 'kader' && (
        <FrameForm busy={deed.busy} onAdd={(fact) => save({ ...facts, kaders: [...facts.kaders, fact] })} />
      )}
    </section>
  );
}

/** Both lists, each fact once, in the order they came. */
function joined<T>(theirs: readonly T[], ours: readonly T[]): T[] {
  const known = new Set(theirs.map((fact) => JSON.stringify(fact)));
  return [...theirs, ...ours.filter((fact) => !known.has(JSON.stringify(fact)))];
}

type Lead = BoardFacts['regie'][number];
type Frame = BoardFacts['kaders'][number];
const leadSchema = boardFacts.shape.regie.element;
const frameSchema = boardFacts.shape.kaders.element;

function LeadForm({ busy, onAdd }: { busy: boolean; onAdd: (fact: Lead) => void }) {
  const [draft, setDraft] = useState<{ readonly [K in keyof Lead]?: Lead[K] | undefined }>({});
  const whole = leadSchema.safeParse(filled(draft));
  return (
    <div className="stack">
      <TextField
        label={tableWords.leadWho}
        value={draft.naam ?? ''}
        onChange={(naam) => setDraft({ ...draft, naam })}
        max={80}
        isRequired
      />
      <TextField
        label={tableWords.organisation}
        value={draft.organisatie ?? ''}
        onChange={(organisatie) => setDraft({ ...draft, organisatie })}
        max={120}
        isRequired
      />
      <VagueDateField
        label={tableWords.since}
        value={draft.sinds}
        onChange={(sinds) => setDraft({ ...draft, sinds })}
        onlyDay
        isRequired
      />
      <TextField
        label={tableWords.basis}
        value={draft.grondslag ?? ''}
        onChange={(grondslag) => setDraft({ ...draft, grondslag })}
        max={300}
      />
      <div>
        <Button look="action" isDisabled={!whole.success || busy} onPress={() => whole.success && onAdd(whole.data)}>
          {tableWords.saveFacts}
        </Button>
      </div>
    </div>
  );
}

function FrameForm({ busy, onAdd }: { busy: boolean; onAdd: (fact: Frame) => void }) {
  const board = useBoard('gedeeld');
  const [draft, setDraft] = useState<{ readonly [K in keyof Frame]?: Frame[K] | undefined }>({});
  const whole = frameSchema.safeParse(filled(draft));
  return (
    <div className="stack">
      <PersonPicker
        board={board}
        label={tableWords.child}
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind })}
        isRequired
      />
      <Choice
        label={tableWords.frame}
        folded
        options={kaders.map((value) => ({ value, label: frameWords[value] }))}
        value={draft.kader}
        onChange={(value) => setDraft({ ...draft, kader: kaders.find((kader) => kader === value) })}
        isRequired
      />
      <VagueDateField
        label={tableWords.since}
        value={draft.sinds}
        onChange={(sinds) => setDraft({ ...draft, sinds })}
        onlyDay
        isRequired
      />
      <TextField
        label={tableWords.explanation}
        value={draft.toelichting ?? ''}
        onChange={(toelichting) => setDraft({ ...draft, toelichting })}
        max={300}
      />
      <div>
        <Button look="action" isDisabled={!whole.success || busy} onPress={() => whole.success && onAdd(whole.data)}>
          {tableWords.saveFacts}
        </Button>
      </div>
    </div>
  );
}

const filled = (draft: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== ''));
