import type { Actor } from '@samenbord/shared/access/zones.ts';
import type { BoardAnswer } from '@samenbord/shared/wire/http.ts';

/** Who one is, for the rules of `may`. */
export function actorOf({ ik, zones }: BoardAnswer): Actor {
  const may = new Set(zones.map(({ zone }) => zone));
  const trusting = zones.flatMap(({ van }) => (van === undefined || van.id === ik.id ? [] : [van.id]));
  return {
    id: ik.id,
    rol: ik.rol,
    persoon: ik.persoon,
    opens: [
      ...(may.has('gedeeld') ? (['gedeeld'] as const) : []),
      ...(may.has(`eigen:${ik.id}`) ? (['eigen'] as const) : []),
      ...(may.has('team') ? (['team'] as const) : []),
    ],
    ...(trusting.length > 0 && { vertrouwdVan: trusting }),
  };
}
