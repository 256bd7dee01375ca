import type { ReactNode } from 'react';
import { definitionOf, fieldOf } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { sayUnnamed } from '@samenbord/shared/words/rounds.ts';
import { appWords } from '@samenbord/shared/words/app.ts';
import { sayDate } from '@samenbord/shared/words/dates.ts';
import { optionLabel, thingWords } from '@samenbord/shared/words/things.ts';
import { useBoardSession, useTable } from '../document/context.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import type { ZoneLook } from './zone-look.ts';

/** The colour a card has on its left edge: one meaning each, always beside an icon and a word. */
export type CardTone = 'kracht' | 'zorg' | 'onbekend' | 'anders' | 'veiligheid' | 'gewoon';

const toneOfType: Readonly<Partial<Record<Thing['type'], CardTone>>> = {
  veiligheidsstatus: 'veiligheid',
  veiligheidsafspraak: 'veiligheid',
  'danger-statement': 'veiligheid',
  'open-vraag': 'onbekend',
  reactie: 'anders',
};

const iconOfType: Readonly<Partial<Record<Thing['type'], IconName>>> = {
  persoon: 'person',
  partnerrelatie: 'people',
  'ouder-kind': 'people',
  relatielijn: 'people',
  band: 'heart',
  huisdier: 'heart',
  zwangerschap: 'person',
  meerling: 'people',
  huishouden: 'house',
  organisatie: 'house',
  gebeurtenis: 'calendar',
  besluit: 'besluit',
  hulp: 'hulp',
  aanleiding: 'flag',
  hulpvraag: 'hulp',
  wens: 'star',
  uitspraak: 'quote',
  veiligheidsstatus: 'veilig',
  veiligheidsafspraak: 'veilig',
  'danger-statement': 'veiligheid',
  patroonblok: 'gezinspatroon',
  patroonzin: 'gezinspatroon',
  verband: 'forward',
  'nobele-intentie': 'heart',
  eindsituatie: 'kracht',
  doel: 'target',
  afspraak: 'check',
  bijeenkomst: 'people',
  'open-vraag': 'onbekend',
  reactie: 'reactie',
};

/** Tone, icon and word of a thing. */
export function cardLook(thing: Thing): { tone: CardTone; icon: IconName; word: string } {
  if (thing.type === 'factor' && thing.waarde !== undefined) {
    return { tone: thing.waarde, icon: thing.waarde, word: optionLabel('factor', 'waarde', thing.waarde) };
  }
  return {
    tone: toneOfType[thing.type] ?? 'gewoon',
    icon: iconOfType[thing.type] ?? 'note',
    word: thingWords[thing.type].naam,
  };
}

export type CardProps = {
  readonly thing: Thing;
  /** The words of the card, said in full. */
  readonly text: string;
  /** Names for `by` and `vanWie`. */
  readonly nameOf: (participant: string | undefined) => string;
  readonly personName: (id: string | undefined) => string;
  readonly onPress?: (() => void) | undefined;
  /** Somebody sees it differently. */
  readonly differs?: boolean;
  /** The quiet line, where the caller knows more about whose words they are. */
  readonly line?: string | undefined;
  /** About whom it is, where that does not follow from where it stands. */
  readonly about?: string | undefined;
  /** The zone it stands in, when that is not the table: a card of another zone is never taken for one of the table. */
  readonly zone?: Pick<ZoneLook, 'icon' | 'name' | 'className'> | undefined;
  readonly children?: ReactNode;
};

/** One thing as a card: its kind, the words as typed, and one quiet line that says whose words they are. */
export function Card({
  thing,
  text,
  nameOf,
  personName,
  onPress,
  differs = false,
  line,
  about,
  zone,
  children,
}: CardProps) {
  const { tone, icon, word } = cardLook(thing);
  const typedSelf = useTypedSelf();
  const body = (
    <>
      <span className="card-kind">
        <span className="card-word">
          <Icon name={icon} size={18} />
          <span>{word}</span>
        </span>
        {zone !== undefined && (
          <span className={`card-zone ${zone.className}`}>
            <Icon name={zone.icon} size={16} />
            {zone.name}
          </span>
        )}
        {differs && <span className="card-differs">{appWords.differs}</span>}
      </span>
      <span className="card-text">{text}</span>
      {about !== undefined && <span className="card-line">{appWords.about(about)}</span>}
      <span className="card-line">{line ?? sayWhose(thing, nameOf, personName, typedSelf(thing))}</span>
    </>
  );
  return (
    <article className={`card card-${tone}`}>
      {onPress === undefined ? (
        <div className="card-body">{body}</div>
      ) : (
        <button type="button" className="card-body" onClick={onPress}>
          {body}
        </button>
      )}
      {children}
    </article>
  );
}

/** Without a person whose words they are: own words have their writer, facts the one who typed them. */
function sayMaker(thing: Thing, nameOf: CardProps['nameOf']): string {
  const main = fieldOf(thing.type, definitionOf(thing.type).main)?.class;
  if (main === 'woorden')
    return thing.by === undefined && thing.ronde !== undefined ? sayUnnamed(thing.namens) : nameOf(thing.by);
  return main === 'samen' ? appWords.together : appWords.writtenBy(nameOf(thing.by));
}

/** "Sanne · zelf gezegd", "Nadia · opgeschreven door Karim", and the date or the kind of statement when there is one. */
export function sayWhose(
  thing: Thing,
  nameOf: CardProps['nameOf'],
  personName: CardProps['personName'],
  typedSelf = false,
): string {
  const parts: string[] = [];
  if (thing.vanWie === undefined) parts.push(sayMaker(thing, nameOf));
  else
    parts.push(
      personName(thing.vanWie),
      thing.bevestigd === 'zelf' || typedSelf ? appWords.self : appWords.writtenBy(nameOf(thing.by)),
    );
  if ('wanneer' in thing && thing.wanneer !== undefined) parts.unshift(sayDate(thing.wanneer));
  if ('soort' in thing && (thing.soort === 'feit' || thing.soort === 'visie' || thing.soort === 'duiding'))
    parts.push(thing.soort);
  return parts.join(' · ');
}

/** Did the person whose words these are type them, as far as is known here who that is? */
export function useTypedSelf(): (thing: Thing) => boolean {
  const { answer } = useBoardSession();
  const { deelnemers } = useTable();
  return ({ by, vanWie }) => {
    const typist = by === answer.ik.id ? answer.ik : deelnemers.find(({ id }) => id === by);
    return vanWie !== undefined && typist?.persoon === vanWie;
  };
}
