import type { SameOrNot } from '@samenbord/shared/exchange/who-is-who.ts';
import { exchangePage as words } from '@samenbord/shared/words/exchange-page.ts';
import { Choice } from '../parts/Choice.tsx';

/** A name stands on the board already: the same person, or somebody else who is called so. Until it is said, neither. */
export function SameChoice({
  naam,
  label,
  value,
  onChange,
}: {
  naam: string;
  /** Who it is about, as it stands in the list or file. */
  label: string;
  value: SameOrNot | undefined;
  onChange: (now: SameOrNot) => void;
}) {
  return (
    <Choice
      label={words.already(naam)}
      isRequired
      options={[
        { value: 'dezelfde', label: words.same(label) },
        { value: 'nieuw', label: words.other(label) },
      ]}
      value={value}
      onChange={(now) => (now === 'dezelfde' || now === 'nieuw') && onChange(now)}
    />
  );
}
