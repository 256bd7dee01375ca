import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';
import * as z from 'zod';

const f = fieldsOf('feit');

export const partnerrelatie = define({
  type: 'partnerrelatie',
  makers: 'professionals',
  views: ['genogram'],
  main: 'toelichting',
  required: ['partners'],
  fields: {
    partners: f.refs(2, 2, 'persoon'),
    vorm: f.choice(
      'getrouwd',
      'geregistreerd-partnerschap',
      'samenwonend',
      'relatie',
      'lat-relatie',
      'verloofd',
      'affaire',
      'geheim',
    ),
    einde: f.choice('uit-elkaar', 'gescheiden', 'overleden', 'nietig'),
    /** They are family of one another, also where the board does not show how. */
    bloedverwant: f.value(z.boolean()),
    begonnen: f.value(vagueDate),
    geeindigd: f.value(vagueDate),
    toelichting: f.line(160),
  },
});
