import type { ApiClient } from '../../api/client.ts';
import type { EnvVar } from '../../api/pod.ts';
import type { OcHost } from '../host.ts';
import type { Searcher } from './component-match.ts';

export type Strategy = '' | 'source' | 'docker' | 'pipeline';

/** What was typed, sorted by what it is. */
export interface ComponentArguments {
  readonly sources: readonly string[];
  readonly components: readonly string[];
  readonly imageStreams: readonly string[];
  readonly images: readonly string[];
  readonly templates: readonly string[];
  readonly templateFiles: readonly string[];
  readonly groups: readonly string[];
}

/** How objects are made of the components. */
export interface GenerationOptions {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly strategy: Strategy;
  readonly contextDir: string;
  readonly binary: boolean;
  /** Only builds are wanted (`new-build`). */
  readonly expectToBuild: boolean;
  readonly deploy: boolean;
  readonly asDeploymentConfig: boolean;
  readonly asTest: boolean;
  readonly importMode: string;
  readonly to: string;
  readonly toDocker: boolean;
  readonly noOutput: boolean;
  readonly dockerfile: string;
  readonly buildArgs: readonly EnvVar[];
  readonly sourceSecret: string;
  readonly pushSecret: string;
  readonly ignoreUnknownParameters: boolean;
}

export interface Searchers {
  readonly imageStreams: Searcher;
  readonly images: Searcher;
  readonly templates: Searcher;
  readonly templateFiles: Searcher;
  /** `--allow-missing-images` */
  readonly allowMissingImages: boolean;
}

/** Everything that one run works with (oc pkg/helpers/newapp/cmd/newapp.go AppConfig). */
export interface AppConfig {
  readonly host: OcHost;
  readonly client: ApiClient;
  readonly namespace: string;
  readonly arguments: ComponentArguments;
  readonly options: GenerationOptions;
  readonly searchers: Searchers;
  readonly environment: ReadonlyMap<string, string>;
  readonly buildEnvironment: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, string>;
  /** The report; goes nowhere where only objects are printed. */
  report(text: string): void;
  warn(text: string): void;
}
