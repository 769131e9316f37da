import { alignTabs, type TabwriterOptions } from '../printers/tabwriter.ts';

/** Takes the lines of a description, cells parted by tabs, and lines up the columns at the end. */
export interface DescribedText {
  /** Adds text, two blanks a level before it. */
  write(level: number, text: string): void;
  /** Columns below start afresh. */
  flush(): void;
}

const kubectl: TabwriterOptions = { minWidth: 0, padding: 2 };
const openshift: TabwriterOptions = { minWidth: 0, padding: 1, tabWidth: 8 };

/** A description as kubectl lays it out: columns padded with blanks. */
export const kubectlText = (fill: (text: DescribedText) => void): string => layOut(fill, kubectl);

/** A description as OpenShift's own describers lay it out: columns padded with tabs. */
export const openshiftText = (fill: (text: DescribedText) => void): string => layOut(fill, openshift);

function layOut(fill: (text: DescribedText) => void, options: TabwriterOptions): string {
  const blocks: string[] = [];
  let block = '';
  const flush = () => {
    if (block !== '') blocks.push(alignTabs(block, options));
    block = '';
  };
  fill({
    write: (level, text) => {
      block += '  '.repeat(level) + escaped(text);
    },
    flush,
  });
  flush();
  return blocks.join('');
}

// k8s.io/cli-runtime pkg/printers terminal.go WriteEscaped
const escaped = (text: string) => text.replaceAll('\x1b', '^[').replaceAll('\r', '\\r');
