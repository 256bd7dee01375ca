import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { isProfessional } from '@samenbord/shared/access/roles.ts';
import type { SteerCommand } from '@samenbord/shared/meeting/commands.ts';
import type { Look } from '@samenbord/shared/meeting/meeting.ts';
import type { TableMeeting } from '@samenbord/shared/wire/http-meeting.ts';
import { controlWords, showWords } from '@samenbord/shared/words/controls.ts';
import { sayError, useDeeds } from '../document/deed.ts';
import { useBoardSession, useNames } from '../document/context.tsx';
import { currentStep, useMeeting, useMeetingHands } from '../document/meeting.ts';
import { useSafetyFirst } from '../document/safety-first.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';
import { CloseMeeting } from './Close.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { useStepKeys } from './keys.ts';
import type { KeyDeed } from './keys.ts';
import { PauseDialog, PauseNotes } from './Pause.tsx';
import type { StepPlace } from './pure/step-place.ts';
import { SinceLast } from './SinceLast.tsx';
import { SpotlightNote, useLit } from './Spotlight.tsx';
import { StepBar } from './StepBar.tsx';
import { TakeOver } from './TakeOver.tsx';
import { TurnNote } from './Turns.tsx';
import { isBusy, useFollow } from './use-follow.ts';

export type MeetingTopProps = {
  /** Where this screen is now, as a step would say it. */
  readonly here: StepPlace | undefined;
  /** Somebody came in without asking for a place. */
  readonly fresh: boolean;
  readonly go: (place: StepPlace) => void;
  /** Goes to a part of a view that everybody is called to. */
  readonly onLook: (look: Look, nr: number) => void;
  readonly onAgenda: () => void;
  readonly onSafety: () => void;
  readonly onClosed: () => void;
  /** Opens a thing beside the board. */
  readonly onOpen: (id: string) => void;
};

/** Everything about the meeting that stands above the board of a laptop. Without an open meeting only safety can come first. */
export function MeetingTop(props: MeetingTopProps) {
  const meeting = useMeeting();
  const safety = useSafety(props.onSafety);
  if (meeting === undefined) return <NoMeeting safety={safety} />;
  return <OpenTop key={meeting.id} {...props} meeting={meeting} safety={safety} />;
}

/** The safety of the children first, on the screens of professionals: each of them puts it there, and each sees it at once. */
function useSafety(onShow: () => void): (() => void) | undefined {
  const { actor } = useBoardSession();
  const { now, put } = useSafetyFirst();
  const show = useRef(onShow);
  useEffect(() => {
    show.current = onShow;
  });
  const since = now?.sinds;
  useEffect(() => {
    if (since !== undefined) show.current();
  }, [since]);
  if (!isProfessional(actor.rol)) return undefined;
  return () => {
    // Who pressed sees it whether the others could be told or not.
    onShow();
    put(true).catch((error: unknown) => announce(sayError(error)));
  };
}

function NoMeeting({ safety }: { readonly safety: (() => void) | undefined }) {
  useStepKeys({ safety });
  return null;
}

type Top = MeetingTopProps & { readonly meeting: TableMeeting; readonly safety: (() => void) | undefined };

