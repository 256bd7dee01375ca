import { below } from './lines.ts';
import type { Node } from './lines.ts';
import { addressOf, tagNames } from './tags.ts';
import type { OurTag } from './tags.ts';
import { fromGedcomDate } from './gedcom-date.ts';
import { isVagueDate } from '../board/vague-date.ts';
import { kindOf } from './told.ts';
import type { Told } from './told.ts';

/** What every part of a file is read with: what is left out, and the tags that this file uses for what is ours. */
export type Reading = { readonly told: Told; readonly ours: ReadonlyMap<string, OurTag> };

/** Takes the head of a file, gives the tags in it that are ours. */
export function ourTagsIn(head: Node | undefined): ReadonlyMap<string, OurTag> {
  const found = new Map<string, OurTag>();
  const schema = head && below(head, 'SCHMA');
  for (const { tag, value } of schema?.children ?? []) {
    const [name = '', address] = value.split(' ');
    const ours = tagNames.find((one) => addressOf(one) === address);
    if (tag === 'TAG' && ours !== undefined) found.set(name.toUpperCase(), ours);
  }
  return found;
}

/** The structure of ours below this one. */
export const ourChild = (node: Node, name: OurTag, { ours }: Reading): Node | undefined =>
  node.children.find(({ tag }) => ours.get(tag) === name);

/** Tells of everything below that none of `used` took. */
export function tellRest(node: Node, used: ReadonlySet<string>, { told, ours }: Reading): void {
  for (const { tag } of node.children) if (!used.has(tag) && !ours.has(tag)) told.add(kindOf(tag));
}

const inDate = new Set<string>();
const inEvent = new Set(['DATE']);

/** The date of an event. What else stands below it is told. */
export function dateOf(event: Node, reading: Reading, used: ReadonlySet<string> = inEvent): string | undefined {
  tellRest(event, used, reading);
  const dates = event.children.filter(({ tag }) => tag === 'DATE');
  const [date] = dates;
  if (dates.length > 1) reading.told.add('datum', dates.length - 1);
  if (date === undefined) return undefined;
  tellRest(date, inDate, reading);
  const exact = ourChild(date, 'datum', reading)?.value;
  if (exact !== undefined && isVagueDate(exact)) return exact;
  const vague = fromGedcomDate(date.value);
  if (vague === undefined && date.value.trim() !== '') reading.told.add('datum');
  return vague;
}

/** `Y` or `N`, as GEDCOM writes that something is so or not. */
export const yesOrNo = (value: string | undefined): boolean | undefined =>
  value === 'Y' ? true : value === 'N' ? false : undefined;
