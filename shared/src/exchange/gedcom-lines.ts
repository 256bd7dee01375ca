/** Puts a GEDCOM 7.0 file together, line by line. */
export class Lines {
  readonly #lines: string[] = [];

  /** One structure; a value of more lines goes on below it. What looks like a pointer is written so that it is none. */
  line(level: number, tag: string, value = ''): void {
    const [first = '', ...more] = value.split('\n');
    this.#add(level, tag, first);
    for (const next of more) this.#add(level + 1, 'CONT', next);
  }

  pointer(level: number, tag: string, xref: string): void {
    this.#lines.push(`${level} ${tag} @${xref}@`);
  }

  record(xref: string, tag: string): void {
    this.#lines.push(`0 @${xref}@ ${tag}`);
  }

  /** Only when there is something to write. */
  text(): string {
    return `\ufeff${this.#lines.join('\r\n')}\r\n`;
  }

  #add(level: number, tag: string, value: string): void {
    const safe = value.startsWith('@') ? `@${value}` : value;
    this.#lines.push(safe === '' ? `${level} ${tag}` : `${level} ${tag} ${safe}`);
  }
}
