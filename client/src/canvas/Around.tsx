import { useId, useState } from 'react';
import type { PictureOptions } from '@samenbord/shared/picture/face.ts';
import { nameOf } from '@samenbord/shared/picture/face.ts';
import { childrenOfSociogram, circleOf, eyesFor } from '@samenbord/shared/sociogram/circle.ts';
import { sociogramWords as w } from '@samenbord/shared/words/sociogram.ts';
import type { CanvasPort } from './port.ts';

type Props = { readonly port: CanvasPort; readonly onLook: (rond: NonNullable<PictureOptions['rond']>) => void };

/** Around which child the sociogram stands, and through whose eyes: a choice of this screen alone. Nothing where there is nothing to choose. */
export function Around({ port, onLook }: Props) {
  const { board, names } = port;
  const [rond, setRond] = useState<NonNullable<PictureOptions['rond']>>({});
  const children = childrenOfSociogram(board);
  const { child, eyes } = circleOf(board, { today: 0, names, rond });
  const speakers = eyesFor(board, child?.id, { today: 0, names });
  if (children.length < 2 && speakers.length < 2) return null;
  const look = (next: NonNullable<PictureOptions['rond']>): void => {
    setRond(next);
    onLook(next);
  };
  return (
    <fieldset className="canvas-around" aria-label={w.kies}>
      {children.length > 1 && (
        <Choice
          label={w.rond}
          value={child?.id ?? ''}
          options={children.map(({ id }) => [id, nameOf(board, id)])}
          onChoose={(kind) => look({ kind })}
        />
      )}
      {speakers.length > 1 && (
        <Choice
          label={w.doorOgen}
          value={eyes ?? ''}
          options={[['', w.iedereen], ...speakers.map((id): [string, string] => [id, nameOf(board, id)])]}
          onChoose={(ogen) => look({ kind: rond.kind, ogen: ogen === '' ? undefined : ogen })}
        />
      )}
    </fieldset>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
};

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
