import { homeWords } from '@samenbord/shared/words/home.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { currentStep, useMeeting } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { useLists } from './lists-context.tsx';
import { instruments } from './pure/instruments.ts';

/** What everybody in the room looks at in this step, for who is on a phone: one press, as a list. Nothing in a step without a view. */
export function StepView() {
  const { go } = useLists();
  const meeting = useMeeting();
  const view = meeting === undefined ? undefined : currentStep(meeting)?.view;
  const instrument = instruments.find((name) => name === view);
  if (instrument === undefined) return null;
  return (
    <Button icon="eye" wide onPress={() => go({ kind: 'lijst', instrument })}>
      {homeWords.nu.view(listWords.instruments[instrument].naam)}
    </Button>
  );
}
