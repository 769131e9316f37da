import { type Document, parseDocument, type YAMLParseError } from 'yaml';
import { deepestValue, goJsonValues, tooDeep } from '../api/go-json-error.ts';
import { goYamlTags } from './go-yaml-tags.ts';

/** What a text holds before the first thing that is wrong with it, if anything is. */
export interface Documents {
  readonly values: readonly unknown[];
  readonly problem: string | undefined;
}

/** The values of a YAML or JSON stream, one a document; empty documents are left out (apimachinery util/yaml YAMLOrJSONDecoder). */
export function yamlDocuments(text: string): Documents {
  const { values, problem } = text.trimStart().startsWith('{') ? goJsonValues(text) : yamlValues(text);
  return { values: values.filter((value) => value !== null && value !== undefined), problem };
}

/** One YAML value. Throws go-yaml's words. */
export function parseYaml(text: string): unknown {
  const document = parsed(text);
  if (document.errors.some(({ message }) => /call stack|recursion/.test(message))) throw new Error(`yaml: ${tooDeep} of ${deepestValue}`);
  if (document.errors.length > 0) throw new Error(complaint(document.errors));
  const value = plainValue(document);
  if (isTooDeep(value)) throw new Error(`yaml: ${tooDeep} of ${deepestValue}`);
  return value;
}

function parsed(text: string): Document.Parsed {
  try {
    return parseDocument(text, { merge: true, version: '1.1', uniqueKeys: false, schema: 'core', customTags: goYamlTags });
  } catch (error) {
    if (error instanceof RangeError) throw new Error(`yaml: ${tooDeep} of ${deepestValue}`);
    throw error;
  }
}

function plainValue(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof RangeError) throw new Error(`yaml: ${tooDeep} of ${deepestValue}`);
    // aliases of aliases, each naming the one before ten times: a few lines that would fill the memory
    if (/Excessive alias count/.test(message)) throw new Error('yaml: document contains excessive aliasing');
    throw new Error(`yaml: unknown anchor '${/anchor[^:]*: (\S+)/.exec(message)?.[1] ?? ''}' referenced`);
  }
}

/** Deeper than anything that reads it can go down; an anchor that contains itself has no end at all. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestValue) return true;
    level = [...new Set(level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : [])))];
  }
  return false;
}

function yamlValues(text: string): Documents {
  const values: unknown[] = [];
  const { chunks, problem } = documentChunks(text);
  for (const chunk of chunks) {
    try {
      values.push(parseYaml(chunk));
    } catch (error) {
      return { values, problem: `error converting YAML to JSON: ${(error as Error).message}` };
    }
  }
  return { values, problem };
}

/** Cuts at lines that begin with `---`, wherever they are; lines are counted anew in each document. (YAMLReader.Read) */
function documentChunks(text: string): { readonly chunks: readonly string[]; readonly problem: string | undefined } {
  const chunks: string[] = [];
  let chunk = '';
  for (const line of text.replace(/\n$/, '').split('\n')) {
    if (line.startsWith('---')) {
      const rest = line.slice(3).trim();
      if (rest !== '' && !rest.startsWith('#')) return { chunks, problem: `invalid Yaml document separator: ${rest}` };
      if (chunk !== '') {
        chunks.push(chunk);
        chunk = '';
        continue;
      }
    }
    chunk += `${line.replace(/\r$/, '')}\n`;
  }
  return { chunks: [...chunks, chunk], problem: undefined };
}

/** What go-yaml says: its scanner counts lines from 1, its parser from 0, and neither names the first line. */
function complaint(errors: readonly YAMLParseError[]): string {
  const [first] = errors;
  const multiline = errors.find(({ code }) => code === 'MULTILINE_IMPLICIT_KEY');
  const at = (multiline ? multiline.linePos?.[1] : undefined) ?? first?.linePos?.[0];
  const { text, isScanner } = words(first);
  const line = (at?.line ?? 1) - 1;
  return `yaml: ${line === 0 ? '' : `line ${isScanner ? line + 1 : line}: `}${text}`;
}

interface Words {
  readonly text: string;
  readonly isScanner: boolean;
}

const scanner = (text: string): Words => ({ text, isScanner: true });
const parser = (text: string): Words => ({ text, isScanner: false });

function words(error: YAMLParseError | undefined): Words {
  const message = error?.message ?? '';
  switch (error?.code) {
    case 'TAB_AS_INDENT':
    case 'BAD_SCALAR_START':
      return scanner('found character that cannot start any token');
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return scanner('mapping values are not allowed in this context');
    case 'MISSING_CHAR':
      return /quote/.test(message) ? scanner('found unexpected end of stream') : missingBracket(message);
    case 'BAD_DQ_ESCAPE':
      return scanner('found unknown escape character');
    case 'BAD_INDENT':
      return /^Flow/.test(message) ? missingBracket(message) : parser('did not find expected key');
    default:
      return /sequence|seq/.test(message) ? parser("did not find expected '-' indicator") : parser('did not find expected key');
  }
}

const missingBracket = (message: string) => parser(`did not find expected ',' or '${/map/.test(message) ? '}' : ']'}'`);
