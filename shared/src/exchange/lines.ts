import { bounds } from './bounds.ts';
import { ExchangeRefusal } from './refusal.ts';

/** One structure of a family file with all that hangs below it. */
export type Node = {
  readonly tag: string;
  /** Its own number, of a record. */
  readonly xref: string | undefined;
  /** A text, with its continuation lines; no more than `bounds.valueLength` of it is kept. */
  value: string;
  readonly children: Node[];
};

const form = /^[ \t]*(\d{1,7})[ \t]+(?:@([^@\s]{1,250})@[ \t]+)?([A-Za-z0-9_]{1,60})(?: ([^]*))?$/;

/** The lines of a text with their number; any line end. Never all at once in memory. */
function* linesOf(text: string): Generator<readonly [line: string, number: number]> {
  let number = 0;
  for (let from = 0; from < text.length;) {
    let to = from;
    while (to < text.length && text.charCodeAt(to) !== 10 && text.charCodeAt(to) !== 13) to++;
    if (to - from > bounds.lineLength) throw new ExchangeRefusal('regel', { line: number + 1 });
    if (to > from) {
      number += 1;
      if (number > bounds.lines) throw new ExchangeRefusal('te-veel-regels');
      yield [text.slice(from, to), number];
    }
    from = to + 1;
  }
}

/**
 * Takes the text of a family file, gives its records one by one. Refuses a line that is none (`regel`), a depth that GEDCOM does not have (`te-diep`) and a
 * step down that leaves one out (`niveau`), each with its line. What hangs below is bounded by that, so whoever walks a record may walk it by calling itself.
 */
export function* recordsOf(text: string): Generator<Node> {
  let path: Node[] = [];
  for (const [line, number] of linesOf(text)) {
    if (line.trim() === '') continue;
    const found = form.exec(line);
    if (found === null) throw new ExchangeRefusal(number === 1 ? 'geen-gedcom' : 'regel', { line: number });
    const [, depth = '', xref, tag = '', value = ''] = found;
    const level = Number(depth);
    if (level > bounds.levels) throw new ExchangeRefusal('te-diep', { line: number });
    if (level > path.length) throw new ExchangeRefusal('niveau', { line: number });
    const [done] = path;
    if (level === 0 && done !== undefined) yield done;
    path = path.slice(0, level);
    const above = path.at(-1);
    if (above !== undefined && (tag === 'CONC' || tag === 'CONT')) {
      goOn(above, tag === 'CONT' ? `\n${value}` : value);
      // Nothing may hang below a continuation; what does is passed by with it.
      path.push({ tag, xref: undefined, value: '', children: [] });
      continue;
    }
    const node: Node = { tag: tag.toUpperCase(), xref, value: value.slice(0, bounds.valueLength), children: [] };
    above?.children.push(node);
    path.push(node);
  }
  const [last] = path;
  if (last !== undefined) yield last;
}

function goOn(node: Node, more: string): void {
  const left = bounds.valueLength - node.value.length;
  if (left > 0) node.value += more.slice(0, left);
}

/** The first structure below this one with that tag. */
export const below = (node: Node, tag: string): Node | undefined => node.children.find((one) => one.tag === tag);

/** The record that a value points at, when it is a pointer at all: `@I1@` gives `I1`. `@VOID@` points at nothing. */
export function pointer(node: Node): string | undefined {
  const found = /^@([^@\s]{1,250})@$/.exec(node.value.trim())?.[1];
  return found === 'VOID' ? undefined : found;
}

/** The text of a value: the sign that opens a pointer is written twice, in 7.0 at the beginning only and before that everywhere. */
export const plainValue = (node: Node): string => node.value.replaceAll('@@', '@');
