/** A command cannot do what it was asked; the message is the whole sentence for the person. */
export class CommandFailure extends Error {}
