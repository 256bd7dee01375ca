import { boardKey } from './server.ts';
import type { Measured } from './server.ts';

/** Where one person reaches one board. */
export type Address = {
  readonly board: string;
  readonly als: string;
  readonly cookie: string;
};

type Asked = { readonly body: Record<string, unknown>; readonly cookie: string };

let browsers = 0;

async function ask(server: Measured, path: string, cookie: string, body?: unknown): Promise<Asked> {
  const origin = `http://127.0.0.1:${server.port}`;
  browsers += 1;
  const address = `10.${(browsers >> 16) & 255}.${(browsers >> 8) & 255}.${browsers & 255}`;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { origin, 'content-type': 'application/json', 'x-forwarded-for': address, cookie },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return {
    body: JSON.parse(text) as Record<string, unknown>,
    cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie,
  };
}

/** A board with so many people on it, made and joined as a browser does. The first is the casusregisseur. A peer has names only. */
export async function makeBoard(server: Measured, name: string, people: number): Promise<Address[]> {
  if (server.name !== 'samenbord')
    return Array.from({ length: people }, () => ({ board: name, als: 'pmaker', cookie: '' }));
  const request = { sleutel: boardKey, titel: 'Gezin Berg', naam: 'Karim', organisatie: 'Lokaal team' };
  const made = await ask(server, '/boards', '', request);
  const maker: Address = { board: String(made.body['board']), als: String(made.body['als']), cookie: made.cookie };
  const others: Address[] = [];
  for (let index = 1; index < people; index++) others.push(await join(server, maker));
  return [maker, ...others];
}

async function join(server: Measured, maker: Address): Promise<Address> {
  const invitation = {
    naam: 'Ruben',
    rol: 'hulpverlener',
    opent: ['gedeeld', 'eigen'],
    grondslag: 'betrokkene-zelf',
    geinformeerd: 'gevraagd',
    tot: '2099-12-31',
  };
  const { body } = await ask(server, `/boards/${maker.board}/invitations?als=${maker.als}`, maker.cookie, invitation);
  const secret = { geheim: String(body['pad']).split('#')[1], code: body['code'] };
  const joined = await ask(server, '/join', '', secret);
  return { board: maker.board, als: String(joined.body['als']), cookie: joined.cookie };
}

/** The epoch of the table, as a browser asks for it before it connects. */
export async function epochOf(server: Measured, { board, als, cookie }: Address): Promise<number> {
  if (server.name !== 'samenbord') return 1;
  const { body } = await ask(server, `/boards/${board}?als=${als}`, cookie);
  const zones = body['zones'] as { zone: string; epoch: number }[];
  return zones.find(({ zone }) => zone === 'gedeeld')?.epoch ?? 1;
}
