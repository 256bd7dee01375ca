import { useCallback, useState } from 'react';
import { groupOf, isProfessional } from '@samenbord/shared/access/roles.ts';
import { versionAnswer, versionsAnswer } from '@samenbord/shared/wire/http.ts';
import type { VersionAnswer } from '@samenbord/shared/wire/http.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { erasedVersionWords } from '@samenbord/shared/words/erase.ts';
import { analysisPageWords as words } from '@samenbord/shared/words/pages.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button, LinkButton } from '../parts/Button.tsx';
import { EmptyState, Loading, Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { AnalysisView } from './AnalysisView.tsx';
import { useDeed, useLoad } from './use-load.ts';

/** The frozen versions, the analysis of each for this reader, and where one stands on it. */
export function AnalysisPage() {
  const session = useBoardSession();
  const { id, als } = session;
  const professional = isProfessional(session.answer.ik.rol);
  const load = useCallback(() => ask('GET', boardPath(id, '/versions', als), { schema: versionsAnswer }), [id, als]);
  const versions = useLoad(load);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const all = versions.data?.versies ?? [];
  const version = all.find((one) => one.id === chosen) ?? all.at(-1);
  const frozen = (made: VersionAnswer): void => {
    setChosen(made.id);
    versions.again();
  };
  return (
    <>
      <div>
        <h2>{words.title}</h2>
        <p className="soft">{words.professional}</p>
      </div>
      <p>{words.lead}</p>
      {versions.error !== undefined && (
        <Notice tone="zorg" problem>
          {versions.error}
        </Notice>
      )}
      {professional && <Freeze onDone={frozen} />}
      {versions.data === undefined && versions.error === undefined && <Loading label={appWords.loading} />}
      {versions.data !== undefined && all.length === 0 && (
        <EmptyState icon="document">{professional ? words.none : words.noneFamily}</EmptyState>
      )}
      {all.length > 1 && (
        <div className="segments">
          {all.map((one) => (
            <button
              key={one.id}
              type="button"
              className="segment"
              aria-pressed={one.id === version?.id}
              onClick={() => setChosen(one.id)}
            >
              {words.version(one.nummer, one.titel)}
              {one.gewist !== undefined && ` (${erasedVersionWords.gewist})`}
            </button>
          ))}
        </div>
      )}
      {version !== undefined && (
        <OneVersion
          key={version.id}
          version={version}
          replaced={all.filter(({ opvolger }) => opvolger?.id === version.id).map(({ nummer }) => nummer)}
          mayAnswer={groupOf(session.answer.ik.rol) !== 'kijker'}
          onOpen={setChosen}
        />
      )}
    </>
  );
}

function Freeze({ onDone }: { onDone: (version: VersionAnswer) => void }) {
  const { id, als } = useBoardSession();
  const [titel, setTitel] = useState('');
  const deed = useDeed();
  return (
    <form
      className="panel"
      onSubmit={(event) => {
        event.preventDefault();
        deed.run(async () => {
          onDone(await ask('POST', boardPath(id, '/versions', als), { schema: versionAnswer, body: { titel } }));
          setTitel('');
        });
      }}
    >
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <TextField label={words.freezeName} hint={words.freezeHint} value={titel} onChange={setTitel} max={80} />
      <div>
        <Button look="action" icon="check" type="submit" isDisabled={titel.trim() === '' || deed.busy}>
          {words.freeze}
        </Button>
      </div>
    </form>
  );
}

/** What is left of a version after its content was erased: when it was, and which one to read instead. */
function Erased({ version, onOpen }: { version: VersionAnswer; onOpen: (id: string) => void }) {
  const { gewist = '', opvolger } = version;
  return (
    <>
      <Notice>
        {erasedVersionWords.gone(sayDate(gewist.slice(0, 10)))}{' '}
        {opvolger === undefined ? erasedVersionWords.none : erasedVersionWords.instead(opvolger.nummer)}
      </Notice>
      {opvolger !== undefined && (
        <div>
          <Button look="action" icon="document" onPress={() => onOpen(opvolger.id)}>
            {erasedVersionWords.open(opvolger.nummer)}
          </Button>
        </div>
      )}
    </>
  );
}

function OneVersion({
  version,
  replaced,
  mayAnswer,
  onOpen,
}: {
  version: VersionAnswer;
  replaced: readonly number[];
  mayAnswer: boolean;
  onOpen: (id: string) => void;
}) {
  const { id, als } = useBoardSession();
  const file = (kind: string): string => boardPath(id, `/analyses/${version.id}.${kind}`, als);
  return (
    <article className="analysis">
      <div className="stack">
        <h2>{words.version(version.nummer, version.titel)}</h2>
        <p className="soft">{words.madeBy(version.door, sayDate(version.gemaakt.slice(0, 10)))}</p>
        {version.gewist === undefined && (
          <div className="row">
            {['pdf', 'html', 'json'].map((kind) => (
              <LinkButton key={kind} href={file(kind)} icon="download" download>
                {`${words.download} ${kind.toUpperCase()}`}
              </LinkButton>
            ))}
          </div>
        )}
        <p className="hash">{`${words.hash}: ${version.hash}`}</p>
      </div>
      {replaced.length > 0 && version.gewist === undefined && <Notice>{erasedVersionWords.replaces(replaced)}</Notice>}
      {version.gewist === undefined ? (
        <AnalysisView version={version.id} mayAnswer={mayAnswer} />
      ) : (
        <Erased version={version} onOpen={onOpen} />
      )}
    </article>
  );
}
