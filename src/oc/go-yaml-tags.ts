import type { ScalarTag, Tags } from 'yaml';

/** What plain words mean to go-yaml: `yes` and `on` are booleans, `010` is octal, and `1:30` is a text (sigs.k8s.io/yaml goyaml.v2/resolve.go). */
export const goYamlTags = (tags: Tags): Tags => [...tags.filter((tag) => typeof tag === 'string' || !replaced.includes(tag.tag)), ...scalars];

const replaced: readonly string[] = ['bool', 'int', 'float'].map((name) => `tag:yaml.org,2002:${name}`);

const scalars: readonly ScalarTag[] = [
  {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    identify: (value) => typeof value === 'boolean',
    test: /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON|n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/,
    resolve: (text) => /^(?:y|t|on)/i.test(text),
  },
  {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    identify: (value) => Number.isInteger(value),
    test: /^[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|0[0-7_]*|[1-9][0-9_]*)$/,
    resolve: (text) => integer(text.replaceAll('_', '')),
  },
  {
    tag: 'tag:yaml.org,2002:float',
    default: true,
    identify: (value) => typeof value === 'number',
    test: /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?$/,
    resolve: (text) => Number(text.replaceAll('_', '')),
  },
];

function integer(text: string): number {
  const digits = text.replace(/^[-+]/, '');
  const value = Number(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits);
  return text.startsWith('-') ? -value : value;
}
