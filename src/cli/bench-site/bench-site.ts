import { fileURLToPath } from 'node:url';
import { buildManyPages, compareBuilds } from './build-figures.ts';
import { figureTable } from './figure-table.ts';
import { lostPoints, measuredPages, measurePages, type PageKind, pageRows } from './page-figures.ts';
import { readSiteArguments } from './site-arguments.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Prints figures of the site. They are compared with goals by whoever reads them: only what cannot be measured is an error. */
export async function benchSite(given: readonly string[]): Promise<void> {
  const { parts, languages, runs } = readSiteArguments(given);
  const kinds = (Object.keys(measuredPages) as readonly PageKind[]).filter((kind) => parts.includes(kind));
  if (kinds.length > 0) {
    const pages = await measurePages(`${project}dist`, kinds, languages, runs);
    print(pageRows(pages));
    console.log(`${['What costs points:', ...lostPoints(pages)].join('\n  ')}\n`);
  }
  if (parts.includes('build')) print(await compareBuilds(project, runs));
  if (parts.includes('many')) print(await buildManyPages(project));
}

const print = (rows: readonly (readonly string[])[]) => console.log(`${figureTable(rows)}\n`);
