import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { positionsAnswer } from '@samenbord/shared/wire/http.ts';
import { lostWords } from '@samenbord/shared/words/app.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { refusalWords } from '@samenbord/shared/words/refusals.ts';
import { useBoard, useBoardSession, useLost, useNames, useTable, useWaitingOutside } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Danger } from './Danger.tsx';
import { useLists } from './lists-context.tsx';
import type { News } from './pure/news.ts';
import { waitsFor } from './pure/waits.ts';
import { ConfirmButtons } from './ThingActions.tsx';
import { sayNews } from './use-news.ts';
import { WordsCard } from './WordsCard.tsx';

const words = listWords.nu;

/** What waits for me first, what is new, and the one thing to do. */
export function NuScreen({ news }: { news: readonly News[] }) {
  const { actor, onlyWatches, tableOpen } = useLists();
  const waiting = waitsFor(useBoard('gedeeld'), actor);
  const lost = useLost();
  const version = useOpenVersion();
  const outside = useWaitingOutside();
  const nothing =
    outside + waiting.toConfirm.length + waiting.toReadOut.length + lost.length === 0 && version === undefined;
  return (
    <>
      <Put />
      {!onlyWatches && (
        <Part title={words.waits}>
          <AtTheDoor />
          <Lost />
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
      {tableOpen ? <NewOnTable news={news} /> : <p className="list-soft">{listWords.noTable}</p>}
    </>
  );
}

/** The one big action. */
function Put() {
  const { go, onlyWatches, tableOpen, boxOpen, drafts } = useLists();
  if (onlyWatches || (!tableOpen && !boxOpen)) return null;
  const busy = (drafts.get('')?.tekst ?? '').trim() !== '';
  return (
    <Button look="action" icon="pencil" wide onPress={() => go({ kind: 'compose', at: busy ? 1 : 0 })}>
      {busy ? listWords.compose.keepWriting : tableOpen ? words.put : words.write}
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
  const { nameOf } = useNames();
  return (
    <div className="list-waits">
      <p>{words.wroteForYou(nameOf(thing.by))}</p>
      <WordsCard thing={thing} zone="gedeeld" />
      <div className="list-actions">
        <ConfirmButtons zone="gedeeld" thing={thing} />
        <Button icon="pencil" onPress={() => go({ kind: 'ding', zone: 'gedeeld', id: thing.id, edit: true })}>
          {words.adjust}
        </Button>
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

/** What the server did not take comes back with its words, so that nobody types them twice. */
function Lost() {
  const session = useBoardSession();
  const { go, drafts } = useLists();
  return useLost().map((item) => (
    <div key={item.id} className="list-waits list-lost">
      <p>
        <strong>{words.lost}</strong> {reasons[item.reden] ?? ''}
      </p>
      <p className="list-quote">{item.tekst === '' ? lostWords.noText : item.tekst}</p>
      <div className="list-actions">
        {item.tekst !== '' && (
          <Button
            icon="pencil"
            onPress={() => {
              drafts.set('', { soort: 'notitie', tekst: item.tekst, over: [] });
              session.forgetLost(item.id);
              go({ kind: 'compose', at: 1 });
            }}
          >
            {words.lostAgain}
          </Button>
        )}
        <Button onPress={() => session.forgetLost(item.id)}>{words.lostSeen}</Button>
      </div>
    </div>
  ));
}

const reasons: Readonly<Record<string, string>> = refusalWords;

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
