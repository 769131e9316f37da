const digest = { match: '\\bsha256:[0-9a-f]{7,64}\\b', name: 'constant.other.digest.oc-console' };

/** `registry/team/app:tag@digest`, `stream:tag`, `kind/name`: at least one of / : @ makes a word a reference. */
const reference = {
  match: '(?<=[\\s=\'"(]|^)(?:(?:https?|docker)://)?[A-Za-z0-9][\\w.-]*(?=[/:@])(?::\\d+(?=/))?(?:/[\\w.-]+)*(?::[\\w][\\w.-]*)?(?:@(?=sha256:))?',
  name: 'entity.name.reference.oc-console',
};

const groups = '(?:adm|image|registry|policy|set|create|start|secrets|rollout|config)\\s+(?:(?=-)|(?=[a-z]))';

/**
 * A TextMate grammar for console sessions: a prompt, the command behind it (over lines that end in a backslash, open quotes and
 * here-documents), and what was printed.
 */
export const ocConsole = {
  name: 'oc-console',
  scopeName: 'text.oc-console',
  patterns: [{ include: '#command' }, { include: '#output' }],
  repository: {
    digest,
    reference,
    command: {
      name: 'meta.command.oc-console',
      begin: '^(\\[[^\\]]*\\][$#]|\\$)\\s+',
      beginCaptures: { 1: { name: 'punctuation.prompt.oc-console' } },
      end: '(?<!\\\\)\\n',
      patterns: [{ include: '#words' }],
    },
    words: {
      patterns: [
        { match: '(?<=\\s)#.*', name: 'comment.line.oc-console' },
        {
          name: 'string.unquoted.heredoc.oc-console',
          begin: '<<-?\\s*([\'"]?)(\\w+)\\1',
          beginCaptures: { 0: { name: 'keyword.operator.oc-console' } },
          end: '^\\s*(\\2)$',
          endCaptures: { 1: { name: 'keyword.operator.oc-console' } },
        },
        { name: 'string.quoted.single.oc-console', begin: "'", end: "'" },
        { name: 'string.quoted.double.oc-console', begin: '"', end: '"', patterns: [{ match: '\\\\.' }] },
        digest,
        {
          match: `(?<=^|[\\s(|;&])(oc|kubectl|podman|docker|skopeo)(?:\\s+((?:${groups})?[a-z][a-z-]*))?(?=\\s|$)`,
          captures: { 1: { name: 'entity.name.command.oc-console' }, 2: { name: 'keyword.verb.oc-console' } },
        },
        { match: '(?<=\\s)--?[A-Za-z][\\w-]*=?', name: 'variable.parameter.flag.oc-console' },
        reference,
        { match: '\\$(?:\\{\\w+\\}|\\w+|\\?)', name: 'variable.other.oc-console' },
        { match: '\\\\$', name: 'constant.character.escape.oc-console' },
        { match: '\\|\\||&&|[|;<>&]', name: 'keyword.operator.oc-console' },
      ],
    },
    output: {
      name: 'meta.output.oc-console',
      begin: '^(?=.)',
      end: '\\n',
      patterns: [
        digest,
        { match: '^[A-Z][A-Z0-9()/-]*(?:\\s+[A-Z][A-Z0-9()/-]*)+[ \\t]*$', name: 'markup.heading.oc-console' },
        { match: '^(?:error|Error from server|Warning)\\b.*', name: 'invalid.oc-console' },
        { match: '^[ \\t]*…[ \\t]*$', name: 'comment.line.oc-console' },
      ],
    },
  },
};
