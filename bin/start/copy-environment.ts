/**
 * Puts a plain object in the place of the environment. Inngest's SDK reads all of it several times a request, and every
 * read of the real one is a call to the system: that alone was two fifths of what a workflow's step cost.
 */
export function copyEnvironment(): void {
  process.env = { ...process.env };
}
