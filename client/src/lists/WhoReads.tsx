import { listWords } from '@samenbord/shared/words/lists.ts';
import { WhoSees } from '../parts/ZoneMark.tsx';
import type { Readers } from './pure/who-sees.ts';

/** Who will read it, said before it is put on the table. */
export function WhoReads({ title, readers }: { title: string; readers: Readers }) {
  return (
    <section className="list-readers" aria-label={title}>
      <h2>{title}</h2>
      <WhoSees own={false} people={readers.people} />
      {readers.screen && <p>{listWords.compose.screen}</p>}
      <p className="list-soft">{listWords.compose.later}</p>
    </section>
  );
}
