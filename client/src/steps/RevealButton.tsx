import { useState } from 'react';
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
  const { busy, error, send } = useRoundHands();
  if (meeting === undefined || meeting.regie !== actor.id || currentStep(meeting)?.waar !== 'gedeeld') return null;
  const { ronde } = meeting;
  const runs = ronde?.stand === 'schrijven' && ronde.stap === meeting.stap;
  if (ronde?.stand === 'schrijven' && !runs) return null;
  const close = (): void => setOpen(false);
  // The question goes first: a screen with one on it does not go along to what it began.
  const sent: Send = (below, body, said) => {
    close();
    send(below, body, said);
  };
  return (
    <>
      <Button
        icon={runs ? 'eye' : 'pencil'}
        look={runs ? 'action' : 'quiet'}
        isDisabled={busy}
        onPress={() => setOpen(true)}
      >
        {runs ? w.reveal : w.begin}
      </Button>
      {error !== undefined && (
        <Notice tone="zorg" problem>
          {error}
        </Notice>
      )}
      <Dialog title={runs ? w.revealTitle : w.title} open={open} onClose={close}>
        {open && runs && <Reveal ronde={ronde} send={sent} onCancel={close} />}
        {open && !runs && <Begin meeting={meeting} send={sent} onCancel={close} />}
      </Dialog>
    </>
  );
}

type Send = (below: string, body: object | undefined, said: string) => void;
type AskProps = { readonly send: Send; readonly onCancel: () => void };

function useRoundHands(): { busy: boolean; error: string | undefined; send: Send } {
  const { id, als } = useBoardSession();
  const deed = useDeed();
  return {
    busy: deed.busy,
    error: deed.error,
    send: (below, body, said) =>
      deed.run(async () => {
        const options = { schema: roundAnswer, ...(body !== undefined && { body }) };
        await ask('POST', boardPath(id, `/rounds${below}`, als), options);
        announce(said);
      }),
  };
}

function Reveal({ ronde, send, onCancel }: AskProps & { ronde: Round }) {
  return (
    <>
      <p>
        <strong>{w.revealSure}</strong>
      </p>
      <p>{w.revealText}</p>
      <p className="soft">{w.stopText}</p>
      <div className="form-end">
        <Button look="action" icon="eye" onPress={() => send(`/${ronde.id}/reveal`, undefined, w.revealed)}>
          {w.reveal}
        </Button>
        <Button onPress={() => send(`/${ronde.id}/stop`, undefined, w.stopSaid)}>{w.stop}</Button>
        <Button look="plain" onPress={onCancel}>
          {w.cancel}
        </Button>
      </div>
    </>
  );
}

function Begin({ meeting, send, onCancel }: AskProps & { meeting: TableMeeting }) {
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
      {wijze === 'naamloos' && <Notice>{w.fewLead}</Notice>}
      <p className="soft">{w.promiseHolds}</p>
      <div className="form-end">
        <Button
          look="action"
          isDisabled={wijze === undefined || vraag.trim() === ''}
          onPress={() => send('', body, w.begun)}
        >
          {w.start}
        </Button>
        <Button onPress={onCancel}>{w.cancel}</Button>
      </div>
    </>
  );
}
