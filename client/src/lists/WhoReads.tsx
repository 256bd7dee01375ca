import { useId } from 'react';
import { zoneWords } from '@samenbord/shared/words/app.ts';
import { sayList } from '@samenbord/shared/words/dates.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import { WhoSees } from '../parts/ZoneMark.tsx';
import type { Readers } from './pure/who-sees.ts';

/** Who will read it, by name, said before it is put on the table. */
export function WhoReads({ title, readers }: { title: string; readers: Readers }) {
  const heading = useId();
  return (
    <section className="list-readers" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      <p>
        {zoneWords.gedeeldWho(readers.people.length)}: {sayList(readers.people.map(({ naam }) => naam))}.
      </p>
      {readers.screen && <p>{listWords.compose.screen}</p>}
      <p className="list-soft">{listWords.compose.later}</p>
      <details>
        <summary>{listWords.compose.whoIsThat}</summary>
        <WhoSees own={false} people={readers.people} screen={false} />
      </details>
    </section>
  );
}
