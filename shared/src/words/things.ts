import type { ThingType } from '../board/things.ts';
import { factWords } from './things-facts.ts';
import { planWords } from './things-plan.ts';
import { storyWords } from './things-story.ts';

/** What people see of one kind of thing. Family words first; `vak` is the word professionals know it by. */
export type ThingWords = {
  readonly naam: string;
  readonly meervoud: string;
  readonly vak: string;
  /** One short sentence that helps to begin. */
  readonly hint: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

export const thingWords: Readonly<Record<ThingType, ThingWords>> = { ...factWords, ...storyWords, ...planWords };

/** What stands above a field. */
export const fieldLabel = (type: ThingType, field: string): string =>
  thingWords[type].fields[field] ?? commonFields[field] ?? field;

/** What a choice is called; the choice itself when it has no word. */
export const optionLabel = (type: ThingType, field: string, option: string): string =>
  thingWords[type].options?.[field]?.[option] ?? option;

const commonFields: Readonly<Record<string, string>> = {
  vanWie: 'Wie heeft dit gezegd?',
  bevestigd: 'Zo bedoeld',
  weg: 'Van tafel',
};

/** What a person says about the words somebody else typed for them. */
export const confirmWords = {
  zelf: 'Zo bedoel ik het',
  voorgelezen: 'Voorgelezen, akkoord',
  saysZelf: 'door de persoon zelf bevestigd',
  saysVoorgelezen: 'voorgelezen, akkoord',
  saysNot: 'nog niet bevestigd',
} as const;
