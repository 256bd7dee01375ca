import type { Place } from '@samenbord/shared/board/board.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import type { Role } from '@samenbord/shared/access/roles.ts';
import type { Openable } from '@samenbord/shared/access/zones.ts';
import type { NewThing } from '@samenbord/shared/document/form.ts';
import type { BoardFacts, InvitationRequest } from '@samenbord/shared/wire/http.ts';

export type ExampleParticipant = {
  readonly id: string;
  readonly naam: string;
  readonly rol: Role;
  readonly organisatie?: string;
  readonly persoon?: string;
  readonly opent: readonly Openable[];
  readonly grondslag: InvitationRequest['grondslag'];
  readonly geinformeerd: InvitationRequest['geinformeerd'];
  readonly geinformeerdOp?: string;
};

/** An invented family as a value. Things come in the order in which they are made: a thing points only at things before it. */
export type ExampleFamily = {
  readonly titel: string;
  readonly feiten: BoardFacts;
  /** The first is a casusregisseur. */
  readonly deelnemers: readonly ExampleParticipant[];
  readonly things: readonly NewThing[];
  readonly places: readonly { readonly view: ViewName; readonly id: string; readonly at: Place }[];
  /** Said after a card was made, because nobody can make a card that is confirmed already; `door` is the participant who says so. */
  readonly confirmations: readonly {
    readonly id: string;
    readonly door: string;
    readonly hoe: 'zelf' | 'voorgelezen';
  }[];
};

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
