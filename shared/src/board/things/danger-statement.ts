import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import * as z from 'zod';

const f = fieldsOf('feit');

/** What may happen to whom if nothing changes, in plain behaviour, paired with the safety goal and a scale. */
export const dangerStatement = define({
  type: 'danger-statement',
  makers: 'professionals',
  main: 'tekst',
  fields: {
    tekst: f.text(),
    over: f.refs(0, 30, 'persoon'),
    veiligheidsdoel: f.text(),
    cijfer: f.value(z.int().min(0).max(10)),
  },
});
