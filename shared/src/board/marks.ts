import * as z from 'zod';

/** The four short questions that somebody answers at home, before a meeting. */
export const preparedQuestions = ['wil', 'goed', 'moeilijk', 'niet-op-tafel'] as const;
export const prepared = z.enum(preparedQuestions);
export type Prepared = z.infer<typeof prepared>;

/** Under which a card is shown that was promised to carry a role and no name. Wide on purpose: a role of one is a name. */
export const cardRoles = ['ouder', 'jeugdige', 'netwerk', 'professional'] as const;
export const cardRole = z.enum(cardRoles);
export type CardRole = z.infer<typeof cardRole>;

/** What only the owner of a box knows about a card in it. On the table none of it stands, but the round that a card came out of. */
export const privateMarks = ['ronde', 'namens', 'voorbereid', 'mee'] as const;
export type PrivateMark = (typeof privateMarks)[number];
export const isPrivateMark = (field: string): field is PrivateMark => privateMarks.some((mark) => mark === field);

/** What somebody said may not come to the table never goes there: not by a move, not with a reveal. */
export const staysOffTable = (thing: { readonly voorbereid?: Prepared | undefined }): boolean =>
  thing.voorbereid === 'niet-op-tafel';
