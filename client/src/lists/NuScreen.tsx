import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { positionsAnswer } from '@samenbord/shared/wire/http.ts';
import { homeWords } from '@samenbord/shared/words/home.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import {
  useBoard,
  useBoardSession,
  useLost,
  useNames,
  usePlain,
  useTable,
  useWaitingOutside,
} from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Danger } from '../parts/Danger.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { IconName } from '../parts/Icon.tsx';
import { Lost } from '../parts/LostItems.tsx';

import { useLists, useMayMake } from './lists-context.tsx';
import type { News } from './pure/news.ts';
import { waitsFor } from './pure/waits.ts';
import { ConfirmButtons } from './ThingActions.tsx';
import { StepView } from './StepView.tsx';
import { sayNews } from './use-news.ts';
import { WordsCard } from './WordsCard.tsx';

const words = listWords.nu;

/** What waits for me first, what is new, and the one thing to do. */
export function NuScreen({ news }: { news: readonly News[] }) {
  const { actor, onlyWatches, tableOpen, step } = useLists();
  const waiting = waitsFor(useBoard('gedeeld'), actor);
  const lost = useLost();
  const version = useOpenVersion();
  const outside = useWaitingOutside();
  const nothing =
    outside + waiting.toConfirm.length + waiting.toReadOut.length + lost.length === 0 && version === undefined;
  return (
    <>
      {step}
      <StepView />
      {!tableOpen && <Shut hasVersion={version !== undefined} />}
      <Put />
      {!onlyWatches && (
        <Part title={words.waits}>
          <AtTheDoor />
          {lost.map((item) => (
            <Lost key={item.id} item={item} />
          ))}
          {waiting.toConfirm.map((thing) => (
            <ToConfirm key={thing.id} thing={thing} />
          ))}
          {waiting.toReadOut.map((thing) => (
            <ToReadOut key={thing.id} thing={thing} />
          ))}
          {version !== undefined && <VersionWaits {...version} />}
          {nothing && <p className="list-soft">{words.nothingWaits}</p>}
        </Part>
      )}
      {onlyWatches && <p>{words.watch}</p>}
      <Danger />
      {tableOpen && <NewOnTable news={news} />}
    </>
  );
}

/** While no meeting is open for me: what I can do now, and whom to ask when the next one is. */
function Shut({ hasVersion }: { hasVersion: boolean }) {
  const { go, boxHere, prepare, onAnalysis, onlyWatches } = useLists();
  const { feiten } = useBoardSession().answer;
  const regie = feiten.regie.at(-1)?.naam;
  const words = homeWords.nu;
  return (
    <Part title={words.shut}>
      <p>{words.shutText}</p>
      {regie !== undefined && <p className="list-soft">{words.next(regie)}</p>}
      <ul className="list-places">
        {prepare !== undefined && !onlyWatches && (
          <Way icon="pencil" label={words.prepare} hint={words.prepareHint} onPress={() => go({ kind: 'prepare' })} />
        )}
        {!hasVersion && <Way icon="document" label={words.last} hint={words.lastHint} onPress={onAnalysis} />}
        {boxHere && (
          <Way icon="lock" label={words.box} hint={words.boxHint} onPress={() => go({ kind: 'mijn', tab: 'eigen' })} />
        )}
      </ul>
    </Part>
  );
}

