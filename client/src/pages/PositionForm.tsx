import { useState } from 'react';
import { positionChoices } from '@samenbord/shared/wire/http.ts';
import type { PositionEntry, PositionRequest } from '@samenbord/shared/wire/http.ts';
import { positionWords } from '@samenbord/shared/words/analysis.ts';
import { analysisPageWords as words } from '@samenbord/shared/words/pages.ts';
import { useBoardSession } from '../document/context.tsx';
import { ask, boardPath } from '../document/server.ts';
import { Button } from '../parts/Button.tsx';
import { Choice } from '../parts/Choice.tsx';
import { Notice } from '../parts/Notice.tsx';
import { TextField } from '../parts/TextField.tsx';
import { useDeed } from './use-load.ts';

type Props = { version: string; deel: PositionRequest['deel']; mine: PositionEntry | undefined; onGiven: () => void };

/** Where one stands on a part: four answers of equal weight, and who may see it. Not a signature. */
export function PositionForm({ version, deel, mine, onGiven }: Props) {
  const { id, als } = useBoardSession();
  const [positie, setPositie] = useState(mine?.positie);
  // Nobody shows an answer by accident: who sees it is chosen, not assumed.
  const [zichtbaar, setZichtbaar] = useState<PositionRequest['zichtbaar'] | undefined>(mine?.zichtbaar);
  const [tekst, setTekst] = useState(mine?.tekst ?? '');
  const deed = useDeed();
  const give = (): void =>
    deed.run(async () => {
      if (positie === undefined || zichtbaar === undefined) return;
      const body = {
        versie: version,
        deel,
        positie,
        zichtbaar,
        ...(tekst.trim() === '' ? {} : { tekst: tekst.trim() }),
      };
      await ask('PUT', boardPath(id, '/positions', als), { body });
      onGiven();
    });
  const isSame = positie === mine?.positie && zichtbaar === mine?.zichtbaar && tekst.trim() === (mine?.tekst ?? '');
  return (
    <div className="position">
      <h4>{words.positions}</h4>
      {mine !== undefined && (
        <p className="soft">{`${words.mine}: ${positionWords[mine.positie]} (${words.visible[mine.zichtbaar]})`}</p>
      )}
      {deed.error !== undefined && (
        <Notice tone="zorg" problem>
          {deed.error}
        </Notice>
      )}
      <div className="segments">
        {positionChoices.map((choice) => (
          <button
            key={choice}
            type="button"
            className="segment"
            aria-pressed={choice === positie}
            onClick={() => setPositie(choice)}
          >
            {positionWords[choice]}
          </button>
        ))}
      </div>
      {positie !== undefined && (
        <>
          {positie === 'anders' && (
            <TextField label={words.explain} value={tekst} onChange={setTekst} lines={4} max={600} />
          )}
          <Choice
            label={words.seenBy}
            options={(['iedereen', 'alleen-ik'] as const).map((value) => ({ value, label: words.visible[value] }))}
            value={zichtbaar}
            onChange={(value) => setZichtbaar(value === 'alleen-ik' ? 'alleen-ik' : 'iedereen')}
            isRequired
          />
          <div>
            <Button look="action" onPress={give} isDisabled={isSame || zichtbaar === undefined || deed.busy}>
              {words.give}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
