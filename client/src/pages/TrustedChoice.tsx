import { useCallback, useState } from 'react';
import { trustedAnswer } from '@samenbord/shared/wire/http-zones.ts';
import type { TrustedAnswer } from '@samenbord/shared/wire/http-zones.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { roleWords } from '@samenbord/shared/words/roles.ts';
import { trustedWords } from '@samenbord/shared/words/zones.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Icon } from '../parts/Icon.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { EmptyState, Loading, Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { readersChanged } from '../parts/zone-readers.ts';
import { useDeed, useLoad } from './use-load.ts';

type Professional = TrustedAnswer['mogelijk'][number] & { readonly sinds?: string };

/**
 * Who reads a trusted box: one's own, or with `van` that of a child without a device, for whom the casusregisseur chooses together with them and
 * writes down why.
 */
export function TrustedChoice({ van }: { van?: { readonly id: string; readonly naam: string } }) {
  const { id, als } = useBoardSession();
  const whose = van?.id;
  const load = useCallback(
    () =>
      ask('GET', boardPath(id, whose === undefined ? '/vertrouwd' : `/vertrouwd?van=${whose}`, als), {
        schema: trustedAnswer,
      }),
    [id, als, whose],
  );
  const loaded = useLoad(load);
  const [asking, setAsking] = useState<Professional | undefined>(undefined);
  const [why, setWhy] = useState('');
  const deed = useDeed();
  if (loaded.data === undefined)
    return loaded.error === undefined ? <Loading label={appWords.loading} /> : <Problem text={loaded.error} />;
  const { professionals, mogelijk } = loaded.data;
  const reading = new Map<string, Professional>(professionals.map((one) => [one.id, one]));
  const others = mogelijk.filter((one) => !reading.has(one.id));
  const choose = (one: Professional): void =>
    deed.run(async () => {
      const isOff = reading.has(one.id);
      const names = isOff ? [...reading.keys()].filter((other) => other !== one.id) : [...reading.keys(), one.id];
      const body = { professionals: names, ...(whose !== undefined && { van: whose, grond: why.trim() }) };
      await ask('PUT', boardPath(id, '/vertrouwd', als), { schema: trustedAnswer, body });
      announce((isOff ? trustedWords.takenAway : trustedWords.chosen)(one.naam));
      setAsking(undefined);
      readersChanged();
      loaded.again();
    });
  const isOff = asking !== undefined && reading.has(asking.id);
  return (
    <section className="stack" aria-labelledby="vertrouwd-wie">
      <h2 id="vertrouwd-wie">{trustedWords.who}</h2>
      {van !== undefined && <p>{trustedWords.leadFor(van.naam)}</p>}
      {professionals.length === 0 && van === undefined && <EmptyState icon="key">{trustedWords.none}</EmptyState>}
      {mogelijk.length + professionals.length === 0 && <p className="soft">{trustedWords.noneToChoose}</p>}
      <ul className="plain-list">
        {[...professionals, ...others].map((one) => (
          <Line key={one.id} one={one} reads={reading.get(one.id)?.sinds} onAsk={() => setAsking(one)} />
        ))}
      </ul>
      <Dialog title={titleOf(asking, isOff)} open={asking !== undefined} onClose={() => setAsking(undefined)}>
        {asking !== undefined && (
          <>
            <p>{isOff ? trustedWords.takeAwayWhat(asking.naam) : trustedWords.chooseWhat(asking.naam)}</p>
            {van !== undefined && (
              <TextField
                label={trustedWords.ground}
                hint={trustedWords.groundHint}
                value={why}
                onChange={setWhy}
                max={300}
                isRequired
              />
            )}
            {deed.error !== undefined && <Problem text={deed.error} />}
            <div className="form-end">
              <Button
                look={isOff ? 'danger' : 'action'}
                icon="key"
                isDisabled={deed.busy || (van !== undefined && why.trim() === '')}
                onPress={() => choose(asking)}
              >
                {isOff ? trustedWords.takeAway : trustedWords.choose}
              </Button>
              <Button onPress={() => setAsking(undefined)}>{appWords.cancel}</Button>
            </div>
          </>
        )}
      </Dialog>
    </section>
  );
}

const titleOf = (one: Professional | undefined, isOff: boolean): string =>
  one === undefined ? '' : isOff ? trustedWords.takeAwaySure(one.naam) : trustedWords.chooseSure(one.naam);

function Problem({ text }: { text: string }) {
  return (
    <Notice tone="zorg" problem>
      {text}
    </Notice>
  );
}

/** Who somebody is, and whether they read along. */
function Line({ one, reads, onAsk }: { one: Professional; reads: string | undefined; onAsk: () => void }) {
  const who = [roleWords[one.rol], one.organisatie].filter((part) => part !== undefined).join(', ');
  return (
    <li className={`panel spread ${reads === undefined ? '' : 'zone-vertrouwd'}`}>
      <div className="person-line">
        <Icon name={reads === undefined ? 'person' : 'key'} />
        <div>
          <h3>{one.naam}</h3>
          <p className="soft">{who}</p>
          {reads !== undefined && <p>{trustedWords.reads(sayDate(reads.slice(0, 10)))}</p>}
        </div>
      </div>
      <Button look={reads === undefined ? 'quiet' : 'danger'} onPress={onAsk}>
        {reads === undefined ? trustedWords.choose : trustedWords.takeAway}
        <span className="only-heard">{`: ${one.naam}`}</span>
      </Button>
    </li>
  );
}