function OpenTop({ meeting, safety, here, fresh, go, onLook, onAgenda, onClosed, onOpen }: Top) {
  const session = useBoardSession();
  const hands = useMeetingHands();
  const deed = useDeeds();
  const isMine = meeting.regie === session.actor.id;
  const [shown, setShown] = useState<'sluiten' | 'pauze' | 'toetsen' | undefined>(undefined);
  const { place, away, movedOn, back } = useFollow(meeting, here, go, { fresh, leads: isMine });
  const call = useCall(meeting, onLook);
  const { pointing, point } = usePointing(here?.kind === 'beeld' && isMine);
  useLitSaid(meeting);
  const steer = isMine
    ? (command: SteerCommand): void => deed.run(async () => void (await hands.steer(command)))
    : undefined;
  const callAll = (): void => {
    const look = session.shows();
    if (look === undefined || steer === undefined) return;
    steer({ doe: 'hierheen', na: meeting.hierheen?.nr ?? 0, kijk: look });
    announce(showWords.called);
  };
  const deeds: Partial<Record<KeyDeed, (() => void) | undefined>> = {
    next: steer && (() => steer({ doe: 'volgende', van: meeting.stap })),
    previous: steer && (() => steer({ doe: 'vorige', van: meeting.stap })),
    clock:
      steer &&
      (() => {
        const runs = meeting.tijden[meeting.stap]?.loopt === true;
        steer({ doe: runs ? 'tijd-stop' : 'tijd-start', stap: meeting.stap });
      }),
    hand: () => {
      const isUp = meeting.handen.some(({ wie }) => wie === session.actor.id);
      deed.run(async () => void (await hands.hand(!isUp)));
    },
    call: steer && here?.kind === 'beeld' ? callAll : undefined,
    back: place === undefined ? undefined : back,
    agenda: onAgenda,
    safety,
  };
  useStepKeys(deeds);
  return (
    <>
      <StepBar
        meeting={meeting}
        steer={steer}
        away={away}
        onBack={back}
        onAgenda={onAgenda}
        onClose={() => setShown('sluiten')}
        onPause={() => setShown('pauze')}
        onKeys={() => setShown('toetsen')}
        onCall={deeds.call}
        pointing={pointing}
        onPoint={point}
        onSafety={safety}
      >
        <PauseNotes />
        <TakeOver meeting={meeting} />
        <TurnNote meeting={meeting} steer={steer} />
        <SpotlightNote meeting={meeting} steer={steer} />
        {call.waits}
        {movedOn && <StateNote>{controlWords.movedOn}</StateNote>}
        <StateNotes meeting={meeting} />
        <SinceLast onOpen={onOpen} />
        {deed.error !== undefined && (
          <div className="step-note">
            <Notice tone="zorg" problem>
              {deed.error}
            </Notice>
          </div>
        )}
      </StepBar>
      <CloseMeeting
        open={shown === 'sluiten'}
        onCancel={() => setShown(undefined)}
        onClosed={() => {
          setShown(undefined);
          onClosed();
        }}
      />
      <PauseDialog meeting={meeting} open={shown === 'pauze'} onClose={() => setShown(undefined)} />
      <KeyHelp
        open={shown === 'toetsen'}
        deeds={(Object.keys(deeds) as KeyDeed[]).filter((name) => deeds[name] !== undefined)}
        onClose={() => setShown(undefined)}
      />
    </>
  );
}

function StateNote({ children }: { readonly children: string }) {
  return (
    <div className="step-note">
      <p>
        <Icon name="info" size={18} />
        <span>{children}</span>
      </p>
    </div>
  );
}

/** What holds for everybody now, in words. */
function StateNotes({ meeting }: { readonly meeting: TableMeeting }) {
  const step = currentStep(meeting);
  return (
    <>
      {step?.vast === true ? (
        <StateNote>{controlWords.fixed}</StateNote>
      ) : (
        meeting.vast && <StateNote>{controlWords.still}</StateNote>
      )}
      {(step?.waar === 'team' || !meeting.familie) && <StateNote>{controlWords.teamNow}</StateNote>}
    </>
  );
}

/** Goes along when everybody is called; who is writing decides for themselves. */
function useCall(meeting: TableMeeting, onLook: MeetingTopProps['onLook']): { readonly waits: ReactNode } {
  const { actor } = useBoardSession();
  const { nameOf } = useNames();
  const { hierheen, regie } = meeting;
  const nr = hierheen?.nr ?? 0;
  const seen = useRef(nr);
  const [waiting, setWaiting] = useState<number | undefined>(undefined);
  const latest = useRef({ hierheen, onLook });
  useEffect(() => {
    latest.current = { hierheen, onLook };
  });
  useEffect(() => {
    if (nr <= seen.current) return;
    seen.current = nr;
    const now = latest.current;
    if (regie === actor.id || now.hierheen === undefined) return;
    announce(showWords.calls(nameOf(regie)));
    if (isBusy()) queueMicrotask(() => setWaiting(nr));
    else now.onLook(now.hierheen.kijk, nr);
  }, [nr, regie, actor, nameOf]);
  const waits = waiting === nr && hierheen !== undefined && (
    <div className="step-note">
      <p>
        <Icon name="people" size={18} />
        <span>{showWords.calls(nameOf(regie))}</span>
      </p>
      <Button
        onPress={() => {
          setWaiting(undefined);
          onLook(hierheen.kijk, nr);
        }}
      >
        {showWords.goAlong}
      </Button>
    </div>
  );
  return { waits };
}

/** Whoever leads points something out with the cursor; it ends when they leave the view or the lead. */
function usePointing(may: boolean): { readonly pointing: boolean; readonly point: (() => void) | undefined } {
  const session = useBoardSession();
  const [wanted, setWanted] = useState(false);
  const pointing = wanted && may;
  useEffect(() => {
    if (!pointing) return undefined;
    session.setPresence({ wijst: true });
    return () => session.setPresence({ wijst: undefined });
  }, [pointing, session]);
  return { pointing, point: may ? () => setWanted(!pointing) : undefined };
}

/** What is lit is heard too. */
function useLitSaid(meeting: TableMeeting): void {
  const said = useLit(meeting);
  useEffect(() => {
    if (said !== undefined) announce(showWords.lit(said));
  }, [said]);
}
