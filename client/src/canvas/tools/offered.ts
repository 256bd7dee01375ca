import type { Deed, Denial } from '@samenbord/shared/access/may.ts';
import type { ThingType } from '@samenbord/shared/board/things.ts';
import type { ViewName } from '@samenbord/shared/board/define.ts';
import type { Relative } from '../pure/relative-asks.ts';
import { toolsFor } from './tool-list.ts';
import type { Tool } from './tool-list.ts';

/** What the table says now, and not who somebody is: another moment it can be done. */
const forNow: ReadonlySet<Denial> = new Set<Denial>(['tafel-dicht', 'tafel-vast', 'stap-dicht', 'eerst-alleen']);

/** A tool on the toolbar, and why it is off in this step, when it is. */
export type Offered = { readonly tool: Tool; readonly off: Denial | undefined };

/**
 * Takes what this participant may do now; gives the tools of a view that this participant ever uses. What the step of now does not open stays in sight and is
 * off, with the reason.
 */
export function offeredTools(view: ViewName, me: string, may: (deed: Deed) => Denial | undefined): readonly Offered[] {
  const denialOf = (tool: Tool): Denial | undefined => {
    if (tool.kind === 'select') return undefined;
    if (tool.kind === 'make' || tool.kind === 'connect')
      return may({ kind: 'create', thing: { type: tool.type, by: me } });
    return may({ kind: 'ink', by: me });
  };
  const drawing = may({ kind: 'ink', by: me });
  return toolsFor(view, (type) => stays(may({ kind: 'create', thing: { type, by: me } })), stays(drawing)).map(
    (tool) => ({ tool, off: denialOf(tool) }),
  );
}

const stays = (denial: Denial | undefined): boolean => denial === undefined || forNow.has(denial);

/** May this participant make something of a type now? Nothing, or why not. */
export const makeOff = (type: ThingType, me: string, may: (deed: Deed) => Denial | undefined): Denial | undefined =>
  may({ kind: 'create', thing: { type, by: me } });

/** May somebody come beside somebody now? `never` is for who is never asked; else nothing, or why not at this moment. */
export function relativeOff(
  relative: Relative,
  me: string,
  may: (deed: Deed) => Denial | undefined,
): Denial | 'never' | undefined {
  const tie = relative === 'partner' ? 'partnerrelatie' : 'ouder-kind';
  const denials = (['persoon', tie] as const).map((type) => may({ kind: 'create', thing: { type, by: me } }));
  if (!denials.every(stays)) return 'never';
  return denials.find((denial) => denial !== undefined);
}

/** The one reason for which nothing can be made or drawn now; nothing when something can. */
export function allOff(offered: readonly Offered[]): Denial | undefined {
  const rest = offered.filter(({ tool }) => tool.kind !== 'select');
  const [first] = rest;
  return first?.off !== undefined && rest.every(({ off }) => off === first.off) ? first.off : undefined;
}
