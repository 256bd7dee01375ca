import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { groupOf } from '@samenbord/shared/access/roles.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { Button } from '../parts/Button.tsx';
import { Danger } from '../parts/Danger.tsx';
import { Loading } from '../parts/Notice.tsx';
import { leaveQuickly, QuickExit } from '../parts/QuickExit.tsx';
import { watchSleep } from '../parts/sleep.ts';
import { awayMs, noteFree, noteSeen, wasFree } from './free.ts';
import { loadMine } from './mine.ts';
import { useIsPhone } from './use-phone.ts';

const words = homeWords.free;

type State = 'vrij' | 'zoekt' | 'vraag' | 'weer' | 'onzeker' | 'nee';

/**
 * Before anything of a board is shown, or even asked for, on a phone of the family: can you talk freely now? Who came in through the door of the room itself sits at
 * the table and is not asked. What is open stays open behind it, so that nothing typed is lost.
 */
export function FreeToTalk({ board, als, children }: { board: string; als: string | undefined; children: ReactNode }) {
  const isPhone = useIsPhone();
  const [state, setState] = useState<State>(() => (!isPhone || wasFree() ? 'vrij' : 'zoekt'));
  const [begun, setBegun] = useState(state === 'vrij');
  const family = useFamily(board, als, isPhone);
  const asks = family === undefined || family;
  const shown: State = state === 'zoekt' && family !== undefined ? (family ? 'vraag' : 'vrij') : state;
  useEffect(() => (asks ? watchSleep(awayMs, () => setState('weer'), noteSeen) : undefined), [asks]);
  const free = (): void => {
    noteFree();
    setBegun(true);
    setState('vrij');
  };
  const open = shown === 'vrij';
  return (
    <>
      {!open &&
        (shown === 'zoekt' ? (
          <Loading label={appWords.loading} />
        ) : (
          <Question state={shown} go={setState} free={free} />
        ))}
      {(open || begun) && (
        <div hidden={!open} className="free-behind">
          {children}
        </div>
      )}
    </>
  );
}

/** Whether this participation is one of the family; nothing while it is not known. Who cannot be found here sees the page that says so. */
function useFamily(board: string, als: string | undefined, isPhone: boolean): boolean | undefined {
  const [family, setFamily] = useState<boolean | undefined>(undefined);
  useEffect(() => {
    if (!isPhone) return undefined;
    let current = true;
    loadMine().then(
      (mine) => {
        const here = mine.filter((one) => one.board === board && (als === undefined || one.als === als));
        if (current) setFamily(here.some(({ rol }) => groupOf(rol) === 'familie'));
      },
      // Not known: asking once too often does no harm.
      () => current && setFamily(true),
    );
    return () => {
      current = false;
    };
  }, [board, als, isPhone]);
  return family;
}

type QuestionProps = {
  state: Exclude<State, 'vrij' | 'zoekt'>;
  go: (state: State) => void;
  free: () => void;
};

/** The question, or what follows from the answer. Nothing here says what it is about. */
function Question({ state, go, free }: QuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [state]);
  const asks = state === 'vraag' || state === 'weer';
  const title = asks ? words.title : state === 'nee' ? words.noTitle : words.unsureTitle;
  return (
    <main className="page free">
      <div className="page-head free-head">
        <QuickExit />
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {state === 'weer' && <p>{words.again}</p>}
      <p className="lead">{asks ? words.lead : state === 'nee' ? words.noText : words.unsureText}</p>
      {asks && (
        <div className="stack">
          <Button wide onPress={free}>
            {words.yes}
          </Button>
          <Button wide onPress={() => go('onzeker')}>
            {words.unsure}
          </Button>
          <Button wide onPress={() => go('nee')}>
            {words.no}
          </Button>
        </div>
      )}
      {state === 'onzeker' && (
        <div className="stack">
          <Button look="action" wide onPress={free}>
            {words.unsureGo}
          </Button>
          <Button wide onPress={() => go('nee')}>
            {words.no}
          </Button>
        </div>
      )}
      {state === 'nee' && (
        <div className="stack">
          <Button look="action" icon="leave" wide onPress={() => leaveQuickly()}>
            {appWords.quickExit}
          </Button>
          <Button wide onPress={() => go('vraag')}>
            {words.back}
          </Button>
        </div>
      )}
      <Danger />
    </main>
  );
}
