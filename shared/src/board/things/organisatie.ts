import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('feit');

export const organisatie = define({
  type: 'organisatie',
  makers: 'professionals',
  views: ['sociogram'],
  main: 'naam',
  fields: {
    naam: f.line(120),
    soort: f.choice(
      'lokaal-team',
      'gecertificeerde-instelling',
      'jeugdhulp',
      'school',
      'gezondheidszorg',
      'justitie',
      'schulden-en-wonen',
      'vereniging',
      'anders',
    ),
  },
});
