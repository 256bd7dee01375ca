import { useMemo, useState } from 'react';
import { bounds } from '@samenbord/shared/exchange/bounds.ts';
import { familyAround, onlyOf, usualReach } from '@samenbord/shared/exchange/family-around.ts';
import type { Reach } from '@samenbord/shared/exchange/family-around.ts';
import type { FileThing } from '@samenbord/shared/exchange/file-things.ts';
import type { ReadFile } from '@samenbord/shared/exchange/from-gedcom.ts';
import { doubles, joinedTo } from '@samenbord/shared/exchange/who-is-who.ts';
import type { SameOrNot } from '@samenbord/shared/exchange/who-is-who.ts';
import { leftOutWords, sayCount } from '@samenbord/shared/words/exchange.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { useBoard } from '../document/context.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Around } from './FamilyAround.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PutButton } from './PutButton.tsx';
import { usePut } from './use-put.ts';

const isPerson = ({ type }: FileThing): boolean => type === 'persoon';

/** A file of ancestors: what is in it, which family of it comes along, and who of them stands on the board already. */
export function FamilyFile({ file, onPut }: { file: ReadFile; onPut: (sentence: string) => void }) {
  const { things } = file;
  const board = useBoard('gedeeld');
  const put = usePut();
  const people = useMemo(() => things.filter(isPerson), [things]);
  const [which, setWhich] = useState<string | undefined>(undefined);
  const [centre, setCentre] = useState<string | undefined>(undefined);
  const [reach, setReach] = useState<Reach>(usualReach);
  const [same, setSame] = useState<ReadonlyMap<string, SameOrNot>>(new Map());
  const chosen = useMemo(() => {
    if (which === 'iedereen') return things;
    if (centre === undefined) return [];
    return onlyOf(things, familyAround(things, centre, reach));
  }, [things, which, centre, reach]);
  const known = useMemo(() => doubles(chosen, board), [chosen, board]);
  const count = chosen.filter(isPerson).length;
  const undecided = [...known.keys()].filter((id) => !same.has(id)).length;
  const waits =
    count === 0
      ? words.chooseWho
      : count > bounds.peopleAtOnce
        ? words.tooMany(count, bounds.peopleAtOnce)
        : undecided > 0
          ? words.decideFirst(undecided)
          : undefined;
  const onPress = (): void => {
    const merged = new Map(
      [...known].flatMap(([id, one]) => (same.get(id) === 'dezelfde' ? [[id, one.id] as const] : [])),
    );
    const all = joinedTo(chosen, merged, board);
    put.things(all, () => onPut(words.done(all.filter(isPerson).length)));
  };
  if (people.length === 0) return <Notice>{words.nobody}</Notice>;
  return (
    <>
      <p>
        <strong>{words.found(people.length)}</strong> {words.stays}
      </p>
      <LeftOutList file={file} />
      <Choice
        label={words.which}
        isRequired
        options={[
          { value: 'rond', label: words.around, hint: words.aroundHint },
          ...(people.length > bounds.peopleAtOnce
            ? []
            : [{ value: 'iedereen', label: words.everybody(people.length) }]),
        ]}
        value={which}
        onChange={setWhich}
      />
      {which === 'rond' && (
        <Around people={people} centre={centre} onCentre={setCentre} reach={reach} onReach={setReach} />
      )}
      {count > 0 && count <= bounds.peopleAtOnce && (
        <PeopleTable
          people={chosen.filter(isPerson)}
          ties={words.ties(
            chosen.filter(({ type }) => type === 'partnerrelatie').length,
            chosen.filter(({ type }) => type === 'ouder-kind').length,
          )}
          known={known}
          same={same}
          onSame={(id, now) => setSame(new Map([...same, [id, now]]))}
        />
      )}
      <PutButton put={put} label={words.put(count)} waits={waits} onPress={onPress} />
    </>
  );
}

/** What stays out, by kind and number. */
function LeftOutList({ file: { leftOut, assumedBorn } }: { file: ReadFile }) {
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {assumedBorn > 0 && <p>{words.assumed(assumedBorn)}</p>}
      {total === 0 ? (
        <p>{words.allAlong}</p>
      ) : (
        <details>
          <summary>{words.leftOut(total)}</summary>
          <ul>
            {leftOut.map(({ kind, count }) => (
              <li key={kind}>{sayCount(count, leftOutWords[kind])}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
