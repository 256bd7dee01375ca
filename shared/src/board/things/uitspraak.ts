import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';
import { statement } from '../statement.ts';

const f = fieldsOf('woorden');

export const uitspraak = define({
  type: 'uitspraak',
  main: 'tekst',
  fields: { tekst: f.text(600), ...statement('woorden') },
});
