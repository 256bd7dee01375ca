import { useState } from 'react';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { tidy } from '../document/text-steps.ts';
import { useBoard, useBoardSession } from '../document/context.tsx';
import { freshId } from '../document/ids.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { sensitiveIn } from '@samenbord/shared/board/sensitive.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { sensitiveWords } from '@samenbord/shared/words/sensitive.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Danger } from '../parts/Danger.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Notice } from '../parts/Notice.tsx';
import { ComposeStep } from './ComposeStep.tsx';
import { useLists, useMayMake, useReaders } from './lists-context.tsx';
import { answered, emptyDraft, mostLetters, placeOf, stepsOf, thingOf } from './pure/draft.ts';
import type { Draft, Step } from './pure/draft.ts';
import { sayRow } from './pure/say.ts';
import { WhoReads } from './WhoReads.tsx';
import { WordsCard } from './WordsCard.tsx';

const words = listWords.compose;

/** The draft under `key`; it lives in this tab until it is put somewhere or thrown away. */
function useDraft(op: string | undefined): { draft: Draft; change: (draft: Draft) => void; forget: () => void } {
  const { drafts } = useLists();
  const key = op ?? '';
  const [draft, setDraft] = useState<Draft>(
    () => drafts.get(key) ?? (op === undefined ? emptyDraft : { ...emptyDraft, soort: 'reactie', op }),
  );
  return {
    draft,
    change: (next) => {
      drafts.set(key, next);
      setDraft(next);
    },
    forget: () => drafts.delete(key),
  };
}

/** Which question is asked: the one the trail says, unless an earlier one cannot be left open. */
export function stepAt(asked: readonly Step[], draft: Draft, at: number): number {
  const open = asked.findIndex((step) => !answered(draft, step));
  const most = open === -1 ? asked.length - 1 : open;
  return Math.max(0, Math.min(at, most));
}

/** Composes a card, one question at a time. Nothing leaves this screen before somebody says where it may go. */
export function Compose({ op, at }: { op: string | undefined; at: number }) {
  const { actor, go, back } = useLists();
  const { draft, change, forget } = useDraft(op);
  const asked = stepsOf(draft, actor).filter((step) => op === undefined || (step !== 'soort' && step !== 'op'));
  const here = stepAt(asked, draft, at);
  const step = asked[here] ?? 'tekst';
  const optional = step === 'over' || step === 'plek';
  const next = (): void => go({ kind: 'compose', op, at: here + 1 });
  return (
    <form
      className="list-compose"
      onSubmit={(event) => {
        event.preventDefault();
        if (answered(draft, step) && step !== 'voorbeeld') next();
      }}
    >
      <div className="list-head">
        <IconButton icon="back" label={listWords.back} onPress={back} />
        <p className="list-soft">{words.step(here + 1, asked.length)}</p>
      </div>
      {/* The question is the heading of the screen, so that it is heard when the screen opens. */}
      <h1 className="list-question" tabIndex={-1} data-screen-title>
        {step === 'tekst' && draft.soort === 'reactie' ? words.reaction : words.questions[step]}
      </h1>
      {step !== 'op' && <ReactsTo op={draft.op} />}
      {step === 'voorbeeld' ? (
        <Preview draft={draft} forget={forget} />
      ) : (
        <ComposeStep step={step} draft={draft} onChange={change} />
      )}
      {optional && <p className="list-soft">{words.optional}</p>}
      {step !== 'voorbeeld' && (
        <div className="list-actions">
          <Button look="action" type="submit" icon="forward" isDisabled={!answered(draft, step)} wide>
            {words.next}
          </Button>
        </div>
      )}
      <OnlyHere draft={draft} forget={forget} />
      {step === 'tekst' && <Danger reads />}
    </form>
  );
}

/** The card somebody reacts to, while they write. */
function ReactsTo({ op }: { op: string | undefined }) {
  const board = useBoard('gedeeld');
  const target = op === undefined ? undefined : board.things.get(op);
  if (target === undefined || target.weg) return null;
  return (
    <p className="list-reacts-to">
      <span className="list-soft">{words.reactionTo}</span> {sayRow(board, target)}
    </p>
  );
}

