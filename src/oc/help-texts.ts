/** Help of one command, in one language. Flags without a text of their own fall to `flags` of the whole file. */
export interface CommandHelp {
  /** One line, for lists of commands. */
  readonly short: string;
  readonly long?: string;
  /** Comments of the examples; the commands themselves are in the command table. */
  readonly examples?: readonly string[];
  readonly flags?: Readonly<Record<string, string>>;
}

/** What `oc` says that is ours, not upstream's: help, and notices about what is not modelled. One JSON file a language. */
export interface HelpTexts {
  readonly language: 'en' | 'vi' | 'ko' | 'fr';
  /** By path without `oc`: `set triggers`. The root is ''. */
  readonly commands: Readonly<Record<string, CommandHelp>>;
  /** Flags that mean the same wherever they stand: `output`, `selector`, `dry-run`. */
  readonly flags: Readonly<Record<string, string>>;
  /** What `oc explain` says of types (`ImageStream`) and their fields (`ImageStreamSpec.tags`), by type; those without a text have only their type. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Headings and notices, with {placeholders}. */
  readonly notices: Readonly<Record<string, string>>;
}
