import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import * as z from 'zod';

const f = fieldsOf('woorden');

/**
 * What somebody or something means to a child, in somebody's eyes: a statement, so it says according to whom, and two people may see the same tie otherwise.
 * The sociogram is drawn from these.
 */
export const band = define({
  type: 'band',
  views: ['sociogram'],
  main: 'kan',
  required: ['kind', 'met'],
  fields: {
    kind: f.ref('persoon'),
    met: f.ref('persoon', 'organisatie', 'huisdier'),
    nabijheid: f.choice('heel-dichtbij', 'dichtbij', 'verder-weg', 'ver-weg'),
    soort: f.choice('vertrouwen', 'zorg-en-opvoeding', 'praktische-hulp', 'gezellig-samen', 'begeleiding', 'spanning'),
    sterkte: f.choice('sterk', 'gewoon', 'zwak', 'verbroken'),
    kan: f.text(400),
    kanNiet: f.text(400),
    /** This person cares that it goes well with the child. */
    wilDatHetGoedGaat: f.value(z.boolean()),
    /** This person wants a part in it. */
    wilMeedoen: f.value(z.boolean()),
  },
});
