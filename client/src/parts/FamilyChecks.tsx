import { useId, useMemo } from 'react';
import { checksAbout, checksOf } from '@samenbord/shared/genogram/checks.ts';
import type { Check } from '@samenbord/shared/genogram/checks.ts';
import { checkWords } from '@samenbord/shared/words/family-checks.ts';
import { useBoard, useBoardSession, useMay } from '../document/context.tsx';
import { Icon } from './Icon.tsx';
import './styles/family-checks.css';

type Props = {
  /** Only what is asked about this person or tie. */
  readonly about?: string;
  /** Leads to what can be mended. */
  readonly onOpen?: (id: string) => void;
};

/** "Klopt dit?": what can hardly be in the family, as quiet questions, for those who may change it. Gone when it is mended. */
export function FamilyChecks({ about, onOpen }: Props) {
  const board = useBoard('gedeeld');
  const { actor } = useBoardSession();
  const may = useMay('gedeeld');
  const heading = useId();
  const all = useMemo(() => checksOf(board), [board]);
  const mayMend = may({ kind: 'create', thing: { type: 'persoon', by: actor.id } }) === undefined;
  const shown = about === undefined ? all : checksAbout(all, about);
  if (!mayMend || shown.length === 0) return null;
  return (
    <section className="family-checks" aria-labelledby={heading}>
      <h2 id={heading}>
        <Icon name="onbekend" />
        {checkWords.title}
      </h2>
      <p className="soft">{checkWords.hint}</p>
      <ul>
        {shown.map((check) => (
          <li key={`${check.code} ${check.ids.join(' ')}`}>
            <Question check={check} about={about} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type QuestionProps = { check: Check; about: string | undefined; onOpen: Props['onOpen'] };

function Question({ check, about, onOpen }: QuestionProps) {
  const to = check.ids.find((id) => id !== about);
  if (onOpen === undefined || to === undefined) return check.question;
  return (
    <button type="button" className="text-button" onClick={() => onOpen(to)}>
      {check.question}
    </button>
  );
}
