import type { Board } from '@samenbord/shared/board/board.ts';
import { definitionOf, mainText } from '@samenbord/shared/board/things.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import { difference } from '@samenbord/shared/document/intent.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';

/**
 * A card of one's own box that is put on the table becomes a new card there, under the same id. So it shows by itself what was put,
 * also after it was taken off again, without a mark in either document.
 */
export type Put = 'niet' | 'op-tafel' | 'weer-van-tafel';

/** Was this card of the own box put on the table, and does it still lie there? */
export function putState(table: Board, card: Thing): Put {
  const there = table.things.get(card.id);
  if (there === undefined) return 'niet';
  return there.weg ? 'weer-van-tafel' : 'op-tafel';
}

/**
 * Takes a card of the own box, gives what puts it on the table: the same words under the same id, as a new card of this participant.
 * A card that lay there before comes back with the words it has now. Points at nothing the table does not have.
 */
export function putOnTable(
  table: Board,
  card: Thing,
  me: { readonly id: string; readonly persoon?: string | undefined },
): Intent[] {
  const there = table.things.get(card.id);
  if (there === undefined) return [{ kind: 'create', thing: copyOf(table, card, me) }];
  const { main } = definitionOf(there.type);
  const edit = difference(mainText(there), mainText(card));
  const words: Intent[] = edit === undefined ? [] : [{ kind: 'editText', id: card.id, field: main, ...edit }];
  return [{ kind: 'restore', id: card.id }, ...words];
}

function copyOf(table: Board, card: Thing, me: { readonly id: string; readonly persoon?: string | undefined }) {
  const values: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  const { fields, required } = definitionOf(card.type);
  for (const [name, field] of Object.entries(fields)) {
    const value = (card as unknown as Readonly<Record<string, unknown>>)[name];
    if (field.kind === 'text') texts[name] = typeof value === 'string' ? value : '';
    else if (value !== undefined)
      values[name] = field.refersTo === undefined ? value : known(table, value, required.includes(name));
  }
  // Only words carry a name; a fact, or what is written together, is of everybody.
  const vanWie = fields[definitionOf(card.type).main]?.class === 'woorden' ? (card.vanWie ?? me.persoon) : undefined;
  return { id: card.id, type: card.type, by: me.id, vanWie, values, texts };
}

/** References the table can follow. One that must be there is kept as it is: then the server says what is wrong. */
function known(table: Board, value: unknown, required: boolean): unknown {
  const isThere = (id: unknown): boolean => typeof id === 'string' && table.things.has(id);
  if (Array.isArray(value)) {
    const kept = value.filter(isThere);
    return kept.length === 0 && required ? value : kept;
  }
  return isThere(value) || required ? value : undefined;
}
