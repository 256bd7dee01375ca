import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';
import * as z from 'zod';

const f = fieldsOf('samen');

export const doel = define({
  type: 'doel',
  main: 'tekst',
  fields: {
    tekst: f.text(400),
    wie: f.line(160),
    over: f.refs(0, 30, 'persoon'),
    wanneer: f.value(vagueDate),
    voortgang: f.choice('nog-niet-begonnen', 'bezig', 'gehaald', 'gestopt'),
    prioriteit: f.value(z.int().min(1).max(9)),
    /** The link of the pattern that this goal breaks. */
    doorbreekt: f.ref('verband'),
  },
});
