/** Stands for an escape that clears the screen. */
export const clearScreen = '\f';

/** Output without what a terminal obeys and never shows: colours, titles, sounds. What a page cannot obey either must not be left standing as noise. */
export const plainOutput = (text: string): string =>
  text
    .replace(/\x1b\[[23]J(?:\x1b\[H)?/g, clearScreen)
    .replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, '')
    .replace(/\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?/g, '')
    .replace(/\r\n/g, '\n')
    .replace(/\x1b[ -/]*[0-~]?|[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/g, '');
