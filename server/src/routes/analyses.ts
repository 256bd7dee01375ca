import type { Analysis } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import { defaultLimits as limits } from '../limits.ts';
import { analysisFor } from '../analyses/analysis-for.ts';
import { toHtml } from '../exports/html.ts';
import { toJson } from '../exports/json.ts';
import { PdfError, toPdf } from '../exports/pdf.ts';
import { createLimiter } from '../sign-in/limiter.ts';
import { Refusal } from '../sign-in/refusal.ts';
import { fileAct } from './act.ts';
import type { Deps } from './deps.ts';

type Form = {
  readonly media: string;
  readonly shown: 'inline' | 'attachment';
  readonly make: (analysis: Analysis, hash: string) => Promise<string | Uint8Array>;
};

/** The HTML carries styles of its own, which no page of ours may: it is a file to keep, not a page to visit. */
const forms: Readonly<Record<string, Form>> = {
  json: { media: 'application/json', shown: 'attachment', make: async (analysis, hash) => toJson(analysis, { hash }) },
  html: {
    media: 'text/html; charset=utf-8',
    shown: 'attachment',
    make: async (analysis, hash) => toHtml(analysis, { hash }),
  },
  pdf: { media: 'application/pdf', shown: 'inline', make: makePdf },
};

async function makePdf(analysis: Analysis, hash: string): Promise<Uint8Array> {
  try {
    return await toPdf(analysis, { hash });
  } catch (error) {
    throw error instanceof PdfError ? new Refusal('pdf-lukt-niet', { retryAfter: 5 }) : error;
  }
}

/** `analyses/<version>.json`, `.html` or `.pdf`: the analysis as this reader may see it. All carry the hash of the version, in the file and as ETag. */
export const analysisFile = ({ storage, audit, clock }: Deps) => {
  const limiter = createLimiter({ max: limits.analysesPerMinute, windowMs: 60_000, clock });
  return fileAct({
    summary: 'De verklarende analyse van een versie (.json, .html of .pdf)',
    media: Object.values(forms).map(({ media }) => media.split(';')[0] ?? media),
    async run({ who, param }) {
      const [, id, extension] = /^([a-z0-9-]{3,40})\.([a-z]{3,4})$/.exec(param('file')) ?? [];
      if (id === undefined || extension === undefined || !Object.hasOwn(forms, extension))
        throw new Refusal('niet-gevonden');
      const form = forms[extension];
      const { rol, persoon } = who.actor;
      const found = form && (await analysisFor(storage, who.board.id, id, { id: who.actor.id, rol, persoon }));
      if (form === undefined || found === undefined) throw new Refusal('versie-onbekend');
      limiter.take(who.actor.id);
      const made = await form.make(found.analysis, found.hash);
      await audit({ board: who.board.id, participant: who.actor.id, action: 'analyse-geopend', object: id });
      const headers = new Headers({
        'Content-Type': form.media,
        'Content-Disposition': `${form.shown}; filename="verklarende-analyse.${extension}"`,
        ETag: `"${found.hash}"`,
      });
      return new Response(typeof made === 'string' ? made : new Uint8Array(made), { headers });
    },
  });
};
