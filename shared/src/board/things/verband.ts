import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('woorden');

/** One thing leads to another, because: between lines of the pattern or between factors of the triangle. */
export const verband = define({
  type: 'verband',
  views: ['gezinspatroon', 'caf-driehoek'],
  main: 'omdat',
  required: ['van', 'naar'],
  fields: { van: f.ref('patroonblok', 'factor'), naar: f.ref('patroonblok', 'factor'), omdat: f.text(300) },
});
