import { useMemo } from 'react';
import type { Board } from '@samenbord/shared/board/board.ts';
import { viewNames } from '@samenbord/shared/board/define.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import { pictureOf } from '@samenbord/shared/picture-of.ts';
import { listWords } from '@samenbord/shared/words/lists.ts';
import type { Instrument } from './pure/instruments.ts';
import { usePeople } from './WordsCard.tsx';

const views: readonly string[] = viewNames;
const isView = (instrument: Instrument): instrument is Instrument & ViewName => views.includes(instrument);

type Props = { instrument: Instrument; board: Board; day: number };

/** The picture of this view in sentences, as it stands in the report. */
export function PictureSentences({ instrument, board, day }: Props) {
  const names = usePeople();
  const sentences = useMemo(() => {
    return isView(instrument) ? pictureOf(instrument, board, { today: day, names }).description : [];
  }, [instrument, board, day, names]);
  if (sentences.length === 0) return null;
  return (
    <details className="list-sentences">
      <summary>{listWords.inSentences}</summary>
      <ul>
        {sentences.map((sentence, index) => (
          <li key={`${index} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
