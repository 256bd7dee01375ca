import { useMemo, useState } from 'react';
import { readPeople } from '@samenbord/shared/exchange/list-people.ts';
import { planList } from '@samenbord/shared/exchange/list-things.ts';
import type { UsualParents } from '@samenbord/shared/exchange/list-things.ts';
import { columnsOf, readRows } from '@samenbord/shared/exchange/rows.ts';
import type { ColumnRole, Rows } from '@samenbord/shared/exchange/rows.ts';
import { ExchangeRefusal } from '@samenbord/shared/exchange/refusal.ts';
import type { SameOrNot } from '@samenbord/shared/exchange/who-is-who.ts';
import { sayRefusal } from '@samenbord/shared/words/exchange.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { useBoard } from '../document/context.tsx';
import { freshId } from '../document/ids.ts';
import { Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { ListColumns } from './ListColumns.tsx';
import { ListTable } from './ListTable.tsx';
import { PutButton } from './PutButton.tsx';
import { usePut } from './use-put.ts';

const noRows: Rows = { cells: [], columns: 0 };

/** *Plak een lijst*: what was pasted, what the columns are, what each row becomes; what is not clear is marked and stays out. */
export function FromList({ onPut }: { onPut: (sentence: string) => void }) {
  const [text, setText] = useState('');
  const rows = useMemo(() => read(text), [text]);
  return (
    <>
      <TextField label={words.paste} hint={words.pasteHint} value={text} onChange={setText} lines={4} />
      {typeof rows === 'string' ? (
        <Notice tone="zorg" problem>
          {rows}
        </Notice>
      ) : (
        rows.columns > 0 && <Pasted rows={rows} onPut={onPut} />
      )}
    </>
  );
}

function read(text: string): Rows | string {
  try {
    return text.trim() === '' ? noRows : readRows(text);
  } catch (error) {
    if (error instanceof ExchangeRefusal) return sayRefusal(error.reason);
    throw error;
  }
}

const parentKinds: readonly UsualParents[] = ['biologisch', 'adoptie', 'pleeg', 'stief'];

function Pasted({ rows, onPut }: { rows: Rows; onPut: (sentence: string) => void }) {
  const board = useBoard('gedeeld');
  const put = usePut();
  const proposed = useMemo(() => columnsOf(rows), [rows]);
  const [changed, setChanged] = useState<ReadonlyMap<number, ColumnRole>>(new Map());
  const [heading, setHeading] = useState<boolean | undefined>(undefined);
  const [same, setSame] = useState<ReadonlyMap<number, SameOrNot>>(new Map());
  const [parents, setParents] = useState<UsualParents | undefined>(undefined);
  const roles = proposed.roles.map((role, place) => changed.get(place) ?? role);
  const hasHeading = heading ?? proposed.heading;
  const people = readPeople(rows, roles, hasHeading);
  const plan = planList(people, { same, parents }, board, freshId);
  const persons = plan.things.filter(({ type }) => type === 'persoon').length;
  const undecided = plan.rows.filter(({ becomes }) => becomes === 'kies').length;
  const saysParents = people.some(({ tie }) => tie !== undefined && tie.kind !== 'partner' && tie.soort === undefined);
  const waits = !roles.includes('naam')
    ? words.noNames
    : undecided > 0
      ? words.decideFirst(undecided)
      : plan.things.length === 0
        ? words.nobodyNew
        : undefined;
  return (
    <>
      <ListColumns
        rows={rows}
        roles={roles}
        heading={hasHeading}
        onRole={(place, role) => setChanged(new Map([...changed, [place, role]]))}
        onHeading={setHeading}
      />
      {saysParents && (
        <Choice
          label={words.parents}
          hint={words.parentsHint}
          options={parentKinds.map((value) => ({ value, label: words.parentKinds[value] }))}
          value={parents}
          onChange={(value) => setParents(parentKinds.find((kind) => kind === value))}
        />
      )}
      <ListTable rows={plan.rows} same={same} onSame={(nr, now) => setSame(new Map([...same, [nr, now]]))} />
      <PutButton
        put={put}
        label={words.put(persons)}
        waits={waits}
        onPress={() => put.things(plan.things, () => onPut(words.done(persons)))}
      />
    </>
  );
}
