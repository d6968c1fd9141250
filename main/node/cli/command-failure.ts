/** A command cannot do what it was asked; the message is the whole sentence for the person. */
export class CommandFailure extends Error {}

/** An option's value is wrong, which only becomes known with the answer. The exit code is that of wrong usage. */
export class WrongValue extends CommandFailure {}
