import { useState } from 'react';
import { fieldOf } from '@samenbord/shared/board/things.ts';
import { mostCardsEach } from '@samenbord/shared/meeting/round.ts';
import type { Round } from '@samenbord/shared/meeting/round.ts';
import { isRoundType } from '@samenbord/shared/meeting/rounds-reveal.ts';
import { prepareWords, roundWords as w } from '@samenbord/shared/words/rounds.ts';
import { useBoardSession } from '../document/context.tsx';
import { freshId } from '../document/ids.ts';
import { currentStep, useMeeting } from '../document/meeting.ts';
import { tidy } from '../document/text-steps.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useUnsent } from './round-drafts.ts';

/** Writes one card of a round. Nothing of it leaves this tab before its writer says it is ready, and then it goes to their own box. */
export function AloneWrite({ ronde, count }: { readonly ronde: Round; readonly count: number }) {
  const session = useBoardSession();
  const meeting = useMeeting();
  const [text, setText] = useUnsent(`ronde ${ronde.id}`);
  const [failed, setFailed] = useState(false);
  const kinds = meeting === undefined ? [] : (currentStep(meeting)?.kaarten ?? []);
  const type = kinds.find(isRoundType) ?? 'uitspraak';
  const field = fieldOf(type, 'tekst');
  const most = field?.kind === 'text' ? field.max : 600;
  const tooLong = text.trim().length > most;
  if (count >= mostCardsEach) return <p>{w.most(count)}</p>;
  const keep = (): void => {
    const thing = {
      id: freshId(),
      type,
      by: session.actor.id,
      vanWie: session.actor.persoon,
      values: { ronde: ronde.id },
      texts: { tekst: tidy(text.trim(), most, 4) },
    };
    const done = session.intend(session.ownZone, { kind: 'create', thing });
    setFailed(!done);
    if (!done) return;
    setText('');
    announce(w.kept);
  };
  return (
    <>
      <TextField
        label={w.write}
        value={text}
        onChange={setText}
        lines={4}
        error={tooLong ? prepareWords.tooLong(most) : undefined}
      />
      <p className="prepare-tab">
        <Icon name="lock" size={18} />
        <span>{w.tabOnly}</span>
      </p>
      {failed && (
        <Notice tone="zorg" problem>
          {prepareWords.failed}
        </Notice>
      )}
      <div className="prepare-hands">
        <Button look="action" icon="check" isDisabled={text.trim() === '' || tooLong} onPress={keep}>
          {w.put}
        </Button>
      </div>
    </>
  );
}
