import { expect, test } from 'vitest';
import { boardFacts, invitationRequest, participantEntry } from './http.ts';
import { definitions, thingTypes } from '../board/things.ts';

/** Words in the name of a field that would hold where somebody lives, is reached, or goes to school. */
const reach =
  /adres|straat|huisnummer|postcode|woonplaats|plaats|telefoon|mobiel|nummer|e-?mail|school|klas|werkgever|club|sport|bsn|locatie/i;

test('T47 nobody on a board has an address, a telephone number or a school: no form asks for it', () => {
  const fields = thingTypes.flatMap((type) => Object.keys(definitions[type].fields).map((name) => `${type}.${name}`));
  expect(fields).toContain('persoon.naam');
  expect(fields.filter((name) => reach.test(name))).toEqual([]);
  const asked = [invitationRequest, participantEntry, boardFacts].flatMap((schema) => Object.keys(schema.shape));
  expect(asked).toContain('naam');
  expect(asked.filter((name) => reach.test(name))).toEqual([]);
});
