import type { Ink } from '@samenbord/shared/board/board.ts';
import type { Thing } from '@samenbord/shared/board/things.ts';
import type { Intent } from '@samenbord/shared/document/intent.ts';
import type { Dice } from '../gate-dice.ts';
import { ownsWords } from './people.ts';
import type { Person } from './person.ts';
import type { Referee } from './referee.ts';
import { tokensIn } from './tokens.ts';

const professionals: readonly string[] = ['pregie', 'pgi1'];
/** A text that grows for ever is another test. */
const longest = 250;

type Scene = { readonly person: Person; readonly zone: string; readonly dice: Dice; readonly referee: Referee };

const ownerOf = (thing: Thing): Parameters<typeof ownsWords>[1] => ({
  type: thing.type,
  by: thing.by ?? '',
  vanWie: thing.vanWie,
  bevestigd: thing.bevestigd !== undefined,
});
const isWord = (thing: Thing): thing is Thing & { tekst: string } =>
  thing.type === 'notitie' || thing.type === 'patroonzin' || thing.type === 'doel';

/** May this person write in this text, as they see the board? */
function writable({ person, zone }: Scene, thing: Thing): boolean {
  if (zone !== 'gedeeld') return true;
  return thing.type !== 'notitie' || ownsWords(person.actor.id, ownerOf(thing));
}

/** Something this person does now, as they see the board. Most of it is allowed. */
export function deed(person: Person, dice: Dice, referee: Referee): void {
  const zone = person.zones.length > 1 && dice.chance(30) ? (person.zones[1] ?? 'gedeeld') : 'gedeeld';
  const scene = { person, zone, dice, referee };
  if (!(person.session.zone(zone)?.writable ?? false)) return;
  if (person.around.more?.chance(5) === true) wipe(scene);
  const roll = dice.below(100);
  if (roll < 22) create(scene);
  else if (roll < 54) type(scene);
  else if (roll < 62) erase(scene);
  else if (roll < 69) place(scene);
  else if (roll < 75) draw(scene);
  else if (roll < 81) putAway(scene);
  else if (roll < 84) choose(scene);
  else if (roll < 90) person.back(zone, dice.chance(60) ? 'undo' : 'redo');
  else if (roll < 93) say(scene);
  else if (roll < 95 && zone === 'gedeeld') mischief(scene);
  else type(scene);
}

const things = ({ person, zone }: Scene): Thing[] => [...(person.session.zone(zone)?.board().things.values() ?? [])];

function create(scene: Scene): void {
  const { person, zone, dice, referee } = scene;
  const by = person.actor.id;
  const [id, words] = [referee.token(by, zone), referee.token(by, zone)];
  const scribe = zone === 'gedeeld' && professionals.includes(by) && dice.chance(40);
  const vanWie = scribe ? dice.pick(['nadia', 'sanne']) : undefined;
  const kind = dice.pick(['notitie', 'notitie', 'patroonzin', 'doel'] as const);
  const type = zone === 'gedeeld' ? kind : 'notitie';
  const texts = { tekst: `${words.id} ` };
  const thing = { id: id.id, type, by, texts, ...(type === 'notitie' && vanWie !== undefined ? { vanWie } : {}) };
  const at = dice.chance(50) ? ({ view: 'tijdlijn', at: { x: dice.below(900), y: 1 } } as const) : undefined;
  person.act(zone, { kind: 'create', thing, place: at }, [id, words]);
}

function type(scene: Scene): void {
  const { person, zone, dice, referee } = scene;
  const open = things(scene).filter((thing) => isWord(thing) && writable(scene, thing) && thing.tekst.length < longest);
  if (open.length === 0) return create(scene);
  const thing = dice.pick(open);
  if (!isWord(thing)) return;
  const token = referee.token(person.actor.id, zone);
  const ends = [...thing.tekst.matchAll(/a\d+z|$/g)].map(({ index }) => index);
  const insert = `${token.id}${dice.pick([' ', ' 😀', 'é '])}`;
  person.act(zone, { kind: 'editText', id: thing.id, field: 'tekst', at: dice.pick(ends), remove: '', insert }, [
    token,
  ]);
}

