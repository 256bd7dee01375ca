import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('feit');

export const partnerrelatie = define({
  type: 'partnerrelatie',
  makers: 'professionals',
  views: ['genogram'],
  main: 'toelichting',
  required: ['partners'],
  fields: {
    partners: f.refs(2, 2, 'persoon'),
    vorm: f.choice('getrouwd', 'geregistreerd-partnerschap', 'samenwonend', 'relatie', 'verloofd', 'affaire'),
    einde: f.choice('uit-elkaar', 'gescheiden', 'overleden'),
    begonnen: f.value(vagueDate),
    geeindigd: f.value(vagueDate),
    toelichting: f.line(160),
  },
});
