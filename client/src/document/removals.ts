import type { Intent } from '@samenbord/shared/document/intent.ts';
import { isOff } from './replay.ts';
import type { Room } from './room.ts';
import type { Waiting } from './waiting.ts';

/** Taking off wins from writing: the words are in the card, but the card is off the table, and whoever wrote hears so (decision 0014). */
export class Removals {
  /** Things this person took off the table in this tab: that is no surprise. */
  readonly #own = new Set<string>();

  add(intent: Intent): void {
    if (intent.kind === 'remove') this.#own.add(intent.id);
  }

  /** Of work that the server has now: what came on a card that somebody else took off meanwhile, once for each card. */
  among(room: Room, kept: readonly Waiting[]): Intent[] {
    const found = new Map<string, Intent>();
    for (const { intent, wasOff } of kept) {
      if (wasOff || (intent.kind !== 'editText' && intent.kind !== 'set')) continue;
      if (!this.#own.has(intent.id) && isOff(room, intent)) found.set(intent.id, intent);
    }
    return [...found.values()];
  }
}
