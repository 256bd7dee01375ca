import { useState } from 'react';
import { appWords } from '@samenbord/shared/words/app.ts';
import { fullWords } from '@samenbord/shared/words/full.ts';
import { readOnlyWords } from '@samenbord/shared/words/zones.ts';
import { useBoardSession, useTable } from '../document/context.tsx';
import { useFull, useReadOnly } from '../document/full.ts';
import { IconButton } from '../parts/Button.tsx';
import { Notice } from '../parts/Notice.tsx';
import { zoneLook } from '../parts/zone-look.ts';

/** Says in time that a board, an own box or somebody's share of the board is nearly full, or that a damaged board can only be read. Whoever has read it can put it away; a new one comes back. */
export function FullNote() {
  const { table, box, self, others } = useFull();
  const { deelnemers } = useTable();
  const [read, setRead] = useState('');
  const names = others.map((id) => deelnemers.find((one) => one.id === id)?.naam ?? appWords.someone);
  const sentences = [
    ...(table ? [fullWords.table] : []),
    ...(self && !table ? [fullWords.self] : []),
    ...(box ? [fullWords.box] : []),
    ...(names.length > 0 && !table ? [fullWords.others(names.join(', '))] : []),
  ];
  const text = sentences.join(' ');
  const damaged = useReadOnly().filter((zone) => !zone.startsWith('tafel'));
  if (damaged.length > 0) return <ReadOnlyNote zones={damaged} />;
  if (text === '' || text === read) return null;
  return (
    <div className="full-note">
      <Notice tone="zorg" problem>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <IconButton icon="close" label={appWords.close} onPress={() => setRead(text)} />
    </div>
  );
}

/** Stands there as long as it is so: nobody types something that cannot be kept. */
function ReadOnlyNote({ zones }: { zones: readonly string[] }) {
  const { answer } = useBoardSession();
  return (
    <div className="full-note">
      <Notice tone="zorg" problem>
        {zones.map((zone) => (
          <p key={zone}>
            {zone === 'gedeeld' ? readOnlyWords.notice : readOnlyWords.part(zoneLook(zone, answer).name)}
          </p>
        ))}
      </Notice>
    </div>
  );
}
