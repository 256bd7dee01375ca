import { useState } from 'react';
import type { ReactNode } from 'react';
import { roundWays } from '@samenbord/shared/meeting/round.ts';
import type { Round } from '@samenbord/shared/meeting/round.ts';
import { loneRoles } from '@samenbord/shared/meeting/rounds-reveal.ts';
import { roundAnswer } from '@samenbord/shared/wire/http-rounds.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { roundWords as w } from '@samenbord/shared/words/rounds.ts';
import { useBoardSession } from '../document/context.tsx';
import { useDeed } from '../document/deed.ts';
import { freshId } from '../document/ids.ts';
import { currentStep, useMeeting } from '../document/meeting.ts';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useRolesHere } from './use-roles-here.ts';

/** For whoever leads: begins a round at this step, and reveals or stops the one that is being written. Nothing for anybody else, or among professionals. */
export function RevealButton() {
  const meeting = useMeeting();
  const { actor } = useBoardSession();
  const [open, setOpen] = useState(false);
  if (meeting === undefined || meeting.regie !== actor.id || currentStep(meeting)?.waar !== 'gedeeld') return null;
  const { ronde } = meeting;
  const runs = ronde?.stand === 'schrijven' && ronde.stap === meeting.stap;
  if (ronde?.stand === 'schrijven' && !runs) return null;
  const close = (): void => setOpen(false);
  return (
    <>
      <Button icon={runs ? 'eye' : 'pencil'} look={runs ? 'action' : 'quiet'} onPress={() => setOpen(true)}>
        {runs ? w.reveal : w.begin}
      </Button>
      <Dialog title={runs ? w.revealTitle : w.title} open={open} onClose={close}>
        {open && runs && <Reveal ronde={ronde} onDone={close} />}
        {open && !runs && <Begin meeting={meeting} onDone={close} />}
      </Dialog>
    </>
  );
}

function useRoundHands() {
  const { id, als } = useBoardSession();
  const deed = useDeed();
  const send = (below: string, body: object | undefined, done: () => void): void =>
    deed.run(async () => {
      await ask('POST', boardPath(id, `/rounds${below}`, als), {
        schema: roundAnswer,
        ...(body !== undefined && { body }),
      });
      done();
    });
  const problem: ReactNode =
    deed.error === undefined ? null : (
      <Notice tone="zorg" problem>
        {deed.error}
      </Notice>
    );
  return { busy: deed.busy, problem, send };
}

function Reveal({ ronde, onDone }: { ronde: Round; onDone: () => void }) {
  const { busy, problem, send } = useRoundHands();
  return (
    <>
      <p>
        <strong>{w.revealSure}</strong>
      </p>
      <p>{w.revealText}</p>
      <p className="soft">{w.stopText}</p>
      {problem}
      <div className="form-end">
        <Button
          look="action"
          icon="eye"
          isDisabled={busy}
          onPress={() => send(`/${ronde.id}/reveal`, undefined, () => (announce(w.revealed), onDone()))}
        >
          {w.reveal}
        </Button>
        <Button isDisabled={busy} onPress={() => send(`/${ronde.id}/stop`, undefined, onDone)}>
          {w.stop}
        </Button>
        <Button look="plain" onPress={onDone}>
          {w.cancel}
        </Button>
      </div>
    </>
  );
}

function Begin({ meeting, onDone }: { meeting: TableMeeting; onDone: () => void }) {
  const { busy, problem, send } = useRoundHands();
  const [id] = useState(freshId);
  const [vraag, setVraag] = useState(currentStep(meeting)?.vraag ?? '');
  const [wijze, setWijze] = useState<Round['wijze'] | undefined>(undefined);
  const lone = [...loneRoles(useRolesHere())].map((role) => w.namens[role]);
  const body = { id, stap: meeting.stap, vraag: vraag.trim(), wijze };
  return (
    <>
      <p>{w.beginText}</p>
      <TextField label={w.question} value={vraag} onChange={setVraag} max={200} isRequired />
      <Choice
        label={w.how}
        options={roundWays.map((way) => ({ value: way, label: w.ways[way], hint: w.wayHints[way] }))}
        value={wijze}
        onChange={(value) => setWijze(roundWays.find((way) => way === value))}
        isRequired
      />
      {wijze === 'rol' && lone.length > 0 && <Notice tone="zorg">{w.loneOnes(sayList(lone))}</Notice>}
      {wijze === 'naamloos' && <Notice>{w.few}</Notice>}
      <p className="soft">{w.promiseHolds}</p>
      {problem}
      <div className="form-end">
        <Button
          look="action"
          isDisabled={busy || wijze === undefined || vraag.trim() === ''}
          onPress={() => send('', body, () => (announce(w.begun), onDone()))}
        >
          {w.start}
        </Button>
        <Button onPress={onDone}>{w.cancel}</Button>
      </div>
    </>
  );
}
