import { helpAnswer } from '@samenbord/shared/wire/http-home.ts';
import { openAct } from './act.ts';
import type { Deps } from './deps.ts';

/** Whom to call in danger, as whoever runs this server set it. Everybody may ask; it says nothing about anybody. */
export const help = ({ settings }: Deps) =>
  openAct({
    summary: 'Wie je belt bij gevaar',
    answer: helpAnswer,
    run: () => Promise.resolve({ lijnen: [...settings.helpLines] }),
  });
