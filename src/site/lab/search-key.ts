/** The prompt while Ctrl-R searches, with what was found. */
export const searchPrompt = (label: string, found = ''): string => `(${label}) ${found} ⟵`;

/** What a key means while Ctrl-R searches; undefined for what is typed into the query. */
export function searchKey({ key, ctrlKey, altKey }: KeyboardEvent): 'older' | 'cancel' | 'run' | 'take' | undefined {
  const ctrl = ctrlKey && !altKey;
  if (ctrl && key === 'r') return 'older';
  if (key === 'Escape' || (ctrl && (key === 'g' || key === 'c'))) return 'cancel';
  if (key === 'Enter') return 'run';
  if (key === 'Tab' || key.startsWith('Arrow') || key === 'Home' || key === 'End' || (ctrl && key.length === 1)) return 'take';
  return undefined;
}
