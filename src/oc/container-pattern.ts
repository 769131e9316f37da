/** `-c` of the `oc set` commands: a name, in which `*` stands for anything (oc pkg/cli/set/helper.go selectContainers). */
export const containerPattern = (selector: string): RegExp => new RegExp(`^${selector.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
