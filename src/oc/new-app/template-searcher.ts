import type { ApiClient } from '../../api/client.ts';
import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import { goQuote } from '../go-quote.ts';
import type { OcHost } from '../host.ts';
import { type ComponentMatch, proximityScore, type Searcher, type SearchResult } from './component-match.ts';
import { readTemplateFile } from './template-file.ts';

export const templateResource = { group: 'template.openshift.io', version: 'v1', resource: 'templates' } as const;

/** Looks among the templates of the project and of `openshift` (oc pkg/helpers/newapp/app/templatelookup.go TemplateSearcher). */
export function templateSearcher(client: ApiClient, namespaces: readonly string[]): Searcher {
  return { type: 'templates loaded in accessible projects', search: async (precise, term) => searchTemplates(client, namespaces, precise, term) };
}

function searchTemplates(client: ApiClient, projects: readonly string[], precise: boolean, term: string): SearchResult {
  const parts = term.split('/');
  if (parts.length > 2) return { matches: [], errors: [] };
  const [name = '', namespaces] = parts.length === 2 ? [parts[1], [parts[0] ?? '']] : [parts[0], projects];
  const matches: ComponentMatch[] = [];
  const errors: Error[] = [];
  for (const namespace of namespaces) {
    try {
      const found = matchesInNamespace(client, namespace, name, term);
      matches.push(...found);
      if (precise && found.some(({ score }) => score === 0)) break;
    } catch (error) {
      if (!(error instanceof StatusError)) throw error;
      if (error.status.reason !== 'NotFound' && error.status.reason !== 'Forbidden') errors.push(error);
    }
  }
  return { matches, errors };
}

function matchesInNamespace(client: ApiClient, namespace: string, name: string, term: string): readonly ComponentMatch[] {
  const scored = client.list(templateResource, namespace).items.map((template) => ({ template, score: proximityScore(template.metadata.name, name) }));
  return scored.filter(({ score }) => score < 0.3).map(({ template, score }) => templateMatch(template, score, term));
}

function templateMatch(template: KubeObject, score: number, term: string): ComponentMatch {
  const { namespace = '', name } = template.metadata;
  const fullName = `${namespace}/${name}`;
  const description = `Template ${goQuote(name)} in project ${goQuote(namespace)}`;
  return { value: term, argument: `--template=${goQuote(fullName)}`, name: fullName, description, score, template };
}

/** Takes the value for a file or an address with a template in it (TemplateFileSearcher). */
export function templateFileSearcher(host: OcHost): Searcher {
  return { type: 'template files', search: (_precise, term) => searchTemplateFile(host, term) };
}

async function searchTemplateFile(host: OcHost, term: string): Promise<SearchResult> {
  const found = await readTemplateFile(host, term);
  if (found === undefined) return { matches: [], errors: [] };
  if (found instanceof Error) return { matches: [], errors: [found] };
  const { name } = found.metadata;
  const match = { value: term, argument: `--file=${goQuote(name)}`, name, description: `Template file ${term}`, score: 0, template: found };
  return { matches: [match], errors: [] };
}
