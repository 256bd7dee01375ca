import { define } from '../define.ts';
import { fieldsOf } from '../field.ts';

const f = fieldsOf('samen');

/** One answer to one question on the way from the pattern to "zo is het goed genoeg". */
export const eindsituatie = define({
  type: 'eindsituatie',
  main: 'tekst',
  required: ['vraag'],
  fields: {
    tekst: f.text(),
    vraag: f.choice(
      'patroon-helder',
      'wat-mist',
      'wat-kan-veranderen',
      'veranderdoelen',
      'welke-hulp',
      'wie-geeft-hulp',
      'wat-compenseren',
      'hoe-compenseren',
      'krachten',
      'wens',
      'goed-genoeg',
      'beeld',
      'zes',
      'termijn',
    ),
  },
});
