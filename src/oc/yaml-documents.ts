import { parseAllDocuments, type YAMLParseError } from 'yaml';
import { OcError } from './errors.ts';

/** The values of a YAML or JSON text, one a document; empty documents are left out. Throws go-yaml's words. */
export function yamlDocuments(text: string, failure: (message: string) => string): readonly unknown[] {
  const parsed = parseAllDocuments(text, { merge: true, version: '1.1', uniqueKeys: false, schema: 'core' });
  const values: unknown[] = [];
  for (const document of Array.isArray(parsed) ? parsed : []) {
    if (document.errors.length > 0) throw new OcError(failure(complaint(document.errors)));
    const value = plainValue(() => document.toJS(), failure);
    if (value !== null && value !== undefined) values.push(value);
  }
  return values;
}

function plainValue(read: () => unknown, failure: (message: string) => string): unknown {
  try {
    return read();
  } catch (error) {
    const anchor = /anchor[^:]*: (\S+)/.exec((error as Error).message)?.[1] ?? '';
    throw new OcError(failure(`yaml: unknown anchor '${anchor}' referenced`));
  }
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
