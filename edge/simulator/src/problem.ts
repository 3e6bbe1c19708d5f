/** Something that whoever started the simulator can put right: printed as one line, without a stack. */
export class StartProblem extends Error {}
