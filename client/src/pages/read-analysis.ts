import type { Analysis } from '@samenbord/shared/verklarende-analyse/analysis.ts';

/** Takes what the server gives as JSON for one version and reader; the analysis stands in it under `analyse`. */
export const readAnalysis = {
  safeParse(value: unknown): { success: true; data: Analysis } | { success: false } {
    const { analyse } = typeof value === 'object' && value !== null ? (value as { analyse?: unknown }) : {};
    return isAnalysis(analyse) ? { success: true, data: analyse } : { success: false };
  },
};

/** Our own server made it by the same types; only its outline is looked at. */
function isAnalysis(value: unknown): value is Analysis {
  if (typeof value !== 'object' || value === null) return false;
  const { delen, geheel, opmerkingen } = value as { delen?: unknown; geheel?: unknown; opmerkingen?: unknown };
  return Array.isArray(delen) && typeof geheel === 'object' && Array.isArray(opmerkingen);
}
