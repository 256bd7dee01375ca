import { safetyWords } from '@samenbord/shared/words/zones.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { useBoard, useBoardSession, useTable } from '../document/context.tsx';
import { useSafetyFirst } from '../document/safety-first.ts';
import { Icon } from '../parts/Icon.tsx';
import { safetyOf, stillSix } from './safety.ts';
import type { ChildSafety } from './safety.ts';

/**
 * How safe each child is, always on the screen of who reads the team: name, outcome, grade, day and by whom. One press shows all of it. Nobody else has this
 * strip, and it is nowhere on the screen in the room.
 */
export function SafetyStrip({ onOpen }: { onOpen: () => void }) {
  const session = useBoardSession();
  const table = useBoard('gedeeld');
  const team = useBoard('team');
  const first = useSafetyFirst();
  const { deelnemers } = useTable();
  if (session.zone('team') === undefined) return null;
  const children = safetyOf(team, table);
  const by = first.now && (deelnemers.find(({ id }) => id === first.now?.door)?.naam ?? session.answer.ik.naam);
  return (
    <section
      className={`safety-strip ${first.now === undefined ? '' : 'safety-strip-first'}`}
      aria-label={safetyWords.strip}
    >
      <button type="button" className="safety-strip-button" onClick={onOpen}>
        <Icon name="team" size={18} />
        <span className="only-heard">{safetyWords.open}:</span>
        {children.length === 0 && <span>{safetyWords.noChildren}</span>}
        {children.map((child) => (
          <Child key={child.child} child={child} />
        ))}
        {by !== undefined && <strong className="safety-strip-by">{safetyWords.firstBy(by)}</strong>}
      </button>
    </section>
  );
}

/** "Sanne: veilig, cijfer 5, lager dan een 6 · 12 oktober 2026, Karim": the colour says nothing that the words do not say. */
function Child({ child: { name, now } }: { child: ChildSafety }) {
  if (now === undefined)
    return (
      <span className="safety-child safety-onbekend">
        <strong>{name}</strong> {safetyWords.noState}
      </span>
    );
  const six = stillSix(now.cijfer);
  const parts = [
    now.uitkomst === undefined ? undefined : safetyWords.outcome[now.uitkomst],
    now.cijfer === undefined ? undefined : safetyWords.grade(now.cijfer),
  ].filter((part) => part !== undefined);
  const when = [
    now.datum === undefined ? undefined : sayDate(now.datum),
    now.beoordelaar === '' ? undefined : now.beoordelaar,
  ];
  return (
    <span className={`safety-child ${toneOf(now.uitkomst, six)}`}>
      <Icon name={now.uitkomst === 'veilig' ? 'veilig' : 'veiligheid'} size={18} />
      <span>
        <strong>{name}</strong> {parts.join(', ')}
        <span className="safety-outcome">{`, ${safetyWords.stillSix[six]}`}</span>
        <small>{when.filter((part) => part !== undefined).join(', ')}</small>
      </span>
    </span>
  );
}

/** Only danger has the colour of danger; below a 6 is difficult, not dangerous. */
function toneOf(outcome: 'veilig' | 'onveilig' | 'direct-veiligstellen' | undefined, six: string): string {
  if (outcome === undefined) return 'safety-onbekend';
  if (outcome !== 'veilig') return 'safety-onveilig';
  return six === 'nee' ? 'safety-lager' : 'safety-veilig';
}
