import type { Analysis } from '@samenbord/shared/verklarende-analyse/analysis.ts';
import { canonicalJson } from '@samenbord/shared/verklarende-analyse/canonical.ts';
import type { ExportMeta } from './document.ts';

/** The analysis as data for other programs: canonical JSON with its form, the hash of the version and the analysis itself. */
export function toJson(analysis: Analysis, { hash }: ExportMeta): string {
  return canonicalJson({ formaat: 'samenbord-analyse', schema: 1, hash, analyse: analysis });
}
