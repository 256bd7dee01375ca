import type { PlannedRow } from '../exchange/list-things.ts';
import { sayDate, sayList } from './dates.ts';

/** One row of a list as it will stand on the board: "Sanne, vrouw, geboren: 14 maart 2011, kind van Nadia". */
export function sayListRow({ row, becomes, tieWith }: PlannedRow): string {
  const { naam, values, tie } = row;
  const geboren = values['geboren'];
  const overleden = values['overleden'];
  const own =
    becomes === 'dezelfde'
      ? []
      : [
          values['geslacht'] === 'onbekend' ? 'geslacht niet bekend' : values['geslacht'],
          geboren && `geboren: ${sayDate(geboren)}`,
          overleden && `overleden: ${sayDate(overleden)}`,
        ];
  const ties = tie === undefined || tieWith.length === 0 ? undefined : `${sayTie(tie)} ${sayList(tieWith)}`;
  return [naam, ...own, ties].filter((part) => part !== undefined && part !== '').join(', ');
}

function sayTie({ kind, soort, vorm, einde }: NonNullable<PlannedRow['row']['tie']>): string {
  if (kind === 'partner')
    return einde === undefined ? (vorm === undefined ? 'partner van' : `${vorm} met`) : 'uit elkaar met';
  const sort = soort === undefined ? '' : soort;
  return kind === 'kind-van' ? `${sort}kind van` : `${sort}ouder van`;
}
