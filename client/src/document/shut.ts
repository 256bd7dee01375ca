import { emptyBoard } from '@samenbord/shared/board/board.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import { lostItem } from './lost.ts';
import type { KeptWork } from './waiting.ts';
import type { ZoneHost } from './zone-host.ts';

/**
 * Unsent work for the table while it is shut for this person: it stays in this tab, is counted, and goes along when the table opens again (decision 0014).
 * Any other document that is closed to somebody stays closed: work for it is handed back.
 */
export class ShutTable {
  readonly #lost: ZoneHost['lost'];
  #work: readonly KeptWork[] = [];

  constructor(lost: ZoneHost['lost']) {
    this.#lost = lost;
  }

  /** A document is closed to us, and this was meant for it. */
  leave(zone: string, work: readonly KeptWork[]): void {
    if (zone === 'gedeeld') this.#work = [...this.#work, ...work];
    else for (const { intent } of work) this.#lost(lostItem(zone, intent, 'recht', emptyBoard));
  }

  /** Takes out what waits for this document, now that it is open. */
  take(zone: string): readonly KeptWork[] {
    if (zone !== 'gedeeld') return [];
    const work = this.#work;
    this.#work = [];
    return work;
  }

  get size(): number {
    return this.#work.length;
  }

  intents = (): Record<string, Intent[]> =>
    this.size === 0 ? {} : { gedeeld: this.#work.map(({ intent }) => intent) };

  pack = (): Record<string, KeptWork[]> => (this.size === 0 ? {} : { gedeeld: [...this.#work] });

  clear(): void {
    this.#work = [];
  }
}
