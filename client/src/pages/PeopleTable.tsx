import type { FileThing } from '@samenbord/shared/exchange/file-things.ts';
import type { Known } from '@samenbord/shared/exchange/list-people.ts';
import type { SameOrNot } from '@samenbord/shared/exchange/who-is-who.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { SameChoice } from './SameChoice.tsx';

const date = (value: unknown): string => (typeof value === 'string' ? sayDate(value) : '');

/** Who come along, and for whoever could be on the board already: the same person or somebody else. */
export function PeopleTable({
  people,
  ties,
  known,
  same,
  onSame,
}: {
  people: readonly FileThing[];
  ties: string;
  known: ReadonlyMap<string, Known>;
  same: ReadonlyMap<string, SameOrNot>;
  onSame: (id: string, now: SameOrNot) => void;
}) {
  return (
    <div className="table-wide exchange-table">
      <table>
        <caption>{`${words.preview(people.length)} ${ties}`}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.naam}</th>
            <th scope="col">{words.columns.geboren}</th>
            <th scope="col">{words.columns.overleden}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, texts, values }) => {
            const naam = texts['naam'] === '' ? words.nameless : (texts['naam'] ?? '');
            const there = known.get(id);
            return (
              <tr key={id}>
                <th scope="row" dir="auto">
                  {naam}
                  {there !== undefined && (
                    <SameChoice
                      naam={there.naam}
                      label={naam}
                      value={same.get(id)}
                      onChange={(now) => onSame(id, now)}
                    />
                  )}
                </th>
                <td>{date(values['geboren'])}</td>
                <td>{date(values['overleden'])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
