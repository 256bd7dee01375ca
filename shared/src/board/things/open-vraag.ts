import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { vagueDate } from '../vague-date.ts';

const f = fieldsOf('samen');

/** Information that is still missing: who finds out, and by when. */
export const openVraag = define({
  type: 'open-vraag',
  main: 'tekst',
  fields: { tekst: f.text(400), wie: f.line(160), wanneer: f.value(vagueDate), antwoord: f.text(600) },
});
