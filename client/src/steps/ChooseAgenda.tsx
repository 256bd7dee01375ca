import { useState } from 'react';
import { viewNames } from '@samenbord/shared/board/define.ts';
import { agendaKinds } from '@samenbord/shared/meeting/agenda.ts';
import { agendaChoice } from '@samenbord/shared/meeting/ready-made.ts';
import type { AgendaChoice } from '@samenbord/shared/meeting/ready-made.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { agendaWords } from '@samenbord/shared/words/agenda.ts';
import { appWords, viewWords } from '@samenbord/shared/words/app.ts';
import { agendaPageWords as w } from '@samenbord/shared/words/controls.ts';
import { useDeed } from '../document/deed.ts';
import { useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { Check, Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';

const begins = ['zorg', 'eigen-kijk', 'hulp'] as const;

/** Which of the ready-made meetings, and what is particular this time. */
export function ChooseAgenda({
  isAgain,
  onChosen,
  onCancel,
}: {
  readonly isAgain: boolean;
  readonly onChosen: (meeting: TableMeeting | undefined) => void;
  readonly onCancel: (() => void) | undefined;
}) {
  const hands = useMeetingHands();
  const deed = useDeed();
  const [choice, setChoice] = useState<AgendaChoice>(() => agendaChoice.parse({ soort: 'netwerkberaad' }));
  const set = (part: Partial<AgendaChoice>): void => setChoice((now) => ({ ...now, ...part }));
  const { soort, jeugdige, familie, begin, instrument } = choice;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        deed.run(async () => onChosen((await hands.prepare(choice)).bijeenkomst));
      }}
    >
      <p>{isAgain ? w.againLead : w.prepareLead}</p>
      <Choice
        label={w.kind}
        options={agendaKinds
          .toSorted((one, other) => Number(one === 'vrij') - Number(other === 'vrij'))
          .map((kind) => ({ value: kind, label: agendaWords[kind].naam, hint: agendaWords[kind].uitleg }))}
        value={soort}
        onChange={(next) => set({ soort: agendaKinds.find((kind) => kind === next) ?? soort })}
        isRequired
      />
      <fieldset className="stack-tight">
        <legend className="field-label">{w.who}</legend>
        <Check label={w.family} checked={familie} onChange={(next) => set({ familie: next })} />
        <Check label={w.youth} checked={jeugdige} onChange={(next) => set({ jeugdige: next })} />
      </fieldset>
      {!familie && <Notice>{w.familyNot}</Notice>}
      {soort === 'netwerkberaad' && (
        <Choice
          label={w.instrument}
          options={viewNames.map((name) => ({
            value: name,
            label: viewWords[name].naam,
            hint: viewWords[name].uitleg,
          }))}
          value={instrument}
          onChange={(next) => set({ instrument: viewNames.find((name) => name === next) ?? instrument })}
          isRequired
        />
      )}
      {soort === 'gezinspatroon' && (
        <Choice
          label={w.begin}
          options={begins
            .filter((name) => jeugdige || name !== 'eigen-kijk')
            .map((name) => ({ value: name, label: w.begins[name] }))}
          value={begin}
          onChange={(next) => set({ begin: begins.find((name) => name === next) ?? begin })}
          isRequired
        />
      )}
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <div className="form-end">
        <Button look="action" type="submit" isDisabled={deed.busy}>
          {w.choose}
        </Button>
        {onCancel !== undefined && <Button onPress={onCancel}>{appWords.cancel}</Button>}
      </div>
    </form>
  );
}
