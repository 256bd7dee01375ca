import { useCallback, useState } from 'react';
import { groupOf } from '@samenbord/shared/access/roles.ts';
import { leads } from '@samenbord/shared/access/zones.ts';
import { endAnswer } from '@samenbord/shared/wire/http-after.ts';
import type { EndAnswer } from '@samenbord/shared/wire/http-after.ts';
import { endWords as words, sheetWords, traceWordsPage } from '@samenbord/shared/words/after.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { announce } from '../parts/LiveRegion.tsx';
import { Notice } from '../parts/Notice.tsx';
import { VagueDateField } from '../parts/VagueDateField.tsx';
import { boardAddress, go } from './routes.ts';
import type { BoardPlace } from './routes.ts';
import { useDeed, useLoad } from './use-load.ts';

function useEnd() {
  const { id, als } = useBoardSession();
  const load = useCallback(() => ask('GET', boardPath(id, '/end', als), { schema: endAnswer }), [id, als]);
  return useLoad(load);
}

const isNear = ({ stand }: EndAnswer): boolean => stand !== 'ver';
const sayNear = ({ stand, dagen, dag }: EndAnswer): string =>
  stand === 'voorbij' ? words.over(sayDate(dag)) : words.soon(dagen, sayDate(dag));

/** Tells everybody on the board that its last day is near; nothing until then. */
export function EndNotice() {
  const { data } = useEnd();
  const { actor } = useBoardSession();
  if (data === undefined || !isNear(data)) return null;
  return (
    <Notice tone="zorg" problem>
      <p>{sayNear(data)}</p>
      <p>{leads(actor) ? words.what : words.ask}</p>
    </Notice>
  );
}

/** Until when this board is kept, the ways to what stays of it, and for the casusregisseur another last day. */
export function EndDate() {
  const { id, als, actor } = useBoardSession();
  const { data, again } = useEnd();
  const to = (place: BoardPlace) => (): void => go(boardAddress(id, als, place));
  return (
    <>
      <EndNotice key={data?.dag ?? ''} />
      <section className="panel" aria-labelledby="end-title">
        <h3 id="end-title">{words.title}</h3>
        {data !== undefined && (
          <>
            <p>{words.lead(sayDate(data.dag))}</p>
            <p className="soft">{data.gezet ? words.wasSet : words.usual}</p>
            {leads(actor) && <EndForm key={data.dag} end={data} onSaved={again} />}
          </>
        )}
        <div className="row">
          {groupOf(actor.rol) !== 'kijker' && (
            <Button icon="document" onPress={to('afspraken')}>
              {sheetWords.title}
            </Button>
          )}
          {leads(actor) && (
            <Button icon="list" onPress={to('spoor')}>
              {traceWordsPage.toTrace}
            </Button>
          )}
          <Button icon="person" onPress={to('mijn-spoor')}>
            {traceWordsPage.mine.open}
          </Button>
        </div>
      </section>
    </>
  );
}

function EndForm({ end, onSaved }: { end: EndAnswer; onSaved: () => void }) {
  const { id, als } = useBoardSession();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<string | undefined>(end.dag);
  const deed = useDeed();
  const save = (dag: string | null): void =>
    deed.run(async () => {
      await ask('PUT', boardPath(id, '/end', als), { schema: endAnswer, body: { dag } });
      announce(words.saved);
      onSaved();
    });
  if (!open)
    return (
      <div>
        <Button icon="clock" onPress={() => setOpen(true)}>
          {words.toDate}
        </Button>
      </div>
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== undefined) save(day);
      }}
    >
      <VagueDateField label={words.field} value={day} onChange={setDay} onlyDay isRequired />
      <p className="soft">{words.hint(sayDate(end.uiterlijk))}</p>
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <div className="row">
        <Button look="action" type="submit" isDisabled={deed.busy || day === undefined}>
          {words.save}
        </Button>
        {end.gezet && (
          <Button isDisabled={deed.busy} onPress={() => save(null)}>
            {words.back}
          </Button>
        )}
      </div>
    </form>
  );
}
