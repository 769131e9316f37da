/** What each layer may import, bottom to top. Everything else is an error. The map in src/README.md says why. */
const mayImport = {
  api: [],
  imageutil: ['api'],
  simulation: ['api', 'imageutil'],
  oc: ['api', 'imageutil'], // a client: it never sees the simulation
  containers: ['api', 'imageutil', 'oc'], // what podman, docker and skopeo share; like oc they never see the simulation
  podman: ['api', 'imageutil', 'oc', 'containers'],
  docker: ['api', 'imageutil', 'oc', 'containers'],
  skopeo: ['api', 'imageutil', 'oc', 'containers'],
  shell: ['api', 'oc', 'containers', 'podman', 'docker', 'skopeo', 'simulation'],
  grading: ['api', 'imageutil', 'simulation'],
  lab: ['api', 'oc', 'simulation', 'shell', 'grading'],
  guides: ['grading', 'lab'], // a page's scenario is written as an exercise's is
  site: ['api', 'imageutil', 'simulation', 'oc', 'lab', 'guides'],
  package: ['site'], // the built site as files to carry away; of the site it knows the languages
  serve: [],
  cli: ['api', 'oc', 'simulation', 'shell', 'grading', 'lab', 'guides', 'site', 'package', 'serve'],
};

/** The files of a layer that others may import. Layers not listed are open. */
const frontDoor = {
  simulation: ['simulation', 'scenario', 'clock', 'store', 'content/[^/]+'],
  oc: [
    'oc',
    'command-reference',
    'host',
    'help-texts',
    'kubeconfig',
    'completion',
    'help/[^/]+',
    'notices/[^/]+',
    'flags',
    'parse-flags',
    'printers/tabwriter',
    'describers/go-time',
  ],
  podman: ['podman'],
  docker: ['docker'],
  skopeo: ['skopeo'],
  shell: ['shell', 'shell-session'],
  grading: ['index'],
  lab: ['lab-session', 'lab-world', 'command-file'],
};

const layers = Object.keys(mayImport);
const core = '^src/(api|imageutil|simulation|oc|containers|podman|docker|skopeo|grading|lab)/';

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } } },
    ...layers.map((layer) => ({
      name: `layer-${layer}`,
      severity: 'error',
      from: { path: `^src/${layer}/` },
      to: {
        path: '^(src|exercises|tests)/',
        pathNot: `^src/(${[layer, ...mayImport[layer]].join('|')})/${layer === 'site' || layer === 'cli' ? '|^exercises/' : ''}`,
      },
    })),
    ...Object.entries(frontDoor).map(([layer, entries]) => ({
      name: `front-door-${layer}`,
      severity: 'error',
      from: { path: '^(src|exercises)/', pathNot: `^src/${layer}/` },
      to: { path: `^src/${layer}/`, pathNot: `^src/${layer}/(${entries.join('|')})\\.(ts|json)$` },
    })),
    {
      name: 'controllers-are-clients',
      comment: 'A controller talks to the API like anybody else.',
      severity: 'error',
      from: { path: '^src/simulation/(controllers|kubelet)/', pathNot: '/controller-manager\\.ts$' },
      to: { path: '^src/simulation/(apiserver|registries)/' },
    },
    { name: 'core-runs-anywhere', severity: 'error', from: { path: core }, to: { dependencyTypes: ['core'] } },
    { name: 'only-the-shell-knows-just-bash', severity: 'error', from: { path: '^src/', pathNot: '^src/shell/' }, to: { path: 'node_modules/just-bash' } },
    { name: 'exercises-see-grading', severity: 'error', from: { path: '^exercises/' }, to: { path: '^(src|tests)/', pathNot: '^src/grading/' } },
    {
      name: 'attempts-are-for-tests',
      severity: 'error',
      from: { path: '^(src|exercises)/', pathNot: '(/attempts\\.ts|^src/cli/.*)$' },
      to: { path: '^exercises/[^/]+/attempts\\.ts$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^(dist|\\.astro)/' },
  },
};
