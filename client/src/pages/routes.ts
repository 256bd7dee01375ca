import { useSyncExternalStore } from 'react';

export type BoardPlace =
  | 'bord'
  | 'tafel'
  | 'analyse'
  | 'eerder'
  | 'groot-scherm'
  | 'vak'
  | 'vertrouwen'
  | 'afspraken'
  | 'spoor'
  | 'mijn-spoor'
  | 'inlezen';
/** The places of what comes after a meeting, and of files: each a page of its own. */
export type AfterPlace = Extract<BoardPlace, 'afspraken' | 'spoor' | 'mijn-spoor' | 'inlezen'>;
export const isAfter = (place: BoardPlace): place is AfterPlace =>
  place === 'afspraken' || place === 'spoor' || place === 'mijn-spoor' || place === 'inlezen';
export type Route =
  | { readonly kind: 'start' | 'mijn' | 'kom-binnen' | 'wachtkamer' | 'nieuw' | 'onbekend' }
  | {
      readonly kind: 'bord';
      readonly id: string;
      readonly place: BoardPlace;
      readonly als: string | undefined;
      readonly beeld: string | undefined;
      /** The zone of the place `vak`: `team`, or the own or trusted box of a participant. */
      readonly vak: string | undefined;
    };

const places: readonly string[] = [
  'tafel',
  'analyse',
  'eerder',
  'groot-scherm',
  'vak',
  'vertrouwen',
  'afspraken',
  'spoor',
  'mijn-spoor',
  'inlezen',
];

/** Takes an address, gives the page it asks for. */
export function routeOf(pathname: string, search: string): Route {
  const [first = '', id, place = 'bord', ...rest] = pathname.split('/').filter((part) => part !== '');
  if (first === '') return { kind: 'start' };
  if (first === 'mijn' || first === 'kom-binnen' || first === 'wachtkamer' || first === 'nieuw') return { kind: first };
  if (first !== 'bord' || id === undefined || rest.length > 0 || (place !== 'bord' && !places.includes(place)))
    return { kind: 'onbekend' };
  const query = new URLSearchParams(search);
  return {
    kind: 'bord',
    id,
    place: place as BoardPlace,
    als: query.get('als') ?? undefined,
    beeld: query.get('beeld') ?? undefined,
    vak: query.get('vak') ?? undefined,
  };
}

/** The address of a place at a board, for the participation of this tab. */
export function boardAddress(id: string, als: string, place: BoardPlace = 'bord', beeld?: string): string {
  const query = new URLSearchParams({ als, ...(beeld === undefined ? {} : { beeld }) });
  return `/bord/${encodeURIComponent(id)}${place === 'bord' ? '' : `/${place}`}?${query.toString()}`;
}

/** The address of the page of one zone: `team`, or an own or trusted box. */
export const zoneAddress = (id: string, als: string, zone: string): string =>
  `${boardAddress(id, als, 'vak')}&${new URLSearchParams({ vak: zone }).toString()}`;

const moved = new EventTarget();
const listen = (tell: () => void): (() => void) => {
  window.addEventListener('popstate', tell);
  moved.addEventListener('moved', tell);
  return () => {
    window.removeEventListener('popstate', tell);
    moved.removeEventListener('moved', tell);
  };
};
const read = (): string => location.pathname + location.search;

/** Follows the address bar. */
export function useRoute(): Route {
  const address = useSyncExternalStore(listen, read);
  const [pathname = '/', search = ''] = address.split('?');
  return routeOf(pathname, search);
}

const isBoard = (path: string): boolean => path.startsWith('/bord/');

/**
 * Goes to another page. Between the places of a board the page stays; into and out of a board it is loaded again,
 * because the page of the canvas has rules of its own (Content-Security-Policy).
 */
export function go(path: string, how: 'push' | 'replace' = 'push'): void {
  if (!isBoard(path) || !isBoard(location.pathname)) {
    if (how === 'replace') location.replace(path);
    else location.assign(path);
    return;
  }
  if (how === 'replace') history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  moved.dispatchEvent(new Event('moved'));
}
