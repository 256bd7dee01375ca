import { useCallback, useEffect, useState } from 'react';
import { leads as holdsCase } from '@samenbord/shared/access/zones.ts';
import type { AgendaEdit } from '@samenbord/shared/meeting/edits.ts';
import type { SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { agendaWords } from '@samenbord/shared/words/agenda.ts';
import { agendaPageWords as w } from '@samenbord/shared/words/controls.ts';
import { sayError } from '../document/deed.ts';
import { useBoardSession, useNames } from '../document/context.tsx';
import { useMeeting, useMeetingHands } from '../document/meeting.ts';
import { Button } from '../parts/Button.tsx';
import { EmptyState, Loading, Notice } from '../parts/Notice.tsx';
import { ChooseAgenda } from './ChooseAgenda.tsx';
import { EditAgenda } from './EditAgenda.tsx';
import { HandList } from './Hands.tsx';
import { OpenTable } from './OpenTable.tsx';
import { RevealButton } from './RevealButton.tsx';
import { StartRound } from './Turns.tsx';
import './steps.css';

/** A colleague may prepare the same meeting: looked at again this often. */
const lookMs = 10_000;

/** The meeting before it opens: its agenda is chosen and changed, what everybody will see is looked at, and the table is opened. */
export function AgendaPage({ onOpened }: { readonly onOpened: () => void }) {
  const open = useMeeting();
  const { actor } = useBoardSession();
  const hands = useMeetingHands();
  const [found, setFound] = useState<{ meeting?: TableMeeting | undefined; error?: string } | undefined>(undefined);
  const [again, setAgain] = useState(false);
  const [opening, setOpening] = useState(false);
  const isOpen = open !== undefined;
  const look = useCallback(
    () =>
      hands.look().then(
        ({ bijeenkomst }) => setFound({ meeting: bijeenkomst }),
        (error: unknown) => setFound((before) => ({ ...before, error: sayError(error) })),
      ),
    [hands],
  );
  useEffect(() => {
    if (isOpen) return undefined;
    void look();
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), lookMs);
    return () => clearInterval(timer);
  }, [look, isOpen]);
  const edit = async (change: AgendaEdit): Promise<void> =>
    setFound({ meeting: (await hands.edit(change)).bijeenkomst });
  if (open !== undefined) return <AgendaPanel meeting={open} steer={undefined} />;
  if (found === undefined) return <Loading label={appWords.loading} />;
  const { meeting, error } = found;
  const isLead = holdsCase(actor);
  const problem = error !== undefined && (
    <Notice tone="zorg" problem>
      {error}
    </Notice>
  );
  if (meeting === undefined || again)
    return (
      <>
        <h2>{w.prepareTitle}</h2>
        {problem}
        {isLead ? (
          <ChooseAgenda
            isAgain={again}
            onCancel={again ? () => setAgain(false) : undefined}
            onChosen={(chosen) => {
              setFound({ meeting: chosen });
              setAgain(false);
            }}
          />
        ) : (
          <EmptyState icon="reactie">{w.noneYet}</EmptyState>
        )}
      </>
    );
  if (opening && isLead)
    return (
      <>
        <div>
          <Button icon="back" onPress={() => setOpening(false)}>
            {w.toSteps}
          </Button>
        </div>
        {problem}
        <OpenTable onOpened={onOpened} />
      </>
    );
  return (
    <>
      <div className="spread">
        <h2>{agendaWords[meeting.agenda.soort].naam}</h2>
        {isLead && (
          <div className="row">
            <Button icon="refresh" onPress={() => setAgain(true)}>
              {w.again}
            </Button>
            <Button look="action" icon="forward" onPress={() => setOpening(true)}>
              {w.toOpening}
            </Button>
          </div>
        )}
      </div>
      {problem}
      {!isLead && <p className="soft">{w.onlyLead}</p>}
      {!meeting.familie && <Notice>{w.familyNot}</Notice>}
      <EditAgenda meeting={meeting} edit={edit} />
    </>
  );
}

/** The agenda of an open meeting beside the board: who wants to say something, and all steps. */
export function AgendaPanel({
  meeting,
  steer,
}: {
  readonly meeting: TableMeeting;
  readonly steer: ((command: SteerCommand) => void) | undefined;
}) {
  const { actor } = useBoardSession();
  const { nameOf } = useNames();
  const hands = useMeetingHands();
  const isMine = meeting.regie === actor.id;
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const edit = async (change: AgendaEdit): Promise<void> => {
    setProblem(undefined);
    await hands.edit(change).catch((error: unknown) => {
      setProblem(sayError(error));
      throw error;
    });
  };
  return (
    <>
      <div className="stack-tight">
        <h2>{w.title}</h2>
        <p className="soft">{w.openedBy(nameOf(meeting.regie))}</p>
      </div>
      <HandList meeting={meeting} steer={steer} />
      <div className="row">
        {steer !== undefined && <StartRound steer={steer} />}
        <RevealButton />
      </div>
      {problem !== undefined && (
        <Notice tone="zorg" problem>
          {problem}
        </Notice>
      )}
      <EditAgenda
        meeting={meeting}
        edit={isMine ? edit : undefined}
        goTo={steer === undefined ? undefined : (stap) => steer({ doe: 'ga-naar', stap })}
      />
    </>
  );
}
