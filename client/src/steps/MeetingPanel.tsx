import { useState } from 'react';
import type { SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import { sayError } from '../document/deed.ts';
import { useBoardSession } from '../document/context.tsx';
import { useMeeting, useMeetingHands } from '../document/meeting.ts';
import { Notice } from '../parts/Notice.tsx';
import { AgendaPanel } from './Agenda.tsx';

/** The agenda and the hands of the open meeting, beside the board. Nothing when the meeting has ended. */
export function MeetingPanel() {
  const meeting = useMeeting();
  const { actor } = useBoardSession();
  const { steer } = useMeetingHands();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  if (meeting === undefined) return null;
  const command = (asked: SteerCommand): void => {
    setProblem(undefined);
    steer(asked).catch((error: unknown) => setProblem(sayError(error)));
  };
  return (
    <>
      {problem !== undefined && (
        <Notice tone="zorg" problem>
          {problem}
        </Notice>
      )}
      <AgendaPanel meeting={meeting} steer={meeting.regie === actor.id ? command : undefined} />
    </>
  );
}
