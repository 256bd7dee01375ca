import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './project.ts';

type Report = {
  readonly number_of_files: number;
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
};

/** What the linter found: how many files it read and, per rule, the places as `file:line`. */
export type Findings = { readonly files: number; readonly places: (rule: string) => string[] };

/** The linter runs on Node 26 whatever runs the tests, because its configuration is TypeScript. */
function runLinter(folder: string): Promise<Findings> {
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  const linter = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  return new Promise((resolve, reject) => {
    execFile(node, [linter, '-f', 'json'], { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const start = stdout.indexOf('{');
      if (start < 0) return reject(new Error(`the linter said nothing: ${stderr || (error?.message ?? 'no output')}`));
      const report: Report = JSON.parse(stdout.slice(start));
      resolve({
        files: report.number_of_files,
        places: (rule) =>
          report.diagnostics
            .filter((found) => found.code?.includes(`(${rule})`))
            .map((found) => `${found.filename}:${found.labels[0]?.span.line ?? 0}`),
      });
    });
  });
}

/** Lints the project itself. */
export const lintProject = (): Promise<Findings> => runLinter(root);

/**
 * Lints planted files in a throw-away folder, under the configuration of the project as it stands.
 * @param planted path from the root -> content
 */
export async function lintPlanted(planted: Readonly<Record<string, string>>): Promise<Findings> {
  const folder = mkdtempSync(join(tmpdir(), 'samenbord-lint-'));
  try {
    const configuration = ['oxlint.config.ts', 'tsconfig.json', 'package.json', 'tests/architecture/rooms.ts'];
    const packages = ['shared', 'server', 'client', 'tests'].map((name) => `${name}/tsconfig.json`);
    for (const file of [...configuration, 'tests/architecture/import-rules.ts', ...packages]) {
      cpSync(join(root, file), join(folder, file));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, content] of Object.entries(planted)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return await runLinter(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
