import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** The files that take longest, by name. On a fresh machine Vitest knows no times yet, and one of these at the end keeps all other workers waiting. */
const longest = [
  'phone',
  'overleg',
  'reload',
  'controls',
  'netwerkberaad',
  'uitval',
  'screen',
  'toegankelijk',
  'canvas',
  'simulator',
  'http-start',
  'kill',
  'imports',
  'decoders',
  'bench',
].map((name) => `/${name}.test.ts`);

const rank = ({ moduleId }: TestSpecification): number => {
  const at = longest.findIndex((end) => moduleId.endsWith(end));
  return at === -1 ? longest.length : at;
};

/** The order of Vitest, with the longest files first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
