import type { ThingType } from '@samenbord/shared/board/things.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';

type Texts = NonNullable<NewThing['texts']>;
type Values = NonNullable<NewThing['values']>;

/** Somebody who makes things: takes the participant, gives a function that makes things under their name. */
export const by =
  (participant: string) =>
  (type: ThingType, id: string, texts: Texts = {}, values: Values = {}, vanWie?: string): NewThing => {
    const made: NewThing = { id, type, by: participant, texts, values };
    return vanWie === undefined ? made : { ...made, vanWie };
  };

export const karim = by('pkarim');
export const marloes = by('pmarloes');
export const ilse = by('pilse');
export const joost = by('pjoost');
export const nadia = by('pnadia');
export const ruben = by('pruben');
export const sanne = by('psanne');
export const erik = by('perik');
export const fatma = by('pfatma');
export const anneke = by('panneke');
