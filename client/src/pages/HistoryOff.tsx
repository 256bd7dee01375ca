import { useCallback, useState } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { asItWasWords as words } from '@samenbord/shared/words/history.ts';
import { offTableAnswer, restoreAnswer } from '@samenbord/shared/wire/http-history.ts';
import type { OffTableItem } from '@samenbord/shared/wire/http-history.ts';
import { useBoardSession, useNames } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { nameOfItem, sayInstant } from '../lists/pure/history.ts';
import { Button } from '../parts/Button.tsx';
import { Erase } from '../parts/Erase.tsx';
import { Loading, Notice } from '../parts/Notice.tsx';
import { useDeed, useLoad } from './use-load.ts';

/** What was taken off the table, by whom; back on it where that is allowed. */
export function HistoryOff() {
  const { id, als } = useBoardSession();
  const { personName } = useNames();
  const whose = ({ van, vanWie }: OffTableItem): string => (vanWie === undefined ? van : personName(vanWie));
  const named = (item: OffTableItem): string =>
    (item.titel ?? '').trim() === '' ? words.offOf(nameOfItem(item), whose(item)) : nameOfItem(item);
  const load = useCallback(() => ask('GET', boardPath(id, '/history/off', als), { schema: offTableAnswer }), [id, als]);
  const off = useLoad(load);
  const deed = useDeed();
  const [said, setSaid] = useState('');
  const putBack = ({ ding, ervoor }: OffTableItem): void =>
    deed.run(async () => {
      const body = { zone: 'gedeeld', ding, veld: 'weg', moment: ervoor, gezien: off.data?.nu };
      const { terug } = await ask('POST', boardPath(id, '/history/restore', als), { schema: restoreAnswer, body });
      setSaid(terug.length > 0 ? words.putBackDone : words.notYours);
      off.again();
    });
  return (
    <section className="stack" aria-labelledby="history-off">
      <div>
        <h3 id="history-off">{words.off}</h3>
        <p className="soft">{words.offLead}</p>
      </div>
      {[off.error, deed.error].map((error) =>
        error === undefined ? null : (
          <Notice key={error} tone="zorg" problem>
            {error}
          </Notice>
        ),
      )}
      <output>{said !== '' && <Notice tone="kracht">{said}</Notice>}</output>
      {off.data === undefined && off.error === undefined && <Loading label={appWords.loading} />}
      {off.data?.dingen.length === 0 && <p className="soft">{words.offNone}</p>}
      <ul className="history-list">
        {off.data?.dingen.map((item) => (
          <li key={item.ding}>
            <div>
              <p className="history-words">{named(item)}</p>
              <p className="soft">{words.offBy(item.door, sayInstant(item.op))}</p>
            </div>
            {item.magTerug ? (
              <Button icon="undo" isDisabled={deed.busy} onPress={() => putBack(item)}>
                {words.putBack}
                <span className="only-heard">{`: ${named(item)}`}</span>
              </Button>
            ) : (
              <p className="soft">{item.verplaatst === true ? words.wentBack(whose(item)) : words.notYours}</p>
            )}
            <Erase zone="gedeeld" thing={{ id: item.ding, weg: true }} onErased={off.again} />
          </li>
        ))}
      </ul>
    </section>
  );
}