function Way({ icon, label, hint, onPress }: { icon: IconName; label: string; hint: string; onPress: () => void }) {
  return (
    <li>
      <button type="button" className="list-place" onClick={onPress}>
        <Icon name={icon} size={24} />
        <span className="list-place-words">
          <strong>{label}</strong>
          <span className="list-soft">{hint}</span>
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

/** The one big action. */
function Put() {
  const { go, onlyWatches, tableOpen, boxOpen, drafts } = useLists();
  const mayMake = useMayMake('gedeeld');
  const plain = usePlain();
  if (onlyWatches || plain || (!tableOpen && !boxOpen)) return null;
  const busy = (drafts.get('')?.tekst ?? '').trim() !== '';
  const forTable = tableOpen && mayMake('notitie');
  return (
    <Button look="action" icon="pencil" wide onPress={() => go({ kind: 'compose', at: busy ? 1 : 0 })}>
      {busy ? listWords.compose.keepWriting : forTable ? words.put : words.write}
    </Button>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section className="list-section" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

/** People in the room who are not let in yet: only the casusregisseur hears of them. */
function AtTheDoor() {
  const { onTable } = useLists();
  const outside = useWaitingOutside();
  if (outside === 0) return null;
  return (
    <div className="list-waits">
      <p>{words.outside(outside)}</p>
      <div className="list-actions">
        <Button icon="people" onPress={onTable}>
          {words.outsideGo}
        </Button>
      </div>
    </div>
  );
}

function ToConfirm({ thing }: { thing: Thing }) {
  const { go } = useLists();
  const plain = usePlain();
  const { nameOf } = useNames();
  return (
    <div className="list-waits">
      <p>{words.wroteForYou(nameOf(thing.by))}</p>
      <WordsCard thing={thing} zone="gedeeld" />
      <div className="list-actions">
        <ConfirmButtons zone="gedeeld" thing={thing} />
        {!plain && (
          <Button icon="pencil" onPress={() => go({ kind: 'ding', zone: 'gedeeld', id: thing.id, edit: true })}>
            {words.adjust}
          </Button>
        )}
      </div>
    </div>
  );
}

function ToReadOut({ thing }: { thing: Thing }) {
  const { go } = useLists();
  const { personName } = useNames();
  return (
    <div className="list-waits">
      <p>{words.readOut(personName(thing.vanWie))}</p>
      <WordsCard thing={thing} zone="gedeeld" onPress={() => go({ kind: 'ding', zone: 'gedeeld', id: thing.id })} />
      <div className="list-actions">
        <ConfirmButtons zone="gedeeld" thing={thing} />
      </div>
    </div>
  );
}

type OpenVersion = { readonly nummer: number; readonly titel: string };

/** The newest version, as long as I said nothing about it. */
function useOpenVersion(): OpenVersion | undefined {
  const session = useBoardSession();
  const { versie } = useTable();
  const [answeredTo, setAnsweredTo] = useState<string | undefined>(undefined);
  const id = versie?.id;
  useEffect(() => {
    if (id === undefined) return undefined;
    let current = true;
    const path = boardPath(session.id, `/positions?versie=${encodeURIComponent(id)}`, session.als);
    ask('GET', path, { schema: positionsAnswer }).then(
      ({ posities }) => {
        if (current && posities.some(({ deelnemer }) => deelnemer === session.actor.id)) setAnsweredTo(id);
      },
      // Not known: then it is asked once too often, which does no harm.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [session, id]);
  return versie === undefined || answeredTo === versie.id ? undefined : versie;
}

function VersionWaits({ nummer, titel }: OpenVersion) {
  const { onAnalysis } = useLists();
  return (
    <div className="list-waits">
      <p>
        <strong>{words.version(nummer, titel)}</strong>
      </p>
      <p>{words.versionAsk}</p>
      <div className="list-actions">
        <Button icon="document" onPress={onAnalysis}>
          {words.versionGo}
        </Button>
      </div>
    </div>
  );
}

function NewOnTable({ news }: { news: readonly News[] }) {
  const { go } = useLists();
  const board = useBoard('gedeeld');
  const { nameOf } = useNames();
  const open = ({ id, what }: News): boolean => what !== 'van-tafel' && board.things.get(id)?.weg === false;
  return (
    <Part title={words.news}>
      {news.length === 0 && <p className="list-soft">{words.newsNone}</p>}
      <ul className="list-rows">
        {news.map((item) => (
          <li key={item.id} className="list-news">
            {open(item) ? (
              <button
                type="button"
                className="list-news-open"
                onClick={() => go({ kind: 'ding', zone: 'gedeeld', id: item.id })}
              >
                {sayNews(item, board, nameOf)}
              </button>
            ) : (
              sayNews(item, board, nameOf)
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
