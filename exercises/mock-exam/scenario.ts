import type { ExerciseScenario } from '../../src/grading/index.ts';

export const registry = 'registry.ocp4.example.com:8443';
export const login = { username: 'developer', password: 'developer' };
export const ledgerSource = `${registry}/developer/custom-server:1.0`;
export const shopSource = 'quay.io/myorg/myapp';
export const reportsSource = 'quay.io/myorg/custom-server:1.0';
const keycloakSource = 'quay.io/keycloak/keycloak:20.0.3';
const mistyped = reportsSource.replace('server', 'servre');

/** What the team has left: an alias with its application, a stream for short names, and two faults. */
export const scenario: ExerciseScenario = {
  user: 'developer',
  project: 'mock-exam',
  setup: [
    { run: `oc import-image keycloak:20.0.3 --confirm --from=${keycloakSource}` },
    { run: `oc import-image shop:1.0 --confirm --from=${shopSource}:1.0` },
    { run: `oc import-image shop:2.0 --from=${shopSource}:2.0` },
    { run: 'oc tag --alias shop:1.0 shop:prod' },
    { run: 'oc new-app -i shop:prod --name=shop' },
    { run: `oc tag ${mistyped} reports:1.0` },
    { run: `oc create deployment reports --image=${mistyped}` },
    { run: 'oc set triggers deployment/reports --from-image=reports:1.0 --containers=custom-servre' },
    { run: 'oc set triggers deployment/reports --manual' },
    { pass: '1h' },
  ],
};
