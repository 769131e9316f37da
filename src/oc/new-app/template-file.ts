import type { KubeObject } from '../../api/meta.ts';
import { goQuote } from '../go-quote.ts';
import type { OcHost } from '../host.ts';

/** The template in a file: nothing where there is no such file, an error where it is of no use. */
export async function readTemplateFile(host: OcHost, path: string): Promise<KubeObject | Error | undefined> {
  const address = /^https?:\/\/([^/:]+)/.exec(path);
  if (address) {
    const unreachable = `Get ${goQuote(path)}: dial tcp: lookup ${address[1]} on 10.255.255.53:53: no such host`;
    return new Error(`unable to load template file ${goQuote(path)}: ${unreachable}`);
  }
  if (path !== '-' && (!(await host.files.exists(path)) || (await host.files.isDirectory(path)))) return undefined;
  try {
    const { parseYaml } = await import('../yaml-documents.ts');
    const object = parseYaml(path === '-' ? host.stdin : await host.files.read(path)) as KubeObject | null;
    return object?.kind === 'Template' ? object : new Error(`object in ${goQuote(path)} is not a template`);
  } catch (error) {
    return new Error(`unable to load template file ${goQuote(path)}: ${(error as Error).message}`);
  }
}
