import type { PlannedRow } from '@samenbord/shared/exchange/list-things.ts';
import type { SameOrNot } from '@samenbord/shared/exchange/who-is-who.ts';
import { sayListRow } from '@samenbord/shared/words/exchange-list.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { Icon } from '../parts/Icon.tsx';
import { SameChoice } from './SameChoice.tsx';

/** What each row becomes, and what of it stays out and why. */
export function ListTable({
  rows,
  same,
  onSame,
}: {
  rows: readonly PlannedRow[];
  same: ReadonlyMap<number, SameOrNot>;
  onSame: (nr: number, now: SameOrNot) => void;
}) {
  return (
    <div className="table-wide exchange-table">
      <table>
        <caption>{words.rowsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((planned) => {
            const { row, becomes, known, doubts } = planned;
            return (
              <tr key={row.nr}>
                <th scope="row">{row.nr}</th>
                <td>
                  <p dir="auto">{becomes === 'niets' ? words.nothing : sayListRow(planned)}</p>
                  {known !== undefined && (
                    <SameChoice
                      naam={known.naam}
                      label={row.naam}
                      value={same.get(row.nr)}
                      onChange={(now) => onSame(row.nr, now)}
                    />
                  )}
                  {doubts.length > 0 && (
                    <ul className="exchange-doubts">
                      {doubts.map(({ role, cell, why }) => (
                        <li key={`${role} ${why}`}>
                          <Icon name="info" size={18} />
                          <span>
                            {words.staysOut(words.short[role], cell)} {words.doubts[why]}
                          </span>
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
