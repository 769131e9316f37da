/** Keys that a screen's keyboard lacks. */
export type TouchKey = 'Tab' | 'ArrowUp' | 'Enter' | 'Ctrl-C';
