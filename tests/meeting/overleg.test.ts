import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { download, openMeeting, Overleg, scan } from '../support/overleg/overleg.ts';
import {
  children,
  couples,
  differs,
  marker,
  omdat,
  pattern,
  people,
  scribe,
  sentence,
  spots,
  wish,
  years,
} from '../support/overleg/story.ts';
import { comeIn, TableHands } from '../support/overleg/table-hands.ts';
import { saw } from '../support/people.ts';

let overleg: Overleg;

beforeAll(async () => {
  overleg = await Overleg.open();
});

/** What everybody saw when it went wrong. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const person of overleg.everyone()) await overleg.picture(person, `mis-${task.name.slice(0, 2)}`);
});

afterAll(async () => {
  await overleg.close();
});

test('M1 the casusregisseur makes an empty board, draws three generations and invites everybody with a link and six digits', async () => {
  const { karim, marloes, jolanda, kim, dennis, scherm } = overleg.people;
  const key = new URL(overleg.server.links.get('nieuw bord') ?? '').hash;
  const { page } = karim;
  await page.goto(`${overleg.front.origin}/nieuw${key}`);
  await page.getByLabel('Hoe heet het bord?').fill('Het gezin van Kim en Bas');
  await page.getByLabel(/^(Uw|Je) naam/).fill('Karim');
  await page.getByLabel(/^(Uw|Je) organisatie/).fill('Lokaal team Noord');
  await page.getByRole('button', { name: 'Maak het bord' }).click();
  const hands = overleg.canvas(karim);
  await page.waitForURL(/\/bord\//);
  await openMeeting(karim);
  await hands.view('Genogram');
  await overleg.picture(karim, 'leeg');
  for (const { naam, geslacht, geboren, ...rest } of people) {
    await hands.make(
      'Persoon',
      {
        Naam: naam,
        'Man, vrouw of anders': geslacht,
        Geboren: geboren,
        ...('index' in rest ? { 'Om dit kind gaat het': 'ja' } : {}),
      },
      spots[naam],
    );
    await hands.sees(naam);
  }
  for (const { een, twee, vorm, ...rest } of couples) {
    await hands.connect('Partners', een, twee, {
      'Wat voor relatie?': vorm,
      ...('einde' in rest ? { 'Is het voorbij?': rest.einde } : {}),
    });
  }
  for (const { kind, ouder, andere } of children) {
    await hands.connect('Kind van', kind, ouder, {
      'Wat voor ouder?': 'Eigen ouder (biologisch)',
      'Samen met welke andere ouder?': andere,
    });
  }
  await overleg.picture(karim, 'genogram');
  const table = new TableHands(page);
  await table.open();
  const guests = [
    [
      marloes,
      {
        naam: 'Marloes',
        rol: 'medewerker van de gecertificeerde instelling (jeugdbescherming)',
        organisatie: 'Jeugdbescherming West',
      },
    ],
    [jolanda, { naam: 'Jolanda', rol: 'ouder met gezag', persoon: 'Jolanda' }],
    [kim, { naam: 'Kim', rol: 'kind of jongere', persoon: 'Kim' }],
    [dennis, { naam: 'Dennis', rol: 'ouder zonder gezag', persoon: 'Dennis' }],
    [scherm, { naam: 'Groot scherm', rol: 'groot scherm in de kamer' }],
  ] as const;
  for (const [guest, form] of guests) {
    const link = await table.invite(form);
    await comeIn(guest.page, link);
    expect(guest.page.url()).not.toContain(new URL(link.url).hash.slice(1));
  }
  await overleg.picture(karim, 'tafel');
  await overleg.canvas(marloes).view('Genogram');
  for (const { naam } of people) await overleg.canvas(marloes).sees(naam);
});

test('M2 ten years of tijdlijn and the pattern of the family grow under six pairs of hands, and everybody sees each change', async () => {
  const { karim, marloes, jolanda, kim, dennis, scherm } = overleg.people;
  const gi = overleg.canvas(marloes);
  await gi.view('Tijdlijn');
  await overleg.canvas(karim).view('Tijdlijn');
  for (const { tool, ...answers } of years) {
    await gi.make(tool, answers);
    await overleg.seenBy(Object.values(answers)[0] ?? '', overleg.others(marloes));
  }
  await overleg.picture(marloes, 'tijdlijn');
  const lead = overleg.canvas(karim);
  await lead.view('Gezinspatroon');
  await gi.view('Gezinspatroon');
  // The first ring: what the child does, in her own words, from her own phone.
  await overleg.phone(kim).putOnTable({
    kind: 'Dit is moeilijk',
    text: pattern.gedragKim,
    about: 'Kim',
    where: 'in het patroon: wat het kind doet',
  });
  await overleg.seenBy(pattern.gedragKim, overleg.others(kim));
  await gi.make('Meegemaakt door kind', {
    'In je eigen woorden': pattern.ontwikkelingKim,
    'Bij wie hoort dit?': 'Kim',
  });
  await overleg.seenBy(pattern.ontwikkelingKim, overleg.others(marloes));
  await overleg.phone(jolanda).putOnTable({
    kind: 'Dit is moeilijk',
    text: pattern.gedragJolanda,
    about: 'Jolanda',
    where: 'in het patroon: wat de ouder doet',
  });
  await overleg.seenBy(pattern.gedragJolanda, overleg.others(jolanda));
  await lead.make('Meegemaakt door ouder', {
    'In je eigen woorden': pattern.ontwikkelingJolanda,
    'Bij wie hoort dit?': 'Jolanda',
  });
  await overleg.seenBy(pattern.ontwikkelingJolanda, overleg.others(karim));
  await overleg.phone(dennis).putOnTable({
    kind: 'Dit is moeilijk',
    text: pattern.gedragDennis,
    about: 'Dennis',
    where: 'in het patroon: wat de ouder doet',
  });
  await overleg.seenBy(pattern.gedragDennis, overleg.others(dennis));
  await gi.make('Problemen in het gezin', { 'In je eigen woorden': pattern.problemen });
  await overleg.seenBy(pattern.problemen, overleg.others(marloes));
  await gi.make('Hulp', { 'In je eigen woorden': pattern.hulp });
  await overleg.seenBy(pattern.hulp, overleg.others(marloes));
  await lead.connect('Verband', pattern.gedragJolanda, pattern.gedragKim, { 'Omdat …': omdat });
  await overleg.seenBy(omdat, overleg.others(karim));
  await lead.make('Patroonzin', { 'In ons gezin gaat het vaak zo …': sentence });
  await overleg.seenBy(sentence, overleg.others(karim));
  await overleg.phone(kim).putOnTable({ kind: 'Ik wil graag', text: wish });
  await overleg.seenBy(wish, [jolanda, dennis]);
  await overleg.picture(karim, 'gezinspatroon');
  await overleg.picture(scherm, 'gezinspatroon');
  await lead.view('Driehoek');
  await overleg.phone(jolanda).putOnTable({
    kind: 'Dit gaat goed',
    text: 'Wij eten elke avond samen',
    about: 'Kim',
    where: 'bij het opvoeden',
  });
  await overleg.seenBy('Wij eten elke avond samen', [karim, scherm, kim, dennis]);
  await overleg.picture(karim, 'driehoek');
  expect(overleg.delays.length).toBeGreaterThan(70);
});

test('M3 the scribe types for the mother, she makes it her own words, and after "zo bedoel ik het" nobody else changes them', async () => {
  const { karim, marloes, jolanda, scherm } = overleg.people;
  const lead = overleg.canvas(karim);
  await lead.view('Gezinspatroon');
  await lead.make('Gedrag ouder', {
    'In je eigen woorden': scribe.first,
    'Bij wie hoort dit?': 'Jolanda',
    'Van wie zijn deze woorden?': 'Jolanda',
  });
  const phone = jolanda.page;
  await overleg.phone(jolanda).place('Nu');
  const waits = phone.getByRole('region', { name: /Dit wacht op/ });
  await waits.getByText(scribe.first).waitFor();
  await overleg.picture(jolanda, 'nu');
  await waits.getByRole('button', { name: 'Ik pas het aan' }).click();
  await phone.getByRole('textbox').first().fill(scribe.meant);
  await phone.getByRole('button', { name: 'Zo bedoel ik het' }).click();
  await overleg.seenBy(scribe.meant, [karim, marloes, scherm]);
  // The scribe typed it, and can no longer change it.
  await lead.open(scribe.meant);
  await karim.page
    .getByText(/Dit zijn de woorden van Jolanda/)
    .first()
    .waitFor();
  expect(await karim.page.locator('form.canvas-form textarea').count()).toBe(0);
  await karim.page.keyboard.press('Escape');
});

test('M4 what the father keeps in his own box is in no byte that anybody else received', async () => {
  const { dennis } = overleg.people;
  await overleg.phone(dennis).keepForMe({ kind: 'Iets anders', text: marker });
  await overleg.phone(dennis).place('Mijn');
  await overleg.phone(dennis).sees(marker);
  await overleg.picture(dennis, 'mijn');
  await dennis.page.reload();
  await overleg.phone(dennis).place('Mijn');
  await overleg.phone(dennis).sees(marker);
  expect(saw(dennis.sent, marker), 'the search itself works: his own browser sent it').toBe(true);
  await expect.poll(() => saw(dennis.received, marker), { message: 'and received it again' }).toBe(true);
  const others = overleg.everyone().filter((person) => person !== dennis);
  expect(others.filter((person) => saw(person.received, marker)).map(({ name }) => name)).toEqual([]);
  expect(overleg.server.output()).not.toContain(marker);
});

test('M7 who scans the code in the room waits at the door until the casusregisseur says who it is', async () => {
  const { karim, greet } = overleg.people;
  await new TableHands(karim.page).open();
  await karim.page.getByRole('button', { name: 'Laat de code zien' }).click();
  const address = await scan(karim.page.getByRole('dialog').getByRole('img'));
  expect(new URL(address).origin).toBe(overleg.front.origin);
  await karim.page.keyboard.press('Escape');
  await greet.page.goto(address);
  expect(greet.page.url()).not.toContain(new URL(address).hash.slice(1));
  await greet.page.getByRole('textbox').fill('Greet');
  await greet.page.getByRole('button', { name: 'Ik ben er' }).click();
  await greet.page.getByText(/Wacht nog even/).waitFor();
  await overleg.picture(greet, 'wachtkamer');
  expect(greet.page.url()).not.toContain('/bord/');
  await karim.page.getByRole('button', { name: 'Wie is dit?' }).click();
  await new TableHands(karim.page).admit({ naam: 'Greet', rol: 'familie, vriend of bekende', persoon: 'Greet' });
  await greet.page.waitForURL(/\/bord\//);
  await overleg.phone(greet).place('Nu');
  await overleg.phone(greet).putOnTable({ kind: 'Dit gaat goed', text: 'Kim komt elke zondag bij ons eten' });
});

test('M5 a version is frozen, positions are given and one differs, and the PDF holds all of it', async () => {
  const { karim, jolanda, kim } = overleg.people;
  const { page } = karim;
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('button', { name: 'Analyse', exact: true }).click();
  await page.getByLabel(/Hoe heet deze versie/).fill('Na het eerste overleg');
  await page.getByRole('button', { name: 'Leg deze versie vast' }).click();
  await page.getByRole('heading', { name: /^Versie 1/ }).waitFor();
  await overleg.position(jolanda, 'J', 'Dit klopt voor mij');
  await overleg.position(kim, 'D', 'Ik zie het anders', differs);
  await overleg.picture(kim, 'analyse');
  await page.reload();
  await page.getByRole('heading', { name: /^Versie 1/ }).waitFor();
  await overleg.picture(karim, 'analyse');
  const link = await page.getByRole('link', { name: /PDF/ }).getAttribute('href');
  const file = join(tmpdir(), `samenbord-${overleg.server.port}.pdf`);
  writeFileSync(file, await download(karim, link ?? ''));
  const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
  const flat = text.replaceAll(/\s+/g, ' ');
  const told = [
    ...people.map(({ naam }) => naam),
    ...years.map((year) => Object.values(year)[1] ?? ''),
    ...Object.values(pattern),
    scribe.meant,
    sentence,
    wish,
    omdat.replace(/^omdat /, ''),
    differs,
    'Wij eten elke avond samen',
  ];
  for (const words of told) expect(flat, words).toContain(words);
  expect(flat).not.toContain(marker);
  expect(flat).not.toContain(scribe.first);
  const info = execFileSync('pdfinfo', [file]).toString();
  expect(info).toMatch(/Tagged:\s+yes/);
  const { hash } = JSON.parse((await download(karim, (link ?? '').replace('.pdf', '.json'))).toString()) as {
    hash: string;
  };
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(text.replaceAll(/\s/g, '')).toContain(hash);
});

test('M6 no browser asked anything of another origin, and nothing broke in any page', () => {
  for (const person of overleg.everyone()) {
    const elsewhere = person.asked.filter(
      (url) => !/^(data|blob):/.test(url) && new URL(url).hostname !== new URL(overleg.front.origin).hostname,
    );
    expect(elsewhere, person.name).toEqual([]);
    expect(person.asked.length, person.name).toBeGreaterThan(5);
    // The canvas SDK tries to greet its maker; our policy stops that before it leaves, which it reports as a failed fetch (decision 0007).
    expect(
      person.errors.filter((error) => error !== 'Failed to fetch'),
      person.name,
    ).toEqual([]);
  }
  const sorted = overleg.delays.toSorted((a, b) => a - b);
  const at = (part: number): number => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0);
  console.log(
    `seen by others after ${at(0.5)} ms (median), ${at(0.95)} ms (p95), ${Math.round(sorted.at(-1) ?? 0)} ms (slowest) of ${sorted.length}`,
  );
});
