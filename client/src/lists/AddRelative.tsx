import { useState } from 'react';
import { find } from '@samenbord/shared/board/board.ts';
import type { Board } from '@samenbord/shared/board/board.ts';
import type { Relative, RelativeRole } from '@samenbord/shared/genogram/relatives.ts';
import { nameOf } from '@samenbord/shared/picture/face.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { relativeWords as words } from '@samenbord/shared/words/family-entry.ts';
import { useBoard, useBoardSession } from '../document/context.tsx';
import { freshId } from '../document/ids.ts';
import { tidy } from '../document/text-steps.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { FieldInput } from '../parts/FieldInput.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { EmptyState, Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useLists } from './lists-context.tsx';
import { intentFor, isSure, otherOf, relativeNow } from './pure/relative.ts';
import type { RelativeDraft } from './pure/relative.ts';

type Props = { of: string; role: RelativeRole };

/** One short form for somebody and the tie that goes with them, kept in one step. Afterwards the new person is shown. */
export function AddRelative({ of, role }: Props) {
  const board = useBoard('gedeeld');
  const session = useBoardSession();
  const { back, replace } = useLists();
  const [draft, setDraft] = useState<RelativeDraft>({ naam: '' });
  const [ids] = useState(() => ({ person: freshId(), tie: freshId() }));
  const relative = relativeNow(board, of, role, draft, ids.person);
  if (relative === undefined || find(board, 'persoon', of) === undefined)
    return <EmptyState icon="info">{words.gone}</EmptyState>;
  if (relative.kind === 'needs-parent') return <NeedsParent board={board} of={of} />;
  const save = (): void => {
    session.stopCapturing('gedeeld');
    const deed = intentFor(board, of, role, draft, ids, session.actor.id);
    if (deed === undefined || !session.intend('gedeeld', deed)) return;
    session.stopCapturing('gedeeld');
    announce(words.added(draft.naam.trim() === '' ? words.someone : draft.naam.trim()));
    replace({ kind: 'ding', zone: 'gedeeld', id: ids.person });
  };
  return (
    <form
      className="thing-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSure(relative, draft)) save();
      }}
    >
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={draft.naam}
        onChange={(naam) => setDraft({ ...draft, naam: tidy(naam, 80, 1) })}
        max={80}
      />
      <Asked board={board} relative={relative} draft={draft} onChange={setDraft} />
      <FieldInput
        board={board}
        type="persoon"
        name="geslacht"
        values={draft}
        onChange={(geslacht) => setDraft({ ...draft, geslacht: geslacht as RelativeDraft['geslacht'] })}
      />
      <FieldInput
        board={board}
        type="persoon"
        name="geboren"
        label={words.born}
        values={draft}
        onChange={(geboren) => setDraft({ ...draft, geboren: geboren as string | undefined })}
      />
      <div className="form-end">
        <Button look="action" type="submit" icon="check" isDisabled={!isSure(relative, draft)}>
          {words.keep}
        </Button>
        <Button onPress={back}>{appWords.cancel}</Button>
      </div>
    </form>
  );
}

type AskedProps = {
  board: Board;
  relative: Extract<Relative, { kind: 'made' }>;
  draft: RelativeDraft;
  onChange: (draft: RelativeDraft) => void;
};

/** What is not sure about the tie: who the other parent is, what kind of parent, what kind of relation. */
function Asked({ board, relative, draft, onChange }: AskedProps) {
  const [tie] = relative.ties;
  const parents = tie?.type === 'ouder-kind' ? tie.values : undefined;
  const other = otherOf(relative) ?? (draft.other === null ? nobody : undefined);
  return (
    <>
      {relative.asks.includes('andere-ouder') && (
        <Choice
          label={words.other}
          options={[
            ...relative.others.map((id) => ({ value: id, label: nameOf(board, id) })),
            { value: nobody, label: words.nobody },
          ]}
          value={other}
          onChange={(value) => onChange({ ...draft, other: value === undefined || value === nobody ? null : value })}
          isRequired
        />
      )}
      {relative.asks.includes('vorm') && (
        <FieldInput
          board={board}
          type="partnerrelatie"
          name="vorm"
          values={draft}
          onChange={(vorm) => onChange({ ...draft, vorm: vorm as RelativeDraft['vorm'] })}
        />
      )}
      {relative.asks.includes('soort') && (
        <FieldInput
          board={board}
          type="ouder-kind"
          name="soort"
          values={{ soort: parents === undefined ? 'biologisch' : parents.soort }}
          onChange={(soort) => onChange({ ...draft, soort: soort as RelativeDraft['soort'] })}
          isRequired
        />
      )}
    </>
  );
}

const nobody = '-';

/** A brother or sister without any parent cannot be drawn: first the parent. */
function NeedsParent({ board, of }: { board: Board; of: string }) {
  const { replace } = useLists();
  return (
    <>
      <Notice>{words.needsParent(nameOf(board, of))}</Notice>
      <div className="list-actions">
        <Button look="action" icon="plus" onPress={() => replace({ kind: 'familielid', of, role: 'ouder' })}>
          {words.add.ouder}
        </Button>
      </div>
    </>
  );
}