function erase(scene: Scene): void {
  const { person, zone, dice } = scene;
  const open = things(scene).filter(
    (thing) => isWord(thing) && writable(scene, thing) && tokensIn(thing.tekst).length > 1,
  );
  if (open.length === 0) return;
  const thing = dice.pick(open);
  if (!isWord(thing)) return;
  const word = dice.pick(tokensIn(thing.tekst));
  const at = thing.tekst.indexOf(word);
  person.act(
    zone,
    { kind: 'editText', id: thing.id, field: 'tekst', at, remove: word, insert: dice.pick(['', 'x']) },
    [],
  );
}

function place(scene: Scene): void {
  const { person, zone, dice } = scene;
  const all = things(scene);
  if (all.length === 0) return;
  const at = dice.chance(15) ? undefined : { x: dice.below(5000), y: dice.below(5000) };
  person.act(zone, { kind: 'place', view: 'tijdlijn', id: dice.pick(all).id, at }, []);
}

function draw(scene: Scene): void {
  const { person, zone, dice, referee } = scene;
  const by = person.actor.id;
  const own = [...(person.session.zone(zone)?.board().ink ?? [])].filter(([, ink]) => ink.by === by);
  if (own.length > 0 && dice.chance(20)) {
    person.act(zone, { kind: 'ink', id: dice.pick(own)[0], ink: undefined }, []);
    return;
  }
  const token = referee.token(by, zone);
  const ink: Ink = { by, view: 'genogram', kleur: 'ink', vorm: 'pen', punten: [0, 0, dice.below(99), 1] };
  person.act(zone, { kind: 'ink', id: token.id, ink }, [token]);
}

/** Off the table; back on it only by whose words they are, because who took them off is not known here. */
function putAway(scene: Scene): void {
  const { person, zone, dice } = scene;
  const by = person.actor.id;
  const owns = (thing: Thing): boolean =>
    thing.type === 'notitie' && (thing.vanWie === undefined ? thing.by === by : thing.vanWie === person.actor.persoon);
  const open = things(scene).filter((thing) =>
    thing.weg ? owns(thing) : thing.type === 'notitie' && writable(scene, thing),
  );
  if (open.length === 0) return;
  const thing = dice.pick(open);
  person.act(zone, { kind: thing.weg ? 'restore' : 'remove', id: thing.id }, []);
}

/** Erases for good: from the own box anything, from the table what was taken off it before. */
function wipe(scene: Scene): void {
  const { person, zone } = scene;
  const { network, more, erase: ask } = person.around;
  if (zone === 'gedeeld' && person.actor.id !== 'pregie') return;
  const open = things(scene).filter((thing) => (zone !== 'gedeeld' || thing.weg) && tokensIn(thing.id).length > 0);
  if (open.length === 0 || more === undefined) return;
  const { id } = more.pick(open);
  network.schedule.later(more.below(200), () => ask(zone, person.actor.id, id));
}

function choose(scene: Scene): void {
  const { person, zone, dice } = scene;
  const goals = things(scene).filter(({ type }) => type === 'doel');
  if (goals.length === 0) return;
  const value = dice.chance(20) ? undefined : 1 + dice.below(9);
  person.act(zone, { kind: 'set', id: dice.pick(goals).id, field: 'prioriteit', value }, []);
}

/** Where somebody is; in a private document nobody else may hear even that. */
function say({ person, dice }: Scene): void {
  person.session.setPresence({ cursor: { view: 'tijdlijn', x: dice.below(900), y: 0 } });
}

/** Something that is not allowed, tried in earnest. */
function mischief(scene: Scene): void {
  const { person, dice, referee } = scene;
  const by = person.actor.id;
  const others = things(scene).filter((thing) => thing.type === 'notitie' && !ownsWords(by, ownerOf(thing)));
  if (others.length === 0) return;
  const thing = dice.pick(others);
  if (!isWord(thing)) return;
  person.mischief = true;
  const [word] = tokensIn(thing.tekst);
  const roll = dice.below(4);
  const text = { kind: 'editText', id: thing.id, field: 'tekst' } as const;
  if (roll <= 1 && word !== undefined)
    person.act('gedeeld', { ...text, at: thing.tekst.indexOf(word), remove: word, insert: '' }, [], false);
  else if (roll === 2 || by === 'pregie') {
    // The casusregisseur may take any card off the table: that would be no mischief.
    const token = referee.token(by, 'gedeeld', true);
    person.act('gedeeld', { ...text, at: 0, remove: '', insert: token.id }, [], false);
  } else person.act('gedeeld', { kind: 'remove', id: thing.id } satisfies Intent, [], false);
}
