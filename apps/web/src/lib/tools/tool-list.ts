/** Tools for the hour itself, in the order in which they stand until one has shown what it does for this person. */
export const NOW_TOOLS = ['ride', 'breathe', 'ground', 'relax', 'halt', 'tape', 'free'] as const;
/** Tools for a quieter hour. */
export const QUIET_TOOLS = ['thought', 'chain', 'activity', 'letter'] as const;

export type NowTool = (typeof NOW_TOOLS)[number];
export type Tool = NowTool | (typeof QUIET_TOOLS)[number];

export const toolHref = (tool: Tool): string => `/tools/${tool}`;