/** Says that nobody can read this yet, and how to throw it away. */
function OnlyHere({ draft, forget }: { draft: Draft; forget: () => void }) {
  const { leave } = useLists();
  const [asking, setAsking] = useState(false);
  if (draft.tekst.trim() === '') return null;
  return (
    <div className="list-only-here">
      <Icon name="lock" size={18} />
      <p>{words.onlyHere}</p>
      <Button look="plain" icon="remove" onPress={() => setAsking(true)}>
        {words.stop}
      </Button>
      <Dialog title={words.stop} open={asking} onClose={() => setAsking(false)}>
        <p>{words.stopSure}</p>
        <div className="list-actions">
          <Button
            look="danger"
            onPress={() => {
              forget();
              leave(undefined);
            }}
          >
            {words.stop}
          </Button>
          <Button onPress={() => setAsking(false)}>{words.keepWriting}</Button>
        </div>
      </Dialog>
    </div>
  );
}

/** The card as it will look, who will read it, and the two places it can go. */
function Preview({ draft, forget }: { draft: Draft; forget: () => void }) {
  const { actor, tableOpen, boxOpen, ownZone, leave } = useLists();
  const session = useBoardSession();
  const board = useBoard('gedeeld');
  const readers = useReaders('gedeeld');
  const mayMake = useMayMake('gedeeld');
  const [id] = useState(freshId);
  const [failed, setFailed] = useState(false);
  const most = mostLetters(draft);
  const tooLong = draft.tekst.trim().length > most;
  const card = thingOf({ ...draft, tekst: tidy(draft.tekst, most, 4) }, id, actor, board);
  const thing = { ...card.values, ...card.texts, ...card, versie: 1, weg: false } as unknown as Thing;
  const put = (zone: string) => (): void => {
    const done = session.intend(zone, { kind: 'create', thing: card });
    setFailed(!done);
    if (!done) return;
    forget();
    leave({ put: zone === 'gedeeld' ? 'table' : 'box' });
  };
  const toTable = tableOpen && mayMake(card.type);
  return (
    <>
      <WordsCard thing={thing} zone="gedeeld" />
      <Comes draft={draft} />
      {tooLong && <Notice tone="zorg">{words.tooLong(most)}</Notice>}
      {failed && (
        <Notice tone="zorg" problem>
          {words.failed}
        </Notice>
      )}
      {toTable && <Sensitive tekst={draft.tekst} />}
      {toTable && <WhoReads title={words.whoSeesTable} readers={readers} />}
      <div className="list-actions list-actions-wide">
        {toTable && (
          <Button look="action" icon="people" wide isDisabled={tooLong} onPress={put('gedeeld')}>
            {words.toTable}
          </Button>
        )}
        {boxOpen && (
          <Button look={toTable ? 'quiet' : 'action'} icon="lock" wide isDisabled={tooLong} onPress={put(ownZone)}>
            {words.toBox}
          </Button>
        )}
      </div>
    </>
  );
}

/** Words that could lead somebody to a door: said before they go to the table, and never in the way. */
function Sensitive({ tekst }: { tekst: string }) {
  const found = [...new Set(sensitiveIn(tekst).map(({ kind }) => sensitiveWords.found[kind]))];
  if (found.length === 0) return null;
  return (
    <Notice tone="zorg" problem>
      <p>
        <strong>{sensitiveWords.title}</strong>
      </p>
      <p>{sensitiveWords.sentence(sayList(found))}</p>
      <p>{sensitiveWords.why}</p>
    </Notice>
  );
}

function Comes({ draft }: { draft: Draft }) {
  const board = useBoard('gedeeld');
  if (draft.soort !== 'kracht' && draft.soort !== 'zorg') return null;
  const place = placeOf(draft, board);
  return <p>{words.comes('kant' in place ? words.sides[place.kant] : words.boxes[place.vak])}</p>;
}
