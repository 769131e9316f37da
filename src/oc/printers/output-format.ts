import type { KubeList, KubeObject } from '../../api/meta.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { goPrint, goSyntax } from '../go-value.ts';
import { printCustomColumns, readColumns } from './custom-columns.ts';
import { executeTemplate, UndefinedVariable } from './go-template/execute.ts';
import { parseTemplate } from './go-template/parse.ts';
import { compactJson, printJson } from './json.ts';
import { evaluateJsonPath } from './jsonpath/evaluate.ts';
import { parseJsonPath } from './jsonpath/parse.ts';
import { objectName } from './name.ts';
import { printYaml } from './yaml.ts';

/** What a command's output flags say. */
export interface PrintSettings {
  readonly output: string;
  readonly template?: string;
  readonly 'allow-missing-template-keys'?: boolean;
  readonly 'show-managed-fields'?: boolean;
  readonly 'no-headers'?: boolean;
  /** Widths of earlier columns, where custom columns go on below them. */
  readonly widths?: number[];
}

/** Text of one object or list. */
export type Printer = (object: KubeObject | KubeList) => string;

const withTemplate = ['go-template', 'go-template-file', 'jsonpath', 'jsonpath-as-json', 'jsonpath-file', 'template', 'templatefile'];

/** The printer that `-o` asks for; `formats` are names that only some commands know (`wide`, `custom-columns`). */
export async function createPrinter(oc: OcContext, settings: PrintSettings, formats: readonly string[] = []): Promise<Printer> {
  const { output, template = '' } = settings;
  const at = output.indexOf('=');
  const name = at < 0 ? output : output.slice(0, at);
  if (name === '' && template !== '') return templatePrinter(oc, 'go-template', template, settings);
  if (at < 0 && Object.hasOwn(plain, output)) return plain[output] as Printer;
  if (!withTemplate.includes(name) && !(name.startsWith('custom-columns') && formats.includes(name))) throw noMatch(output, formats);
  const text = at < 0 ? template : output.slice(at + 1);
  if (text === '')
    throw new OcError(
      name.startsWith('custom-columns') ? 'custom-columns format specified but no custom columns given' : 'template format specified but no template given',
    );
  return templatePrinter(oc, name, text, settings);
}

const plain: Readonly<Record<string, Printer>> = { json: printJson, yaml: printYaml, name: printNames };

function noMatch(output: string, formats: readonly string[]): OcError {
  const allowed = [...withTemplate, 'json', 'name', 'yaml', ...formats].sort();
  return new OcError(`unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: ${allowed.join(',')}`);
}

function printNames(object: KubeObject | KubeList): string {
  const items = (object as KubeList).items;
  if (Array.isArray(items)) return items.map((item) => `${objectName(item)}\n`).join('');
  return `${objectName(object as KubeObject)}\n`;
}

async function templatePrinter(oc: OcContext, name: string, given: string, settings: PrintSettings): Promise<Printer> {
  const text = name.endsWith('file') ? await readTemplate(oc, name, given) : given;
  const allowMissing = settings['allow-missing-template-keys'] ?? true;
  if (name.startsWith('jsonpath')) return jsonPathPrinter(text, allowMissing, name === 'jsonpath-as-json');
  if (name.startsWith('custom-columns')) {
    const columns = readColumns(text, name === 'custom-columns-file');
    return (object) => printCustomColumns(columns, object, settings['no-headers'] ?? false, settings.widths);
  }
  return goTemplatePrinter(oc, text, allowMissing);
}

function goTemplatePrinter(oc: OcContext, text: string, allowMissing: boolean): Printer {
  const parsed = parseTemplate(text);
  return (object) => {
    try {
      return executeTemplate(parsed, object, allowMissing);
    } catch (error) {
      const { message } = error as Error;
      if (error instanceof UndefinedVariable) throw new OcError(`error parsing template ${text}, ${message}`);
      oc.out(
        `Error executing template: ${message}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${text}\n\traw data was:\n\t\t${compactJson(object)}\n\tobject given to template engine was:\n\t\t${goPrint(object)}\n\n`,
      );
      throw new OcError(`error executing template ${goQuote(text)}: ${message}`);
    }
  };
}

function jsonPathPrinter(text: string, allowMissing: boolean, asJson: boolean): Printer {
  const path = parseJsonPath(text);
  return (object) => {
    try {
      return evaluateJsonPath(path, object, { allowMissing, asJson });
    } catch (error) {
      throw new OcError(
        `error executing jsonpath ${goQuote(text)}: Error executing template: ${(error as Error).message}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${text}\n\tobject given to jsonpath engine was:\n\t\t${goSyntax(object)}\n\n\n`,
      );
    }
  };
}

async function readTemplate(oc: OcContext, name: string, path: string): Promise<string> {
  if (await oc.host.files.exists(path)) return oc.host.files.read(path);
  throw new OcError(`error reading ${name.startsWith('custom-columns') ? 'template' : '--template'} ${path}, open ${path}: no such file or directory`);
}
