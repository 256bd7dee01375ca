import { columnRoles } from '@samenbord/shared/exchange/rows.ts';
import type { ColumnRole, Rows } from '@samenbord/shared/exchange/rows.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { Check, Choice } from '../parts/Choice.tsx';

/** What each column is: as far as it could be seen, to be looked at and changed. */
export function ListColumns({
  rows: { cells },
  roles,
  heading,
  onRole,
  onHeading,
}: {
  rows: Rows;
  roles: readonly (ColumnRole | undefined)[];
  heading: boolean;
  onRole: (place: number, role: ColumnRole) => void;
  onHeading: (heading: boolean) => void;
}) {
  return (
    <fieldset className="stack">
      <legend className="field-label">{words.columnsTitle}</legend>
      <p className="field-hint">{words.columnsHint}</p>
      {cells.length > 1 && <Check label={words.heading} checked={heading} onChange={onHeading} />}
      <div className="exchange-columns">
        {roles.map((role, place) => (
          <Choice
            // A column has no name of its own but its place.
            key={place}
            label={words.column(place + 1, sampleOf(cells, place, heading))}
            folded
            options={columnRoles.map((value) => ({ value, label: words.roles[value] }))}
            value={role}
            onChange={(value) => onRole(place, columnRoles.find((one) => one === value) ?? 'niet')}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The first words of a column, so that one sees which it is. */
function sampleOf(cells: Rows['cells'], place: number, heading: boolean): string {
  const filled = cells.slice(heading ? 1 : 0).flatMap((row) => row[place] || []);
  return filled.slice(0, 2).join(', ').slice(0, 40);
}
