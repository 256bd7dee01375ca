import { useState } from 'react';
import type { Reach } from '@samenbord/shared/exchange/family-around.ts';
import type { FileThing } from '@samenbord/shared/exchange/file-things.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { Check, Choice } from '../parts/Choice.tsx';
import { TextField } from '../parts/TextField.tsx';

const mostShown = 8;
const steps = ['0', '1', '2', '3', '4', '5'];

/** Around whom a family is cut out, and how far. */
export function Around({
  people,
  centre,
  onCentre,
  reach,
  onReach,
}: {
  people: readonly FileThing[];
  centre: string | undefined;
  onCentre: (id: string | undefined) => void;
  reach: Reach;
  onReach: (reach: Reach) => void;
}) {
  const [name, setName] = useState('');
  const found = people.filter(({ id, texts }) => id === centre || isCalled(texts['naam'] ?? '', name));
  const shown = found.slice(0, mostShown);
  return (
    <>
      <TextField
        label={words.search}
        hint={words.searchHint}
        value={name}
        onChange={(next) => {
          setName(next);
          onCentre(undefined);
        }}
        max={80}
      />
      {name.trim() !== '' && (
        <output>{found.length > mostShown ? words.more(found.length, mostShown) : words.matches(found.length)}</output>
      )}
      {shown.length > 0 && (
        <Choice
          label={words.centre}
          isRequired
          options={shown.map(({ id, texts, values }) => ({
            value: id,
            label: texts['naam'] === '' ? words.nameless : (texts['naam'] ?? ''),
            ...(typeof values['geboren'] === 'string' && { hint: words.born(sayDate(values['geboren'])) }),
          }))}
          value={centre}
          onChange={onCentre}
        />
      )}
      <div className="two">
        {(['up', 'down'] as const).map((way) => (
          <Choice
            key={way}
            label={words[way]}
            folded
            isRequired
            options={steps.map((value) => ({ value, label: words.steps(Number(value)) }))}
            value={String(reach[way])}
            onChange={(value) => onReach({ ...reach, [way]: Number(value ?? '0') })}
          />
        ))}
      </div>
      <Check label={words.siblings} checked={reach.siblings} onChange={(siblings) => onReach({ ...reach, siblings })} />
      <Check label={words.partners} checked={reach.partners} onChange={(partners) => onReach({ ...reach, partners })} />
    </>
  );
}

const isCalled = (naam: string, typed: string): boolean => {
  const words = typed.trim().toLowerCase().split(/\s+/);
  return typed.trim() !== '' && words.every((word) => naam.toLowerCase().includes(word));
};
