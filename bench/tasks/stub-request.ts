export const stubProject = "bench";

/** As long as Google's are. */
export const stubToken = "t".repeat(200);

export const stubPath = `/v1/projects/${stubProject}/messages:send`;
