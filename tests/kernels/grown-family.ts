import type { Thing } from '@samenbord/shared/board/things.ts';
import { child, couple, person, thing } from './families.ts';
import { loss, twins } from './kin-families.ts';

type Member = { readonly id: string; readonly born: number; readonly line: number; unions: number; parented: boolean };

/**
 * A family that grew over five generations to so many people, by dice: people marry somebody from outside, from another branch or a
 * cousin, part and marry again, have children together and apart, twins and losses among them, and take a foster child now and then.
 */
export function grownFamily(seed: number, count: number): Thing[] {
  const draw = dice(seed);
  const things: Thing[] = [];
  const people: Member[] = [];
  const add = (born: number, line: number): Member => {
    const id = `mens-${String(people.length).padStart(3, '0')}`;
    const member = { id, born, line, unions: 0, parented: false };
    people.push(member);
    things.push(person(id, draw(12) === 0 ? undefined : String(born), { geslacht: draw(2) === 0 ? 'man' : 'vrouw' }));
    return member;
  };
  const raise = (parents: Member[], line: number): void => {
    const ouders = parents.map(({ id }) => id);
    const first = Math.max(...parents.map(({ born }) => born)) + 22 + draw(6);
    const size = Math.min(1 + draw(4), count - people.length);
    for (let at = 0; at < size; at++) {
      const born = first + 2 * at;
      const one = add(born, line);
      one.parented = true;
      things.push(child(one.id, ouders));
      if (draw(9) === 0) things.push(loss(`weg-${one.id}`, ouders, String(born + 1)));
      if (draw(14) === 0 && people.length < count) {
        const other = add(born, line);
        other.parented = true;
        things.push(child(other.id, ouders), twins(one.id, other.id));
      }
    }
  };
  const marry = (one: Member): void => {
    const fits = people.filter(
      (other) => other.line !== one.line && other.unions === 0 && Math.abs(other.born - one.born) < 6,
    );
    const found = draw(16) === 0 ? fits[draw(Math.max(1, fits.length))] : undefined;
    const other = found ?? add(one.born + draw(7) - 3, -people.length);
    one.unions++;
    other.unions++;
    const parted = draw(3) === 0;
    things.push(
      couple(one.id, other.id, {
        begonnen: String(one.born + 22 + 4 * one.unions),
        ...(parted && { einde: 'gescheiden' }),
      }),
    );
    if (draw(8) !== 0) raise([one, other], one.line);
    if (found === undefined && draw(4) === 0 && people.length + 2 < count) {
      const [ma, pa] = [add(other.born - 27, other.line), add(other.born - 29, other.line)];
      things.push(couple(ma.id, pa.id), child(other.id, [ma.id, pa.id]));
      other.parented = true;
      ma.unions++;
      pa.unions++;
    }
    if (parted && people.length + 3 < count) for (const each of [one, other]) if (draw(3) === 0) marry(each);
  };
  const [first, second] = [add(1935, 0), add(1937, -1)];
  first.unions++;
  second.unions++;
  things.push(couple(first.id, second.id));
  raise([first, second], 1);
  for (let at = 0; at < people.length && people.length < count; at++) {
    const one = people[at];
    if (one === undefined || one.unions > 0) continue;
    if (one.parented || draw(3) > 0) marry(one);
    if (at + 1 === people.length && people.length < count) raise([one], one.line);
  }
  for (const one of people.filter(({ born, parented }) => parented && born > 1990)) {
    const home = people.find(
      ({ unions, born, line }) => unions > 0 && line !== one.line && one.born - born > 22 && one.born - born < 40,
    );
    if (draw(14) === 0 && home !== undefined) things.push(child(one.id, [home.id], 'pleeg'));
  }
  const index = people.findLast(({ parented }) => parented);
  return things.map((each) =>
    each.id === index?.id && each.type === 'persoon' ? thing('persoon', each.id, { ...each, indexkind: true }) : each,
  );
}

function dice(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
