/** Help of one command, in one language. Flags without a text of their own fall to `flags` of the whole file. */
export interface CommandHelp {
  /** One line, for lists of commands. */
  readonly short: string;
  readonly long?: string;
  /** Comments of the examples; the commands themselves are in the command table. */
  readonly examples?: readonly string[];
  readonly flags?: Readonly<Record<string, string>>;
}

/** What help pages say, and what `oc explain` says of fields. One JSON file a language. */
interface HelpPages {
  /** By path without `oc`: `set triggers`. The root is ''. */
  readonly commands: Readonly<Record<string, CommandHelp>>;
  /** Flags that mean the same wherever they stand: `output`, `selector`, `dry-run`. */
  readonly flags: Readonly<Record<string, string>>;
  /** What `oc explain` says of types (`ImageStream`) and their fields (`ImageStreamSpec.tags`), by type; those without a text have only their type. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** What `oc` says beside help that is ours, not upstream's. One JSON file a language. */
export interface Notices {
  readonly language: 'en' | 'vi' | 'ko' | 'fr';
  /** Headings of help, and notices about what is not modelled, with {placeholders}. */
  readonly notices: Readonly<Record<string, string>>;
}

/** All that `oc` says that is ours. */
export interface HelpTexts extends HelpPages, Notices {}

/** The same, with help pages that are loaded when somebody asks for help. */
export type OcTexts = HelpTexts | (Notices & { readonly loadHelp: () => Promise<HelpPages> });

/** With the help pages. */
export const withHelp = async (texts: OcTexts): Promise<HelpTexts> => ('loadHelp' in texts ? { ...texts, ...(await texts.loadHelp()) } : texts);
