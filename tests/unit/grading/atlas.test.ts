import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allMistakes } from '../../../src/grading/index.ts';

/** The sections of a guide, by the ids that its headings carry. */
function sectionsOf(guide: string): readonly string[] {
  const file = new URL(`../../../content/docs/en/guides/${guide}.md`, import.meta.url);
  return existsSync(file) ? [...readFileSync(file, 'utf8').matchAll(/^##.*\{#([\w-]+)\}$/gm)].map(([, id = '']) => id) : [];
}

describe('the mistake atlas', () => {
  it.each(allMistakes.map(({ id, guide }) => [id, guide]))('%s is cleared up by %s', (_, place) => {
    const [guide = '', section] = place.split('#');
    expect(sectionsOf(guide)).toContain(section);
  });
});
