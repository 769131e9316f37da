import { afterEach, describe, expect, it } from 'vitest';
import { createPlantedProject, type PlantedProject } from './planted-project.ts';

let project: PlantedProject;
afterEach(() => project.remove());

describe('the core neither knows the time nor the machine it runs on', () => {
  const impure: Readonly<Record<string, string>> = {
    'Date.now()': 'export const now = (): number => Date.now();\n',
    'new Date()': 'export const now = (): Date => new Date();\n',
    'Math.random()': 'export const draw = (): number => Math.random();\n',
    setTimeout: 'export const later = (run: () => void): unknown => setTimeout(run, 1);\n',
    setInterval: 'export const often = (run: () => void): unknown => setInterval(run, 1);\n',
    queueMicrotask: 'export const soon = (run: () => void): void => queueMicrotask(run);\n',
    'performance.now()': 'export const now = (): number => performance.now();\n',
    crypto: 'export const draw = (): string => crypto.randomUUID();\n',
    fetch: "export const load = (): unknown => fetch('https://example.com');\n",
    document: 'export const title = (): string => document.title;\n',
    localStorage: 'export const size = (): number => localStorage.length;\n',
    process: 'export const home = (): unknown => process.env.HOME;\n',
  };
  const layers = ['api', 'imageutil', 'simulation', 'oc', 'containers', 'podman', 'docker', 'skopeo', 'grading', 'lab'];
  const biome = (files: Readonly<Record<string, string>>) => {
    project = createPlantedProject(['biome.json', '.gitignore', 'tests/lint']);
    project.plant(files);
    return project.run('biome', 'check', '--error-on-warnings', '--max-diagnostics=none', '--reporter=github', 'src');
  };

  it('accepts instants that are handed in', () => {
    expect(biome({ 'src/oc/age.ts': 'export const year = (instant: number): number => new Date(instant).getUTCFullYear();\n' })).toMatchObject({ status: 0 });
  });

  it.each(layers)('refuses each of them in src/%s', (layer) => {
    const files = Object.fromEntries(Object.values(impure).map((text, index) => [`src/${layer}/planted-${index}.ts`, text]));
    const { status, output } = biome(files);
    expect(status).not.toBe(0);
    expect(Object.keys(impure).filter((_, index) => !output.includes(`/src/${layer}/planted-${index}.ts,`))).toEqual([]);
  });

  it('refuses what the whole code base is spared: any, unused names, imports without their ending', () => {
    const { output } = biome({
      'src/site/any.ts': 'export const read = (value: any): unknown => value;\n',
      'src/site/unused.ts': 'const unused = 1;\nexport const used = 2;\n',
      'src/site/ending.ts': "import { used } from './unused';\n\nexport const twice = used * 2;\n",
    });
    expect(['noExplicitAny', 'noUnusedVariables', 'useImportExtensions'].filter((rule) => !output.includes(rule))).toEqual([]);
  });
});

describe('no text becomes markup, code or an address', () => {
  const sinks: readonly string[] = [
    'place.innerHTML = text;',
    'place.innerHTML += text;',
    'place.outerHTML = text;',
    "place['innerHTML'] = text;",
    "place.insertAdjacentHTML('beforeend', text);",
    'document.createRange().createContextualFragment(text);',
    'place.setHTMLUnsafe(text);',
    "new DOMParser().parseFromString(text, 'text/html');",
    'document.write(text);',
    'frame.srcdoc = text;',
    'eval(text);',
    'new Function(text);',
    "setTimeout('alert(1)', 1);",
    "place.setAttribute('style', text);",
    "place.setAttribute('onclick', text);",
    'location.href = text;',
    'location.assign(text);',
    'location.replace(text);',
    'window.location = text;',
    'window.open(text);',
  ];
  const lines = (files: Readonly<Record<string, string>>) => {
    project = createPlantedProject(['biome.json', '.gitignore', 'tests/lint']);
    project.plant(files);
    return project.run('biome', 'check', '--error-on-warnings', '--max-diagnostics=none', '--reporter=github', 'src').output;
  };
  const body = (statement: string) =>
    `export function act(place: Element, frame: HTMLIFrameElement, text: string): void {\n  void [place, frame, text];\n  ${statement}\n}\n`;
  const fromPlugin = (output: string, path: string) =>
    output.split('\n').some((line) => line.includes(path) && /Texts stay texts|No text becomes code|policy refuses|leads elsewhere/.test(line));

  it('accepts texts, classes and listeners', () => {
    const statement = "place.textContent = text;\n  place.setAttribute('aria-label', text);\n  place.addEventListener('click', () => frame.focus());";
    expect(fromPlugin(lines({ 'src/site/fine.ts': body(statement) }), 'src/site/fine.ts')).toBe(false);
  });

  it('refuses each way in', () => {
    const output = lines(Object.fromEntries(sinks.map((statement, index) => [`src/site/lab/planted-${index}.ts`, body(statement)])));
    expect(sinks.filter((_, index) => !fromPlugin(output, `src/site/lab/planted-${index}.ts,`))).toEqual([]);
  });
});

