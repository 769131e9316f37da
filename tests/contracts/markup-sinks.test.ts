import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markupSinks } from './markup-sinks.ts';

const root = join(import.meta.dirname, '../..');
const components = globSync('src/**/*.astro', { cwd: root });

test('no component makes markup or code from a text', () => {
  expect(components.length).toBeGreaterThan(10);
  expect(components.flatMap((path) => markupSinks(path, readFileSync(join(root, path), 'utf8')))).toEqual([]);
});

test.each([
  '<p set:html={text} />',
  '<script set:html={JSON.stringify(strings)} />',
  '<a href="javascript:go()">go</a>',
  '<button onclick="go()">go</button>',
  '<script>place.innerHTML = text;</script>',
])('%s is found', (planted) => {
  expect(markupSinks('src/site/lab/LabWorkspace.astro', planted)).toHaveLength(1);
});
