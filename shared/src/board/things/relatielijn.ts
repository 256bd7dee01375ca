import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('woorden');

/** How somebody sees the tie between two people: a statement, so it says according to whom. Directed from `van` to `naar`. */
export const relatielijn = define({
  type: 'relatielijn',
  views: ['genogram'],
  main: 'toelichting',
  required: ['van', 'naar', 'soort'],
  fields: {
    van: f.ref('persoon', 'huisdier', 'organisatie'),
    naar: f.ref('persoon', 'huisdier', 'organisatie'),
    soort: f.choice(
      'hecht',
      'zeer-hecht',
      'afstandelijk',
      'verbroken',
      'hersteld',
      'conflict',
      'vijandig',
      'hecht-en-vijandig',
      'versmolten-en-vijandig',
      'gericht-op',
      'verzorgend',
      'emotioneel-geweld',
      'lichamelijk-geweld',
      'seksueel-geweld',
    ),
    toelichting: f.line(200),
  },
});