describe('layers know only those they stand on', () => {
  const emptyLayers = {
    'src/api/meta.ts': 'export const meta = 1;\n',
    'src/imageutil/digest.ts': 'export const digest = 1;\n',
    'src/simulation/simulation.ts': 'export const simulation = 1;\n',
    'src/simulation/identity.ts': 'export const identity = 1;\n',
    'src/simulation/apiserver/api-server.ts': 'export const server = 1;\n',
    'src/oc/oc.ts': 'export const oc = 1;\n',
    'src/oc/oc-context.ts': 'export const context = 1;\n',
    'src/containers/image-names.ts': 'export const names = 1;\n',
    'src/podman/transfer-commands.ts': 'export const podman = 1;\n',
    'src/docker/transfer-commands.ts': 'export const docker = 1;\n',
    'src/skopeo/copy-command.ts': 'export const skopeo = 1;\n',
    'src/shell/shell.ts': 'export const shell = 1;\n',
    'src/shell/editor.ts': 'export const editor = 1;\n',
    'src/grading/index.ts': 'export const grading = 1;\n',
    'src/grading/grade.ts': 'export const grade = 1;\n',
    'src/lab/lab-session.ts': 'export const session = 1;\n',
    'src/lab/saved-progress.ts': 'export const progress = 1;\n',
    'src/guides/guide.ts': 'export const guide = 1;\n',
    'src/site/page.ts': 'export const page = 1;\n',
    'src/cli/main.ts': 'export const main = 1;\n',
    'exercises/first/attempts.ts': 'export const attempts = 1;\n',
  };
  /** For each rule an import that breaks it: from where, what. */
  const breaches: Readonly<Record<string, readonly [from: string, to: string]>> = {
    'layer-api': ['src/api/planted.ts', '../oc/oc.ts'],
    'layer-imageutil': ['src/imageutil/planted.ts', '../simulation/simulation.ts'],
    'layer-simulation': ['src/simulation/planted.ts', '../oc/oc.ts'],
    'layer-oc': ['src/oc/planted.ts', '../simulation/simulation.ts'],
    'layer-containers': ['src/containers/planted.ts', '../simulation/simulation.ts'],
    'layer-podman': ['src/podman/planted.ts', '../simulation/simulation.ts'],
    'layer-docker': ['src/docker/planted.ts', '../simulation/simulation.ts'],
    'layer-skopeo': ['src/skopeo/planted.ts', '../simulation/simulation.ts'],
    'layer-shell': ['src/shell/planted.ts', '../lab/lab-session.ts'],
    'layer-grading': ['src/grading/planted.ts', '../shell/shell.ts'],
    'layer-lab': ['src/lab/planted.ts', '../site/page.ts'],
    'layer-guides': ['src/guides/planted.ts', '../simulation/simulation.ts'],
    'layer-site': ['src/site/planted.ts', '../grading/index.ts'],
    'layer-package': ['src/package/planted.ts', '../lab/lab-session.ts'],
    'layer-serve': ['src/serve/planted.ts', '../lab/lab-session.ts'],
    'layer-cli': ['src/cli/planted.ts', '../../tests/support/planted.ts'],
    'front-door-simulation': ['src/shell/around-the-door.ts', '../simulation/identity.ts'],
    'front-door-oc': ['src/shell/around-the-oc-door.ts', '../oc/oc-context.ts'],
    'front-door-podman': ['src/shell/around-the-podman-door.ts', '../podman/transfer-commands.ts'],
    'front-door-docker': ['src/shell/around-the-docker-door.ts', '../docker/transfer-commands.ts'],
    'front-door-skopeo': ['src/shell/around-the-skopeo-door.ts', '../skopeo/copy-command.ts'],
    'front-door-shell': ['src/lab/around-the-door.ts', '../shell/editor.ts'],
    'front-door-grading': ['src/lab/around-the-grading-door.ts', '../grading/grade.ts'],
    'front-door-lab': ['src/guides/around-the-door.ts', '../lab/saved-progress.ts'],
    'controllers-are-clients': ['src/simulation/controllers/planted.ts', '../apiserver/api-server.ts'],
    'core-runs-anywhere': ['src/oc/reads-files.ts', 'node:fs'],
    'only-the-shell-knows-just-bash': ['src/lab/knows-bash.ts', 'just-bash'],
    'exercises-see-grading': ['exercises/first/planted.ts', '../../src/lab/lab-session.ts'],
    'attempts-are-for-tests': ['src/site/shows-answers.ts', '../../exercises/first/attempts.ts'],
    'no-circular': ['src/api/circle.ts', './round.ts'],
  };
  const depcruise = (files: Readonly<Record<string, string>>) => {
    project = createPlantedProject(['.dependency-cruiser.mjs', 'tsconfig.json']);
    project.plant({ ...emptyLayers, 'tests/support/planted.ts': 'export const planted = 1;\n', ...files });
    const { output } = project.run('depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src', 'exercises');
    const { summary } = JSON.parse(output) as {
      readonly summary: { readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[] };
    };
    return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  };

  it('accepts layers that keep apart', () => {
    expect(depcruise({})).toEqual([]);
  });

  it('has a planted breach for each rule', async () => {
    project = createPlantedProject([]);
    const { default: config } = (await import('../../.dependency-cruiser.mjs')) as {
      readonly default: { readonly forbidden: readonly { readonly name: string }[] };
    };
    expect(config.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(breaches).sort());
  });

  it('names every breach by its rule', () => {
    const planted = Object.fromEntries(
      Object.values(breaches).map(([from, to]) => [from, `import * as planted from '${to}';\n\nexport const kept = planted;\n`]),
    );
    const found = depcruise({ ...planted, 'src/api/round.ts': "import * as circle from './circle.ts';\n\nexport const back = circle;\n" });
    expect(Object.entries(breaches).filter(([rule, [from]]) => !found.includes(`${rule}: ${from}`))).toEqual([]);
  });
});

describe('nothing is kept that nobody uses', () => {
  const knip = (files: Readonly<Record<string, string>>) => {
    project = createPlantedProject(['knip.json']);
    project.plant({ 'package.json': '{ "name": "planted", "type": "module" }\n', 'src/grading/index.ts': "export { used } from './used.ts';\n", ...files });
    return project.run('knip', '--include', 'files,exports,types');
  };

  it('accepts what is used', () => {
    expect(knip({ 'src/grading/used.ts': 'export const used = 1;\n' })).toMatchObject({ status: 0 });
  });

  it('finds files and exports that are not', () => {
    const { status, output } = knip({
      'src/grading/used.ts': 'export const used = 1;\nexport const forgottenExport = 2;\n',
      'src/oc/forgotten-file.ts': 'export const nothing = 1;\n',
    });
    expect(status).not.toBe(0);
    expect(output).toContain('forgottenExport');
    expect(output).toContain('src/oc/forgotten-file.ts');
  });
});
