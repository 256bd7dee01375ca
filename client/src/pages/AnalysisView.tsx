import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { Analysis, Block, Part, Statement } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import { positionsAnswer } from '@samenbord/shared/wire/http.ts';
import type { PositionEntry } from '@samenbord/shared/wire/http.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { noSignature } from '@samenbord/shared/words/analysis.ts';
import { analysisPageWords as words } from '@samenbord/shared/words/pages.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Loading, Notice } from '../parts/Notice.tsx';
import { Picture } from '../parts/Picture.tsx';
import { readAnalysis } from './read-analysis.ts';
import { PositionForm } from './PositionForm.tsx';
import { useLoad } from './use-load.ts';

/** The analysis of one version as this reader may see it, part by part, with the question whether it is right for them. */
export function AnalysisView({ version, mayAnswer }: { version: string; mayAnswer: boolean }) {
  const { id, als } = useBoardSession();
  const loadAnalysis = useCallback(
    () => ask('GET', boardPath(id, `/analyses/${version}.json`, als), { schema: readAnalysis }),
    [id, als, version],
  );
  const loadPositions = useCallback(
    () =>
      ask('GET', boardPath(id, `/positions?versie=${encodeURIComponent(version)}`, als), { schema: positionsAnswer }),
    [id, als, version],
  );
  const analysis = useLoad(loadAnalysis);
  const positions = useLoad(loadPositions);
  const mine = (deel: string): PositionEntry | undefined =>
    positions.data?.posities.find((entry) => entry.deelnemer === als && entry.deel === deel);
  if (analysis.error !== undefined) {
    return (
      <Notice tone="zorg" problem>
        {analysis.error}
      </Notice>
    );
  }
  if (analysis.data === undefined) return <Loading label={appWords.loading} />;
  const question = (deel: Part['letter'] | 'geheel') =>
    mayAnswer &&
    positions.data !== undefined && (
      <PositionForm
        key={`${deel} ${mine(deel)?.op ?? ''}`}
        version={version}
        deel={deel}
        mine={mine(deel)}
        onGiven={positions.again}
      />
    );
  return (
    <>
      {mayAnswer && <Notice>{noSignature}</Notice>}
      <Remarks analysis={analysis.data} />
      {analysis.data.delen.map((part) => (
        <PartView key={part.letter} part={part}>
          {question(part.letter)}
        </PartView>
      ))}
      <section className="analysis-part">
        <h3>{words.whole}</h3>
        <p>{analysis.data.geheel.zin}</p>
        {question('geheel')}
      </section>
    </>
  );
}

function Remarks({ analysis }: { analysis: Analysis }) {
  if (analysis.opmerkingen.length === 0) return null;
  return (
    <details className="panel">
      <summary>{words.remarks(analysis.opmerkingen.length)}</summary>
      <ul>
        {analysis.opmerkingen.map(({ deel, tekst }) => (
          <li key={`${deel} ${tekst}`}>{`${deel}: ${tekst}`}</li>
        ))}
      </ul>
    </details>
  );
}

function PartView({ part, children }: { part: Part; children: ReactNode }) {
  return (
    <section className="analysis-part" aria-labelledby={`deel-${part.letter}`}>
      <div>
        <h3 id={`deel-${part.letter}`}>{`${part.letter}. ${part.titel}`}</h3>
        <p className="soft">{part.officieel}</p>
      </div>
      {part.blokken.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
      {part.ontbreekt.map((gap) => (
        <p key={gap} className="soft">
          {gap}
        </p>
      ))}
      {part.posities.zin !== '' && <p className="soft">{part.posities.zin}</p>}
      {children}
    </section>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.soort) {
    case 'kop':
      return <h4>{block.tekst}</h4>;
    case 'tekst':
      return <p>{block.tekst}</p>;
    case 'uitspraken':
      return (
        <ul className="plain-list">
          {block.uitspraken.map((statement) => (
            <li key={statement.id}>
              <StatementView statement={statement} />
            </li>
          ))}
        </ul>
      );
    case 'gegevens':
      return (
        <dl className="facts">
          {block.regels.map(({ naam, waarde }) => (
            <div key={`${naam} ${waarde}`}>
              <dt>{naam}</dt>
              <dd>{waarde}</dd>
            </div>
          ))}
        </dl>
      );
    case 'tabel':
      return <TableView block={block} />;
    case 'plaat':
      return (
        <figure className="stack">
          <Picture picture={block.plaat} title={block.titel} />
          <details>
            <summary>{words.inSentences}</summary>
            <ul>
              {block.beschrijving.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        </figure>
      );
  }
}

function TableView({ block }: { block: Extract<Block, { soort: 'tabel' }> }) {
  return (
    // Where the table is wider than the screen, it is moved sideways in its own frame: with the arrows as well (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-wide" aria-label={block.titel} tabIndex={0}>
      <table>
        <caption>{block.titel}</caption>
        <thead>
          <tr>
            {block.kolommen.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rijen.map((row) => (
            <tr key={row.ids.join(' ') + row.cellen.join(' ')}>
              {row.cellen.map((cell, index) => (
                <td key={block.kolommen[index] ?? cell}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StatementView({ statement }: { statement: Statement }) {
  const { toon, regel, woord, tekst, vanWie, leeftijd, getyptDoor, soort, bron, details } = statement;
  const who = vanWie === undefined ? undefined : `${vanWie.naam}${leeftijd === undefined ? '' : `, ${leeftijd}`}`;
  const scribe =
    getyptDoor !== undefined && getyptDoor.naam !== vanWie?.naam ? appWords.writtenBy(getyptDoor.naam) : undefined;
  const line = [who, scribe, soort, bron].filter((word) => word !== undefined && word !== '').join(' · ');
  return (
    <div className={`card card-${toon}`}>
      <div className="card-body">
        <span className="card-kind">{woord === undefined ? regel : `${regel} · ${woord}`}</span>
        {tekst !== '' && <span className="card-text">{tekst}</span>}
        {details.map(({ naam, waarde }) => (
          <span key={`${naam} ${waarde}`} className="card-line">{`${naam}: ${waarde}`}</span>
        ))}
        <span className="card-line">{line}</span>
      </div>
    </div>
  );
}
