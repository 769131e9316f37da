/** The Docker Engine that the tool says it is. */
export const dockerVersion = '27.3.1';
