import { holds, screen } from './check-guides.ts';
import { type FencedBlock, lineCount } from './fenced-blocks.ts';
import type { GuidePage } from './guide-page.ts';
import type { OpenSession } from './guide-session.ts';
import { type RunExchange, runPage } from './run-page.ts';

/** The page's text with the outputs that no longer hold replaced by what the commands print now. What still matches stays as it was written. */
export async function updateGuide(page: GuidePage, openSession: OpenSession): Promise<string> {
  const stale = (await runPage(page, openSession)).filter((run) => !holds(run));
  const lines = page.source.split('\n');
  for (const run of stale.toReversed()) replaceOutput(lines, run); // From the end, so that line numbers before it stay true.
  return lines.join('\n');
}

function replaceOutput(lines: string[], { block, exchange, result }: RunExchange): void {
  const start = block.line - 1 + exchange.outputLine;
  const old = exchange.output === '' ? 0 : exchange.output.split('\n').length;
  const text = screen(result);
  const fresh = text === '' ? [] : text.split('\n').map((line) => (line === '' ? block.indent.trimEnd() : block.indent + line));
  lines.splice(start, old, ...fresh);
}

/**
 * The translation with the code blocks of its original, where both have as many: what stands in a block is nobody's to translate.
 * A translator leaves the fences empty.
 */
export function copyBlocks(translation: GuidePage, original: GuidePage): string {
  if (translation.blocks.length !== original.blocks.length) return translation.source;
  const lines = translation.source.split('\n');
  for (const [index, block] of [...translation.blocks.entries()].reverse()) replaceBlock(lines, block, original.blocks[index]!);
  return lines.join('\n');
}

function replaceBlock(lines: string[], block: FencedBlock, original: FencedBlock): void {
  const { line, indent } = block;
  const fence = lines[line - 2]!;
  const fresh = original.text === '' ? [] : original.text.split('\n').map((each) => (each === '' ? '' : indent + each));
  const info = [original.language, original.meta].filter((part) => part !== '').join(' ');
  lines.splice(line - 2, lineCount(block, lines) + 1, fence.replace(/(`{3,}).*$/, `$1${info}`), ...fresh);
}
