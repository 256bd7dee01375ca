import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { day } from '../vague-date.ts';
import * as z from 'zod';

const f = fieldsOf('feit');

/** Outcome of a safety assessment for one child. Who is responsible and who carried it out are two facts. */
export const veiligheidsstatus = define({
  type: 'veiligheidsstatus',
  makers: 'professionals',
  main: 'toelichting',
  required: ['kind', 'datum', 'uitkomst'],
  fields: {
    kind: f.ref('persoon'),
    datum: f.value(day),
    uitkomst: f.choice('veilig', 'onveilig', 'direct-veiligstellen'),
    /** 0-10; a described 6 is good enough. */
    cijfer: f.value(z.int().min(0).max(10)),
    beoordelaar: f.line(120),
    verantwoordelijk: f.line(120),
    instrument: f.line(120),
    toelichting: f.text(),
  },
});
