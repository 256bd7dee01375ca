import type { Board } from '@samenbord/shared/board/board.ts';
import { boardFile, joinRequest, positionRequest } from '@samenbord/shared/wire/http.ts';
import { readAddress } from '@samenbord/server/rooms/upgrade.ts';
import { fromBoardFile } from '@samenbord/server/routes/board-file.ts';
import { readJson } from '@samenbord/server/routes/read-json.ts';
import { Refusal } from '@samenbord/server/sign-in/refusal.ts';
import { tokenFrom } from '@samenbord/server/sign-in/session.ts';
import type { Dice } from '../gate-dice.ts';
import { actors } from '../gate-room.ts';
import { broken, strangeJson } from './broken.ts';

const emptyBoard: Board = { things: new Map(), places: new Map(), ink: new Map(), unknown: [] };
const address = '/sync/bord/eigen%3Apmoeder/12?als=pmoeder&v=1';
const cookie = `a=b; samenbord=${'A'.repeat(43)}; c="d"`;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** What an address, a cookie and a body of JSON may do: be read, or be refused in the way that is meant. Gives what they did else. */
export async function readStrangeTexts(dice: Dice, example: unknown): Promise<string[]> {
  const problems: string[] = [];
  const demand = (about: string, read: () => boolean): void => {
    try {
      if (!read()) problems.push(about);
    } catch (error) {
      problems.push(`${about}: ${String(error)}`);
    }
  };
  const url = text(broken(Buffer.from(address), dice));
  demand(`address ${url}`, () => {
    const read = readAddress(url);
    return read === undefined || (/^[\w-]+$/.test(read.board) && /^p[a-z0-9]+$/.test(read.als) && read.epoch >= 0);
  });
  const header = text(broken(Buffer.from(cookie), dice));
  demand(`cookie ${header}`, () => {
    const read = tokenFrom(header, dice.chance(50));
    return read === undefined || /^[A-Za-z0-9_-]+$/.test(read);
  });
  const body = dice.chance(50)
    ? JSON.stringify(strangeJson(example, dice))
    : broken(Buffer.from(JSON.stringify(example)), dice);
  problems.push(...(await readBody(body)));
  return problems;
}

async function readBody(body: string | Uint8Array): Promise<string[]> {
  const headers = { 'content-type': 'application/json' };
  const bytes = typeof body === 'string' ? body : new Uint8Array(body);
  try {
    const value = await readJson(new Request('http://bord/', { method: 'POST', headers, body: bytes }), 100_000);
    for (const schema of [joinRequest, positionRequest]) schema.safeParse(value);
    const file = boardFile.safeParse(value);
    if (file.success) fromBoardFile(file.data, emptyBoard, actors.regie);
    return [];
  } catch (error) {
    return error instanceof Refusal
      ? []
      : [`body ${String(error)}: ${Buffer.from(body).toString('hex').slice(0, 400)}`];
  }
}
