import { copyText } from '../copy-text.ts';
import { button, element } from './elements.ts';
import { fill, type LabStrings } from './lab-strings.ts';

/**
 * Copy and fold, for the command under the pointer, or else the last one; with the arrow keys, for those before it.
 * One pair for the whole log, beside it: the log stays text, and the way out of the terminal stays short.
 */
export function startBlockTools(log: HTMLElement, strings: LabStrings): HTMLElement {
  let block: HTMLElement | undefined;
  const copy = button(strings['block.copy'], { class: 'lab-tool' }, () => void copyBlock());
  const fold = button(strings['block.fold'], { class: 'lab-tool' }, () => show(block, block?.toggleAttribute('data-folded')));
  const tools = element('div', { class: 'lab-block-tools', role: 'toolbar', hidden: true }, copy, fold);

  const blocks = () => [...log.querySelectorAll<HTMLElement>('.lab-block')];
  const show = (to: HTMLElement | undefined, isFolded = to?.hasAttribute('data-folded') ?? false) => {
    block = to;
    tools.hidden = to === undefined;
    if (!to) return;
    tools.setAttribute('aria-label', fill(strings['block.tools'], { n: blocks().indexOf(to) + 1 }));
    copy.textContent = strings['block.copy'];
    fold.textContent = isFolded ? strings['block.unfold'] : strings['block.fold'];
    fold.hidden = to.querySelector('.lab-output') === null;
    tools.style.setProperty('top', `${Math.max(0, to.offsetTop - log.scrollTop)}px`);
  };
  const copyBlock = async () => {
    if (block && (await copyText(textOf(block)))) copy.textContent = strings['block.copied'];
  };
  // Only a pointer that moves chooses: one that rests where the text scrolls by does not.
  log.addEventListener('pointermove', ({ target }) => {
    const under = (target as Element).closest<HTMLElement>('.lab-block');
    if (under && under !== block) show(under);
  });
  log.addEventListener('scroll', () => show(block?.isConnected ? block : undefined));
  new MutationObserver(() => show(blocks().at(-1))).observe(log, { childList: true, subtree: true });
  onStep(tools, (by) => {
    const all = blocks();
    const next = all[all.indexOf(block as HTMLElement) + by];
    next?.scrollIntoView({ block: 'nearest' });
    if (next) show(next);
  });
  return tools;
}

/** A command as it stands in the terminal, prompt and output and all; digests whole. */
function textOf(block: HTMLElement): string {
  const lines = [...block.querySelectorAll('.lab-typed, .lab-output')].map(({ textContent }) => textContent);
  return `${lines.join('\n')}\n`;
}

function onStep(tools: HTMLElement, go: (by: number) => void): void {
  tools.addEventListener('keydown', (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(by);
  });
}
