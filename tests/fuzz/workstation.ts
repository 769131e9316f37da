import { readHelp } from '../../src/cli/help-files.ts';
import { createLabWorld, type LabWorld } from '../../src/lab/lab-world.ts';

const texts = await readHelp('en');
const base = await createLabWorld({
  scenario: { user: 'developer', project: 'demo', setup: [{ run: 'oc import-image app --from=quay.io/keycloak/keycloak:19.0 --confirm' }] },
  texts,
});

/** A fresh copy of the same small lab: an image stream `app` in the project `demo`. */
export async function workstation(): Promise<LabWorld> {
  const simulation = base.simulation.fork();
  return { simulation, shell: await base.shell.fork(simulation) };
}
