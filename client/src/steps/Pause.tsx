import { useState } from 'react';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { controlWords, pauseWords as w } from '@samenbord/shared/words/controls.ts';
import { useDeed } from '../document/deed.ts';
import { useBoardSession, useNames } from '../document/context.tsx';
import { useMeetingHands, useOwnTable } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Notice } from '../parts/Notice.tsx';
import { usePeopleHere } from './use-lead.ts';

/** Asks one person for a pause; nobody else hears of it. */
export function PauseDialog({
  meeting,
  open,
  onClose,
}: {
  readonly meeting: TableMeeting;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { actor } = useBoardSession();
  const { nameOf } = useNames();
  const others = usePeopleHere().filter(({ id }) => id !== actor.id && id !== meeting.regie);
  const hands = useMeetingHands();
  const deed = useDeed();
  const [to, setTo] = useState('regie');
  const leader = meeting.regie === actor.id ? [] : [{ value: 'regie', label: w.leader(nameOf(meeting.regie)) }];
  const options = [...leader, ...others.map(({ id, naam }) => ({ value: id, label: naam }))];
  return (
    <Dialog title={w.ask} open={open} onClose={onClose}>
      <p>{w.lead}</p>
      <Choice label={w.who} options={options} value={to} onChange={(next) => setTo(next ?? 'regie')} isRequired />
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <div className="form-end">
        <Button
          look="action"
          isDisabled={deed.busy || !options.some(({ value }) => value === to)}
          onPress={() =>
            deed.run(async () => {
              await hands.pause(to);
              onClose();
            })
          }
        >
          {w.send}
        </Button>
        <Button onPress={onClose}>{appWords.cancel}</Button>
      </div>
    </Dialog>
  );
}

/** Whom I asked for a pause, and who asked me. On a screen that is shared it is not shown (`data-private`). */
export function PauseNotes() {
  const { nameOf } = useNames();
  const { pauze, pauzes } = useOwnTable();
  const hands = useMeetingHands();
  const deed = useDeed();
  return (
    <>
      {pauzes.map(({ wie }) => (
        <div key={wie} className="step-note" data-private="">
          <output>
            <Icon name="pause" size={18} />
            <span>{w.asks(nameOf(wie))}</span>
          </output>
          <Button isDisabled={deed.busy} onPress={() => deed.run(async () => void (await hands.pauseSeen(wie)))}>
            {controlWords.seen}
          </Button>
        </div>
      ))}
      {pauze !== undefined && (
        <div className="step-note" data-private="">
          <p>
            <Icon name="pause" size={18} />
            <span>{w.asked(nameOf(pauze.wie))}</span>
          </p>
          <Button
            look="plain"
            isDisabled={deed.busy}
            onPress={() => deed.run(async () => void (await hands.pause(null)))}
          >
            {w.takeBack}
          </Button>
        </div>
      )}
    </>
  );
}
