import { useMemo } from 'react';
import { toBoardFile } from '@samenbord/shared/exchange/board-file.ts';
import { toGedcom } from '@samenbord/shared/exchange/to-gedcom.ts';
import { sayNotCarried } from '@samenbord/shared/words/exchange.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { useBoard, useBoardSession } from '../document/context.tsx';
import { boardPath } from '../document/server.ts';
import { LinkButton } from '../parts/Button.tsx';

/** The board as a file, and its families as a file for other programs, with what each cannot hold. */
export function TakeAlong() {
  const { id, als, answer } = useBoardSession();
  const board = useBoard('gedeeld');
  const { file, notCarried } = useMemo(() => {
    const whole = toBoardFile(answer.titel, board);
    return { file: whole, notCarried: toGedcom(whole).notCarried };
  }, [board, answer.titel]);
  const { onbekend = 0, onvolledig = 0, bevestigd = 0 } = file.weggelaten ?? {};
  return (
    <section className="panel" aria-labelledby="exchange-out">
      <h3 id="exchange-out">{words.out}</h3>
      <p>{words.outLead}</p>
      <h4>{words.outOwn}</h4>
      <p>{words.outOwnLead}</p>
      {onbekend + onvolledig > 0 && <p>{words.outUnknown(onbekend + onvolledig)}</p>}
      {bevestigd > 0 && <p>{words.outConfirmed(bevestigd)}</p>}
      <div>
        <LinkButton icon="download" href={boardPath(id, '/export', als)} download>
          {words.downloadOwn}
        </LinkButton>
      </div>
      <h4>{words.outGedcom}</h4>
      <p>{words.outGedcomLead}</p>
      {notCarried.length > 0 && (
        <details>
          <summary>{words.notCarried}</summary>
          <ul>
            {notCarried.map((one) => (
              <li key={one.kind}>{sayNotCarried(one)}</li>
            ))}
          </ul>
        </details>
      )}
      <div>
        <LinkButton icon="download" href={boardPath(id, '/export.ged', als)} download>
          {words.downloadGedcom}
        </LinkButton>
      </div>
    </section>
  );
}
