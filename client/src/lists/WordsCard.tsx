import { useCallback, useMemo } from 'react';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { joined, whoseWords } from '@samenbord/shared/picture/face.ts';
import type { Names } from '@samenbord/shared/picture/face.ts';
import { useBoard, useNames, useTable } from '../document/context.tsx';
import { Card } from '../parts/Card.tsx';
import { sayRow } from './pure/say.ts';

/** Whole days since 1970, for ages. */
export const today = (): number => Math.floor(Date.now() / 86_400_000);

/** Who sits behind a participant, for the line that says whose words something is. */
export function usePeople(): Names {
  const { deelnemers } = useTable();
  return useMemo(() => new Map(deelnemers.map(({ id, naam, persoon }) => [id, { naam, persoon }])), [deelnemers]);
}

/** "Sanne, 14 · zelf gezegd" or "Nadia · opgeschreven door Karim", as on the canvas; and feit, visie or duiding. */
export function useWhose(): (thing: Thing) => string {
  const board = useBoard('gedeeld');
  const names = usePeople();
  return useCallback(
    (thing) => {
      const soort = 'soort' in thing && ['feit', 'visie', 'duiding'].includes(thing.soort ?? '') ? thing.soort : '';
      return joined([whoseWords(thing, board, { today: today(), names }), soort ?? '']);
    },
    [board, names],
  );
}

/** Somebody's words as a card, with whose they are. */
export function WordsCard({
  thing,
  zone,
  onPress,
}: {
  thing: Thing;
  zone: string;
  onPress?: (() => void) | undefined;
}) {
  const board = useBoard('gedeeld');
  const { nameOf, personName } = useNames(zone);
  const whose = useWhose();
  return (
    <Card
      thing={thing}
      // People an own card speaks of stand on the table.
      text={sayRow(board, thing)}
      nameOf={nameOf}
      personName={personName}
      line={whose(thing)}
      onPress={onPress}
    />
  );
}
