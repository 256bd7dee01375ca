import { useMemo, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { fullKeys, tableIds } from '@samenbord/shared/wire/full.ts';
import type { NearlyFull } from '@samenbord/shared/wire/full.ts';
import { useBoardSession } from './context.tsx';

/** Reads what is nearly full from `tafel` and from the own `tafel:<participant>`. What is not there is not full. */
function readFull(table: Y.Doc | undefined, own: Y.Doc | undefined): NearlyFull {
  const root = own?.getMap('tafel');
  return {
    table: table?.getMap('tafel').get(fullKeys.table) === true,
    box: root?.get(fullKeys.box) === true,
    self: root?.get(fullKeys.self) === true,
    others: tableIds.catch([]).parse(root?.get(fullKeys.others)),
  };
}

/** What is nearly full for this participant, as the server last said. */
export function useFull(): NearlyFull {
  const session = useBoardSession();
  const docOf = (zone: string): Y.Doc | undefined => session.zone(zone)?.room().doc;
  const text = useSyncExternalStore(session.listeners.add, () =>
    JSON.stringify(readFull(docOf('tafel'), docOf(`tafel:${session.als}`))),
  );
  return useMemo(() => JSON.parse(text) as NearlyFull, [text]);
}

/** The zones that are damaged: they can be read, and the server takes nothing there. */
export function useReadOnly(): readonly string[] {
  const session = useBoardSession();
  const text = useSyncExternalStore(session.listeners.add, () =>
    session.zones.filter((name) => session.zone(name)?.room().readOnly === true).join(' '),
  );
  return useMemo(() => (text === '' ? [] : text.split(' ')), [text]);
}
