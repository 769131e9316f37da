import { describe, expect, it } from 'vitest';
import { allMistakes, type Diagnosis, mistakes } from '../../src/grading/index.ts';
import { type AtlasCase, evidenceAfter } from './atlas/atlas-case.ts';
import { accessCases, buildCases, registryCases } from './atlas/builds-and-registries.ts';
import { importCases } from './atlas/imports.ts';
import { secretCases } from './atlas/secrets.ts';
import { tagCases } from './atlas/tags.ts';
import { workloadCases } from './atlas/workloads.ts';

const tables = [secretCases, importCases, tagCases, workloadCases, accessCases, buildCases, registryCases];
const cases = tables.flatMap((table) => Object.entries(table));

const recognises = async (id: string, one: AtlasCase, commands: readonly string[]): Promise<boolean> => {
  const mistake = Object.values(mistakes).find((candidate) => candidate.id === id) as unknown as (values: AtlasCase['values']) => Diagnosis;
  return mistake(one.values).when(await evidenceAfter(one, [...(one.given ?? []), ...commands]));
};

describe('the mistake atlas', () => {
  it('has a session for each mistake, and one close to it', () => {
    expect(cases.map(([id]) => id).sort()).toEqual(allMistakes.map(({ id }) => id).sort());
  });

  it('is asked for all that a mistake names', () => {
    const unnamed = cases.flatMap(([id, { values }]) =>
      (allMistakes.find((mistake) => mistake.id === id)?.names ?? []).filter((name) => !(name in values)).map((name) => `${id}: ${name}`),
    );
    expect(unnamed).toEqual([]);
  });

  describe.each(cases)('%s', (id, one) => {
    it('is recognised', async () => expect(await recognises(id, one, one.recognised)).toBe(true));
    it('is not seen where it was not made', async () => expect(await recognises(id, one, one.otherwise)).toBe(false));
  });
});
