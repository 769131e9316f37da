import type { KubeObject } from '../api/meta.ts';
import type { ChangeRecord } from '../simulation/store.ts';

/** A right way with one thing done wrong. */
export interface Mutant {
  readonly name: string;
  readonly commands: readonly string[];
}

export interface MutantOptions {
  /** Another tag that the reference's repository has, or undefined. */
  otherTag(reference: string): string | undefined;
  readonly project: string;
}

/** A project that no exercise uses: where the mutants of *wrong project* work. */
const elsewhere = 'mutant-elsewhere';

/** Drops, swaps, wrong tags and wrong projects of a right way. What has been done is undone by `undoMutant`, which needs its changes. */
export function mutantsOf(commands: readonly string[], options: MutantOptions): readonly Mutant[] {
  return [...drops(commands), ...swaps(commands), ...wrongTags(commands, options), ...wrongProjects(commands, options)];
}

const drops = (commands: readonly string[]): readonly Mutant[] =>
  commands.map((_, at) => ({ name: `drop ${at + 1}`, commands: commands.filter((_command, index) => index !== at) }));

const swaps = (commands: readonly string[]): readonly Mutant[] =>
  commands.slice(1).map((later, at) => ({
    name: `swap ${at + 1} ${at + 2}`,
    commands: commands.map((command, index) => (index === at ? later : index === at + 1 ? (commands[at] ?? '') : command)),
  }));

// a path or a name with a tag, at the end of a word: `host:8443/team/app:1.0`, `app:latest`; never a port, which a slash follows
const tagged = /(?<![\w.:/-])((?:[\w.-]+(?::\d+)?\/)*[a-z0-9][\w.-]*):([A-Za-z_][\w.-]*|\d[\w.-]*)(?![\w./:-])/g;

function wrongTags(commands: readonly string[], { otherTag }: MutantOptions): readonly Mutant[] {
  return commands.flatMap((command, at) =>
    [...command.matchAll(tagged)].flatMap((match, occurrence) => {
      const [reference = '', name = ''] = match;
      return [otherTag(reference), 'no-such-tag'].flatMap((tag) =>
        tag === undefined
          ? []
          : [
              {
                name: `tag ${at + 1}.${occurrence + 1} ${tag}`,
                commands: replaceAt(commands, at, `${command.slice(0, match.index)}${name}:${tag}${command.slice(match.index + reference.length)}`),
              },
            ],
      );
    }),
  );
}

const wrongProjects = (commands: readonly string[], { project }: MutantOptions): readonly Mutant[] =>
  commands.flatMap((command, at) =>
    /^oc\s/.test(command)
      ? [
          {
            name: `project ${at + 1}`,
            commands: [`oc new-project ${elsewhere}`, `oc project ${project}`, ...replaceAt(commands, at, command.replace(/^oc\s/, `oc -n ${elsewhere} `))],
          },
        ]
      : [],
  );

const replaceAt = (commands: readonly string[], at: number, command: string) => commands.map((old, index) => (index === at ? command : old));

/**
 * The right way, and at its end the undoing of what the command at `at` wrote: new objects deleted, changed ones put back.
 * `changes` are the records with that command's cause; those of controllers are left alone.
 */
export function undoMutant(commands: readonly string[], at: number, changes: readonly ChangeRecord[], user: string): Mutant | undefined {
  const own = changes.filter((change) => change.actor === user && change.type !== 'DELETED');
  const undoing = firstOfEach(own).map(undo);
  return undoing.length === 0 ? undefined : { name: `undo ${at + 1}`, commands: [...commands, ...undoing] };
}

function firstOfEach(changes: readonly ChangeRecord[]): readonly ChangeRecord[] {
  const seen = new Map<string, ChangeRecord>();
  for (const change of changes) {
    const key = `${change.resource.group}/${change.resource.resource}/${change.object.metadata.namespace}/${change.object.metadata.name}`;
    if (!seen.has(key)) seen.set(key, change);
  }
  return [...seen.values()];
}

function undo({ resource, object, previous }: ChangeRecord): string {
  const kind = resource.group === '' ? resource.resource : `${resource.resource}.${resource.group}`;
  if (!previous) return `oc delete ${kind} ${object.metadata.name}`;
  return `oc replace -f - <<'UNDO'\n${JSON.stringify(withoutVersion(previous))}\nUNDO`;
}

function withoutVersion(object: KubeObject): KubeObject {
  const { resourceVersion: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}
